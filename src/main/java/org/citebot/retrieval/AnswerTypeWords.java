package org.citebot.retrieval;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.citebot.language.Language;
import org.citebot.language.WordLists;

/** The words of each kind of thing that people ask for, from {@code answer-type-words.txt}. */
final class AnswerTypeWords {

    private static final int SHORTEST_BEGINNING = 2;

    private final Map<Kind, Set<String>> words = new HashMap<>();
    private final Map<Kind, Set<String>> beginnings = new HashMap<>();

    private record Kind(Language language, AnswerType type) {}

    private AnswerTypeWords() {}

    static AnswerTypeWords read() {
        AnswerTypeWords read = new AnswerTypeWords();
        for (String line : WordLists.lines(AnswerTypeWords.class, "answer-type-words.txt")) {
            String[] parts = line.split(" ", -1);
            Kind kind = new Kind(Language.ofCode(parts[0]), AnswerType.valueOf(parts[1]));
            for (int i = 2; i < parts.length; i++) {
                read.add(kind, parts[i]);
            }
        }
        return read;
    }

    private void add(Kind kind, String word) {
        boolean open = word.endsWith("*");
        (open ? beginnings : words)
                .computeIfAbsent(kind, key -> new HashSet<>())
                .add(open ? word.substring(0, word.length() - 1) : word);
    }

    /** Whether a word in small letters is one of a kind. */
    boolean hold(Language language, AnswerType type, String word) {
        Kind kind = new Kind(language, type);
        return words.getOrDefault(kind, Set.of()).contains(word)
                || begins(word, beginnings.getOrDefault(kind, Set.of()));
    }

    private static boolean begins(String word, Set<String> beginnings) {
        for (int length = SHORTEST_BEGINNING; length <= word.length(); length++) {
            if (beginnings.contains(word.substring(0, length))) {
                return true;
            }
        }
        return false;
    }
}
