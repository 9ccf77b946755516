package org.citebot.language;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Which words written with a full stop are abbreviations, by language. */
final class Abbreviations {

    /** What follows an abbreviation. */
    enum Kind {
        /** Never the end of a sentence: a title, a street, a month. */
        INSIDE,
        /** The end of a sentence only where the next word is one that begins sentences. */
        EITHER,
        /** An abbreviation only before a number: "No. 5", "с. 12". */
        BEFORE_NUMBER,
        /** No abbreviation. */
        NONE
    }

    private static final Map<String, Kind> SECTIONS =
            Map.of("[inside]", Kind.INSIDE, "[either]", Kind.EITHER, "[before a number]", Kind.BEFORE_NUMBER);

    /** "U.S", "e.g", "т.д", and a single initial. */
    private static final Pattern DOTTED = Pattern.compile("\\p{L}(?:\\.\\p{L}{1,2})+|\\p{Lu}");

    private final Map<Language, Map<String, Kind>> kinds = new EnumMap<>(Language.class);

    Abbreviations() {
        for (Language language : Language.values()) {
            if (language != Language.OTHER) {
                kinds.put(
                        language,
                        read(WordLists.lines(Abbreviations.class, "abbreviations/" + language.code() + ".txt")));
            }
        }
    }

    private static Map<String, Kind> read(List<String> lines) {
        Map<String, Kind> kinds = new HashMap<>();
        Kind kind = Kind.INSIDE;
        for (String line : lines) {
            if (line.startsWith("[")) {
                kind = SECTIONS.get(line);
            } else {
                for (String word : line.split("\\s+", -1)) {
                    kinds.put(word, kind);
                }
            }
        }
        return Map.copyOf(kinds);
    }

    /**
     * What a word before a full stop is.
     *
     * @param word without its last full stop
     */
    Kind kind(String word, Language language) {
        Map<String, Kind> known = kinds.getOrDefault(language, Map.of());
        Kind kind = known.getOrDefault(word, known.getOrDefault(word.toLowerCase(Locale.ROOT), Kind.NONE));
        return kind == Kind.NONE && DOTTED.matcher(word).matches() ? Kind.EITHER : kind;
    }
}
