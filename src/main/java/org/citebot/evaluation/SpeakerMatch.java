package org.citebot.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether a speaker is the labelled one: the same name, its last part, its abbreviation, or, of a description, the same
 * head word with words of which none differs ("the council" and "the town council"). The words with which the document names
 * the speaker count as well as what they were resolved to, unless they are a pronoun; and a given name where the document
 * itself has no more there ("his wife, Doreen").
 */
final class SpeakerMatch {

    private static final Set<String> SMALL =
            Set.of("a", "an", "the", "of", "for", "at", "in", "and", "mr", "mrs", "ms", "dr", "sir", "s");

    private static final Set<String> CONNECTORS = Set.of(
            "of",
            "for",
            "at",
            "in",
            "from",
            "with",
            "who",
            "that",
            "which",
            "on",
            "to",
            "by",
            "about",
            "near",
            "close",
            "familiar",
            "briefed",
            "working");

    private SpeakerMatch() {}

    /**
     * Whether the speaker that was found is right.
     *
     * @param found null if it was left open
     * @param words how the document names the speaker where it speaks; null if it does not
     */
    static boolean isRight(@Nullable String found, @Nullable String words, LabelledStatement label) {
        String speaker = label.speaker();
        if (speaker == null) {
            return found == null;
        }
        if (found == null) {
            return false;
        }
        return same(found, speaker)
                || (words != null && isName(words) && same(words, speaker))
                || (words != null && !tokens(words).isEmpty() && tokens(words).equals(tokens(speaker)))
                || isGivenName(found, label);
    }

    private static boolean isName(String words) {
        return Character.isUpperCase(words.codePointAt(0)) && words.length() > 3;
    }

    private static boolean isGivenName(String found, LabelledStatement label) {
        String words = label.speakerWords();
        List<String> ours = tokens(found);
        return label.speaker() != null
                && words != null
                && ours.size() == 1
                && Character.isUpperCase(found.codePointAt(0))
                && ours.getFirst().equals(tokens(label.speaker()).getFirst())
                && ours.getFirst().equals(tokens(words).getLast());
    }

    private static boolean same(String found, String speaker) {
        List<String> ours = tokens(found);
        List<String> theirs = tokens(speaker);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return found.equals(speaker);
        }
        return ours.equals(theirs)
                || ours.equals(List.of(theirs.getLast()))
                || List.of(ours.getLast()).equals(theirs)
                || isAbbreviation(found, speaker)
                || isAbbreviation(speaker, found)
                || (head(found).equals(head(speaker)) && (theirs.containsAll(ours) || ours.containsAll(theirs)));
    }

    private static boolean isAbbreviation(String shorter, String longer) {
        String initials = Stream.of(longer.split("[\\s-]+", -1))
                .filter(part -> !part.isEmpty() && Character.isUpperCase(part.codePointAt(0)))
                .map(part -> part.substring(0, 1))
                .collect(Collectors.joining());
        return initials.length() >= 2 && shorter.replace(".", "").equals(initials);
    }

    private static String head(String name) {
        String head = "";
        for (String word : words(name)) {
            if (CONNECTORS.contains(word) && !head.isEmpty()) {
                return head;
            }
            head = SMALL.contains(word) ? head : word;
        }
        return head;
    }

    private static List<String> tokens(String name) {
        return words(name).stream().filter(word -> !SMALL.contains(word)).toList();
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT)
                        .replaceAll("['’]s\\b|['’](?=\\s|$)", "")
                        .split("[^\\p{L}\\p{N}@]+", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
