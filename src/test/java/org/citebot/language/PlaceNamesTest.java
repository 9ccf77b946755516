package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNamesTest {

    private static final List<Map<Language, Set<String>>> PLACES = new PlaceNames().all();

    @ParameterizedTest
    @CsvSource({
        "Germany, Германия, Німеччина, Германія, Niemcy",
        "Hungary, Венгрия, Угорщина, Венгрыя, Węgry",
        "Kyiv, Киев, Київ, Кіеў, Kijów",
        "Rome, Рим, Рим, Рым, Rzym",
        "Kremlin, Кремль, Кремль, Крэмль, Kreml"
    })
    void aPlaceHasItsNameInEveryLanguage(
            String english, String russian, String ukrainian, String belarusian, String polish) {
        assertThat(PLACES)
                .filteredOn(
                        place -> place.getOrDefault(Language.ENGLISH, Set.of()).contains(english))
                .anySatisfy(place -> {
                    assertThat(place.get(Language.RUSSIAN)).contains(russian);
                    assertThat(place.get(Language.UKRAINIAN)).contains(ukrainian);
                    assertThat(place.get(Language.BELARUSIAN)).contains(belarusian);
                    assertThat(place.get(Language.POLISH)).contains(polish);
                });
    }
}
