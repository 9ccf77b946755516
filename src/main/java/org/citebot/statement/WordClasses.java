package org.citebot.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citebot.language.WordLists;

/** The small classes of words in {@code words.txt}. Immutable, for many threads. */
final class WordClasses {

    /** A section of the file, by its name there. */
    enum WordClass {
        DAYS,
        MONTHS,
        SIGNS,
        REQUESTS,
        TITLES,
        PARTIES,
        ORGANISATIONS,
        DOCUMENTS,
        OUTLETS,
        GENERIC_BODIES,
        UNSPECIFIC_BODIES,
        HONORIFICS,
        ANONYMOUS,
        GENERAL_PEOPLE,
        VAGUE_BODIES,
        FIRMS,
        PUBLIC_BODIES,
        STATE_BODIES,
        OWNED_BODIES,
        APPENDED_BODIES,
        UNIONS,
        MESSAGES,
        MADE,
        SITES,
        COUNTED,
        PAIRS,
        PEOPLE,
        COLLECTIVE,
        EITHER_KIND,
        THINGS,
        MALE,
        FEMALE,
        EITHER
    }

    private final Map<WordClass, Set<String>> classes;

    WordClasses() {
        Map<WordClass, Set<String>> read = new HashMap<>();
        Set<String> current = new HashSet<>();
        for (String line : WordLists.lines(WordClasses.class, "words.txt")) {
            if (line.startsWith("[")) {
                String name = line.substring(1, line.length() - 1).replace(' ', '_');
                current = read.computeIfAbsent(
                        WordClass.valueOf(name.toUpperCase(Locale.ROOT)), wordClass -> new HashSet<>());
            } else {
                current.addAll(List.of(line.split("\\s+", -1)));
            }
        }
        classes = Map.copyOf(read);
    }

    /** Whether a word, in lower case, belongs to a class. */
    boolean is(WordClass wordClass, String word) {
        return classes.getOrDefault(wordClass, Set.of()).contains(word);
    }
}
