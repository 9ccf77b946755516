package org.citebot.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.citebot.language.WordLists;

/**
 * The verbs whose statements have to be found. A file {@code speech-cues.txt} with one lemma a line, in the folder of a
 * set or in the one above, replaces the list that lies beside this class. Immutable.
 */
final class SpeechCues {

    private static final String FILE = "speech-cues.txt";

    /** Forms that no ending explains. */
    private static final Map<String, String> IRREGULAR = Map.of(
            "said",
            "say",
            "told",
            "tell",
            "wrote",
            "write",
            "written",
            "write",
            "admitted",
            "admit",
            "quipped",
            "quip");

    private final Set<String> lemmas;

    SpeechCues(Set<String> lemmas) {
        this.lemmas = Set.copyOf(lemmas);
    }

    /** The list for a set. */
    static SpeechCues of(Path folder) {
        Path own = folder.toAbsolutePath().normalize();
        Path file = Stream.of(own.resolve(FILE), own.resolveSibling(FILE))
                .filter(Files::isReadable)
                .findFirst()
                .orElse(null);
        try {
            return new SpeechCues(Set.copyOf(
                    file == null
                            ? WordLists.lines(SpeechCues.class, FILE)
                            : WordLists.lines(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** Whether one of the words of a cue is a form of one of the verbs. */
    boolean in(String cue) {
        return Stream.of(cue.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1)).anyMatch(this::isForm);
    }

    private boolean isForm(String word) {
        return lemmas.contains(IRREGULAR.getOrDefault(word, word))
                || List.of("s", "es", "d", "ed", "ing").stream().anyMatch(ending -> isForm(word, ending))
                || ((word.endsWith("ied") || word.endsWith("ies"))
                        && lemmas.contains(word.substring(0, word.length() - 3) + "y"));
    }

    private boolean isForm(String word, String ending) {
        if (!word.endsWith(ending)) {
            return false;
        }
        String stem = word.substring(0, word.length() - ending.length());
        return lemmas.contains(stem)
                || (ending.equals("ing") && lemmas.contains(stem + "e"))
                || (stem.length() > 2
                        && stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2)
                        && lemmas.contains(stem.substring(0, stem.length() - 1)));
    }
}
