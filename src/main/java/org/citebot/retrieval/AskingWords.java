package org.citebot.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words with which people ask who said what: over a document in another language they tell nothing. */
final class AskingWords {

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final Set<String> questionWords = read("question-words.txt");
    private final Set<String> speechVerbs = read("speech-verbs.txt");

    /** Whether it is one of them. */
    boolean contain(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return questionWords.contains(lower) || speechVerbs.contains(lower);
    }

    /** Whether a question is about what somebody said, wrote or reported. */
    boolean askAboutSaying(String question) {
        return WORD.matcher(question.toLowerCase(Locale.ROOT))
                .results()
                .anyMatch(word -> speechVerbs.contains(word.group()));
    }

    private static Set<String> read(String resource) {
        try (InputStream in = Objects.requireNonNull(AskingWords.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .flatMap(SPACE::splitAsStream)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("Citebot's own jar is incomplete: " + resource, e);
        }
    }
}
