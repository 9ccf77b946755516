package org.citebot.retrieval;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.citebot.language.WordLists;

/** The words of time in five languages, as {@code date-words.txt} has them. Immutable, for many threads. */
final class DateWords {

    /** How words of time are matched: whatever their case, in any script. */
    static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final int MOST_NUMBERED = 12;

    private final Map<String, String> words = new TreeMap<>();
    private final Map<String, Pattern> patterns = new TreeMap<>();

    DateWords() {
        for (String line : WordLists.lines(DateWords.class, "date-words.txt")) {
            String[] parts = line.split(" = ", 2);
            // Groups of the file only group.
            String expression =
                    "(?:" + parts[1].replace("(", "(?:").replace(" ", "\\s+").replace("'", "['ʼ’]?") + ")";
            words.put(parts[0], expression);
            patterns.put(parts[0], Pattern.compile(expression, FLAGS));
        }
    }

    /** A regular expression without groups that captures, for one meaning. */
    String of(String meaning) {
        String expression = words.get(meaning);
        if (expression == null) {
            throw new IllegalStateException("date-words.txt has no line for " + meaning);
        }
        return expression;
    }

    /** The same for any of several numbered ones, such as {@code month-1} to {@code month-12}. */
    String any(String meaning) {
        return words.keySet().stream()
                .filter(key -> key.startsWith(meaning + "-"))
                .map(this::of)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** Whether a word means this. */
    boolean is(String word, String meaning) {
        Pattern pattern = patterns.get(meaning);
        return pattern != null && pattern.matcher(word).matches();
    }

    /** The number under which a word stands, such as 2 for February as a {@code month}; empty if it does not. */
    OptionalInt number(String word, String meaning) {
        return IntStream.rangeClosed(1, MOST_NUMBERED)
                .filter(number -> is(word, meaning + "-" + number))
                .findFirst();
    }
}
