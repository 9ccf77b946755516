package org.citebot.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.language.Language;
import org.citebot.language.Word;
import org.citebot.language.WordLists;

/** Reads which words of an English sentence name the one who says it. */
final class SpeakerReader {

    private static final Pattern ACCORDING = Pattern.compile("(?i)\\baccording to ([^,.;]+)");
    private static final Pattern BY = Pattern.compile("\\bby ([^,.;]+)");
    private static final Pattern PART = Pattern.compile("[^,;:“”\"]+");

    /** Verbs that stand before the speaker too: "…, said the mayor". */
    private static final Set<String> INVERTED =
            Set.of("said", "says", "added", "adds", "warned", "explained", "announced", "noted", "stated");

    /** The most words of a speaker behind such a verb. */
    private static final int LONGEST_INVERSION = 8;

    /** What makes a noun of the word behind it. */
    private static final Set<String> NOUN_MARKERS =
            Set.of("the", "a", "to", "of", "his", "her", "its", "their", "no", "such");

    private static final Set<String> PASSIVES = Set.of("is", "are", "was", "were", "been", "be");
    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they");
    private static final Set<String> CLAUSE_MARKERS =
            Set.of("that", "would", "will", "was", "were", "is", "had", "has");

    private final Set<String> verbs = WordLists.words(SpeakerReader.class, "speech-verbs.txt");
    private final Set<String> small = WordLists.words(SpeakerReader.class, "function-words.txt");

    /**
     * Who says a sentence.
     *
     * @param speaks whether anybody does
     * @param names the stems of the words that name the speaker; empty if only a pronoun does
     */
    record Speaker(boolean speaks, Set<String> names) {}

    Speaker of(String text) {
        Matcher according = ACCORDING.matcher(text);
        if (according.find()) {
            return new Speaker(true, names(according.group(1)));
        }
        Matcher part = PART.matcher(text);
        List<String> before = new ArrayList<>();
        while (part.find()) {
            List<Word> words = Word.of(part.group(), Language.ENGLISH);
            for (int i = 0; i < words.size(); i++) {
                if (isVerb(words, i)) {
                    return new Speaker(true, names(words, i, before));
                }
            }
            before.add(part.group());
        }
        Matcher by = BY.matcher(text);
        return isPassiveSpeech(text) && by.find()
                ? new Speaker(true, names(by.group(1)))
                : new Speaker(false, Set.of());
    }

    private boolean isVerb(List<Word> words, int index) {
        String before = index == 0 ? "" : lower(words.get(index - 1));
        return verbs.contains(lower(words.get(index))) && !NOUN_MARKERS.contains(before) && !PASSIVES.contains(before);
    }

    private boolean isPassiveSpeech(String text) {
        List<Word> words = Word.of(text, Language.ENGLISH);
        for (int i = 1; i < words.size(); i++) {
            if (verbs.contains(lower(words.get(i))) && PASSIVES.contains(lower(words.get(i - 1)))) {
                return true;
            }
        }
        return false;
    }

    private Set<String> names(List<Word> words, int verb, List<String> before) {
        List<Word> subject = words.subList(0, verb);
        Set<String> names = names(subject);
        if (!names.isEmpty() || subject.stream().anyMatch(word -> PRONOUNS.contains(lower(word)))) {
            return names;
        }
        List<Word> rest = words.subList(verb + 1, words.size());
        boolean inverted = !before.isEmpty()
                && INVERTED.contains(words.get(verb).text())
                && rest.size() <= LONGEST_INVERSION
                && rest.stream().anyMatch(Word::capital)
                && rest.stream().noneMatch(word -> verbs.contains(word.text()) || CLAUSE_MARKERS.contains(word.text()));
        return inverted ? names(rest) : names(String.join(" ", before));
    }

    /** The stems of the words of a name. */
    Set<String> names(String text) {
        return names(Word.of(text, Language.ENGLISH));
    }

    private Set<String> names(List<Word> words) {
        return words.stream()
                .filter(word -> !small.contains(lower(word)))
                .map(Word::stem)
                .collect(Collectors.toSet());
    }

    private static String lower(Word word) {
        return word.text().toLowerCase(Locale.ROOT);
    }
}
