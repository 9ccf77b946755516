package org.citebot.retrieval;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.citebot.language.Language;
import org.citebot.language.WordLists;

/** The words by which amounts and times are known, from {@code answer-type-words.txt}. */
final class AnswerTypeWords {

    private static final int SHORTEST_BEGINNING = 2;

    /** What a word tells; what each is, the file says. */
    enum Kind {
        NUMBER,
        MAGNITUDE,
        ONE,
        PART,
        SHARE,
        OFTEN,
        TIME_UNIT,
        LENGTH_UNIT,
        DURATION,
        MONEY,
        MONTH,
        YEAR,
        BEFORE_YEAR,
        SINCE,
        ORDINAL,
        WHEN,
        COST,
        ASKS_LENGTH,
        ASKS_DURATION,
        ASKS_OFTEN,
        ASKS_COUNT,
        ASKS_MEASURE,
        AUXILIARY
    }

    private final Map<Language, Map<Kind, Entries>> entries = new EnumMap<>(Language.class);

    private record Entries(Set<String> words, Set<String> beginnings) {}

    private AnswerTypeWords() {}

    static AnswerTypeWords read() {
        AnswerTypeWords read = new AnswerTypeWords();
        for (String line : WordLists.lines(AnswerTypeWords.class, "answer-type-words.txt")) {
            String[] parts = line.split(" ", -1);
            for (String kind : parts[1].split(",", -1)) {
                Entries entries = read.entries
                        .computeIfAbsent(Language.ofCode(parts[0]), language -> new EnumMap<>(Kind.class))
                        .computeIfAbsent(Kind.valueOf(kind), key -> new Entries(new HashSet<>(), new HashSet<>()));
                for (int i = 2; i < parts.length; i++) {
                    add(entries, parts[i]);
                }
            }
        }
        return read;
    }

    private static void add(Entries entries, String word) {
        if (word.endsWith("*")) {
            entries.beginnings.add(word.substring(0, word.length() - 1));
        } else {
            entries.words.add(word);
        }
    }

    /** Whether a word in small letters is one of a kind. */
    boolean hold(Language language, Kind kind, String word) {
        Entries known = entries.getOrDefault(language, Map.of()).get(kind);
        return known != null && (known.words.contains(word) || begins(word, known.beginnings));
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
