package org.citebot.language;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The same texts in every language in which Citebot speaks. For many threads. */
public final class Phrasebooks {

    /** Those in which Citebot speaks. */
    public static final List<Language> LANGUAGES =
            List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN, Language.BELARUSIAN, Language.POLISH);

    private final Phrasebook english;
    private final Map<Language, Phrasebook> others;

    private Phrasebooks(Phrasebook english, Map<Language, Phrasebook> others) {
        this.english = english;
        this.others = others;
    }

    /**
     * Reads the files {@code name_en.properties}, {@code name_ru.properties} and so on.
     *
     * @param beside a class of the package that the files lie beside
     * @throws IllegalStateException if one is missing
     */
    public static Phrasebooks read(Class<?> beside, String name) {
        Map<Language, Phrasebook> others = LANGUAGES.stream()
                .filter(language -> language != Language.ENGLISH)
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(), language -> Phrasebook.read(beside, name, language)));
        return new Phrasebooks(Phrasebook.read(beside, name, Language.ENGLISH), others);
    }

    /** That of a language; the English one for a language in which Citebot does not speak. */
    public Phrasebook in(Language language) {
        return others.getOrDefault(language, english);
    }
}
