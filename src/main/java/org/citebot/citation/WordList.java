package org.citebot.citation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word lists that lie beside this package on the class path; all in lower case. */
final class WordList {

    private WordList() {}

    /** The words of a list. */
    static Set<String> words(String name) {
        return lines(name).stream().flatMap(WordList::split).collect(Collectors.toUnmodifiableSet());
    }

    /** The lines of a list, without blank ones and comments ({@code #}). */
    static List<String> lines(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    static Stream<String> split(String line) {
        return Stream.of(line.strip().split("\\s+", -1));
    }
}
