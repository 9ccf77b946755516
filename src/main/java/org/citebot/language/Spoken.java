package org.citebot.language;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Something that there is in every language in which Citebot speaks, such as its texts. Immutable, if what it holds is.
 *
 * @param <T> what there is
 */
public final class Spoken<T> {

    /** Those in which Citebot speaks. */
    public static final List<Language> LANGUAGES =
            List.of(Language.ENGLISH, Language.RUSSIAN, Language.UKRAINIAN, Language.BELARUSIAN, Language.POLISH);

    private final T english;
    private final Map<Language, T> others;

    private Spoken(T english, Map<Language, T> others) {
        this.english = english;
        this.others = others;
    }

    /** Makes it for each language. */
    public static <T> Spoken<T> inEach(Function<Language, T> making) {
        return new Spoken<>(
                making.apply(Language.ENGLISH),
                LANGUAGES.stream()
                        .filter(language -> language != Language.ENGLISH)
                        .collect(Collectors.toUnmodifiableMap(Function.identity(), making)));
    }

    /**
     * Reads the files {@code name_en.properties}, {@code name_ru.properties} and so on.
     *
     * @param beside a class of the package that the files lie beside
     * @throws IllegalStateException if one is missing
     */
    public static Spoken<Phrasebook> phrasebooks(Class<?> beside, String name) {
        return inEach(language -> Phrasebook.read(beside, name, language));
    }

    /** That of a language; the English one for a language in which Citebot does not speak. */
    public T in(Language language) {
        return others.getOrDefault(language, english);
    }
}
