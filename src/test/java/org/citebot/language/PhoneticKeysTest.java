package org.citebot.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneticKeysTest {

    static Stream<List<String>> spellings() {
        return Stream.of(
                List.of(
                        "en Lukashenko",
                        "en Lukashenka's",
                        "ru Лукашенко",
                        "ru Лукашенкой",
                        "be Лукашэнка",
                        "be Лукашэнкам"),
                List.of(
                        "en Lukashenko",
                        "uk Лукашенком",
                        "uk Лукашенкові",
                        "pl Łukaszenka",
                        "pl Łukaszenki",
                        "pl Łukaszenką"),
                List.of(
                        "en Zelensky",
                        "en Zelenskyy",
                        "en Zelenskiy",
                        "uk Зеленський",
                        "uk Зеленського",
                        "ru Зеленскому"),
                List.of("en Putin", "ru Путина", "ru Путиным", "uk Путіном", "be Пуціна", "be Пуціным", "pl Putinem"),
                List.of("en Prigozhin", "ru Пригожин", "be Прыгожын", "be Прыгожына"),
                List.of("en Khrushchev", "ru Хрущёв", "ru Хрущёва"),
                List.of("en Kharkiv", "uk Харкова", "ru Харьков", "ru Харькове"),
                List.of("en Yevgeny", "en Evgeny", "ru Евгений", "be Яўген"),
                List.of("en Alexander", "en Aleksandr", "ru Александра"),
                List.of("en Dmitry", "en Dmytro", "ru Дмитрий", "uk Дмитро", "be Дзмітрый"),
                List.of("en Jackson", "ru Джексон", "uk Джексона"),
                List.of("en Wagner", "ru Вагнера", "be Вагнер"),
                List.of("en Winston", "ru Уинстон"),
                List.of("en NATO", "ru НАТО", "uk НАТО"),
                List.of("en presidents", "ru президент", "uk президентом", "be прэзідэнта", "pl prezydent"),
                List.of("en integration", "ru интеграция", "be інтэграцыя", "pl integracja"));
    }

    @ParameterizedTest
    @MethodSource
    void spellings(List<String> words) {
        List<Set<String>> keys = words.stream().map(PhoneticKeysTest::all).toList();
        Set<String> shared = new HashSet<>(keys.getFirst());
        keys.forEach(shared::retainAll);

        assertThat(shared).as(words + " " + keys).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Lukashenko, ru Луценко",
        "Zelensky, uk Залужний",
        "Putin, ru Макрон",
        "Minsk, ru Москва",
        "Belarus, ru Болгария",
        "Biden, ru Путин"
    })
    void otherNamesShareNone(String english, String other) {
        assertThat(all("en " + english)).doesNotContainAnyElementsOf(all(other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2024", "12th", "a", "the", "кот", "я", "ООН", "’", "日本", "🙂", "U.S."})
    void whatIsTooShortToTellHasNone(String word) {
        assertThat(PhoneticKeys.of(word, Language.ENGLISH).whole()).isEmpty();
    }

    private static Set<String> all(String word) {
        List<String> parts = List.of(word.split(" ", 2));
        PhoneticKeys keys = PhoneticKeys.of(parts.getLast(), Language.ofCode(parts.getFirst()));
        Set<String> all = new HashSet<>(keys.whole());
        all.addAll(keys.beginnings());
        return all;
    }
}
