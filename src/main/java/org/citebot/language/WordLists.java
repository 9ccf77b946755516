package org.citebot.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The word lists that lie beside packages on the class path: lines, of which blank ones and comments (#) do not count. */
public final class WordLists {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private WordLists() {}

    /**
     * The lines of a list.
     *
     * @param beside a class of the package that the list lies beside
     * @throws IllegalStateException if there is none
     */
    public static List<String> lines(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the class path: " + name);
            }
            return lines(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + name, e);
        }
    }

    /** The lines of a list that lies elsewhere. */
    public static List<String> lines(String list) {
        return list.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
    }

    /** The words of a list, any number of them on a line. */
    public static Set<String> words(Class<?> beside, String name) {
        return lines(beside, name).stream().flatMap(SPACE::splitAsStream).collect(Collectors.toUnmodifiableSet());
    }
}
