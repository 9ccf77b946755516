package org.citebot.language;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What countries and large cities are called in the five languages where that does not sound alike: Німеччина, Niemcy,
 * Germany. From Unicode's locale data (CLDR): the countries, and the cities that time zones are named after. Immutable, for
 * many threads; to make one takes some tenths of a second.
 */
public final class PlaceNames {

    private static final List<Language> LANGUAGES =
            List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN, Language.BELARUSIAN, Language.POLISH);

    private final List<Map<Language, Set<String>>> places = new ArrayList<>();

    /** Reads them all. */
    public PlaceNames() {
        for (String country : Locale.getISOCountries()) {
            add(language -> countryNames(country, language));
        }
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            add(language ->
                    Set.of(orEmpty(TimeZoneNames.getInstance(locale(language)).getExemplarLocationName(zone))));
        }
        for (String line : WordLists.lines(PlaceNames.class, "place-names.txt")) {
            String[] names = line.split("\\s*\\|\\s*", -1);
            add(language -> Set.of(names[LANGUAGES.indexOf(language)].split("/", -1)));
        }
    }

    /** The names of each place by language; several where a shorter one is usual too, none where it is not known. */
    public List<Map<Language, Set<String>>> all() {
        return Collections.unmodifiableList(places);
    }

    private void add(Function<Language, Set<String>> names) {
        Map<Language, Set<String>> place = new EnumMap<>(Language.class);
        LANGUAGES.forEach(language -> place.put(language, names.apply(language)));
        places.add(Collections.unmodifiableMap(place));
    }

    private static Set<String> countryNames(String country, Language language) {
        Set<String> names = new LinkedHashSet<>();
        for (DisplayContext length : List.of(DisplayContext.LENGTH_FULL, DisplayContext.LENGTH_SHORT)) {
            names.add(orEmpty(
                    LocaleDisplayNames.getInstance(locale(language), length).regionDisplayName(country)));
        }
        return Set.copyOf(names);
    }

    private static ULocale locale(Language language) {
        return new ULocale(language.code());
    }

    private static String orEmpty(@Nullable String name) {
        return name == null ? "" : name;
    }
}
