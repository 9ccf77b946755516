package org.citebot.language;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which words exclude each other, by their stems. English. Immutable, for many threads. */
public final class Opposites {

    private final Map<String, Set<String>> opposites = new HashMap<>();

    /** Reads the list. */
    public Opposites() {
        for (String line : WordLists.lines(Opposites.class, "opposites.txt")) {
            String[] sides = line.split("\\|", -1);
            Set<String> left = stems(sides[0]);
            Set<String> right = stems(sides[1]);
            left.forEach(word ->
                    opposites.computeIfAbsent(word, key -> new HashSet<>()).addAll(right));
            right.forEach(word ->
                    opposites.computeIfAbsent(word, key -> new HashSet<>()).addAll(left));
        }
    }

    private static Set<String> stems(String words) {
        List<Word> parsed = Word.of(words, Language.ENGLISH);
        return parsed.stream().map(Word::stem).collect(Collectors.toSet());
    }

    /** The stems of the words that exclude the one with a stem; empty for most. */
    public Set<String> of(String stem) {
        return opposites.getOrDefault(stem, Set.of());
    }
}
