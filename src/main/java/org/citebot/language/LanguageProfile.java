package org.citebot.language;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a language's words look like: the letters that they use, and the most frequent of them. A word written with
 * those letters speaks a little for the language, a frequent one three times as much more.
 */
record LanguageProfile(Language language, String letters, Set<String> frequentWords) {

    private static final int WRITABLE = 1;
    private static final int FREQUENT = 3;

    static List<LanguageProfile> all() {
        return WordLists.lines(LanguageProfile.class, "profiles.txt").stream()
                .map(LanguageProfile::parse)
                .toList();
    }

    private static LanguageProfile parse(String line) {
        String[] fields = line.split("\\s*\\|\\s*", 3);
        Set<String> words = Arrays.stream(fields[2].split("\\s+")).collect(Collectors.toUnmodifiableSet());
        return new LanguageProfile(Language.ofCode(fields[0]), fields[1], words);
    }

    boolean isCyrillic() {
        return Character.UnicodeScript.of(letters.codePointAt(0)) == Character.UnicodeScript.CYRILLIC;
    }

    boolean isFrequent(String word) {
        return frequentWords.contains(word);
    }

    /** How much a word in lower case speaks for this language. */
    int score(String word) {
        return (isWritable(word) ? WRITABLE : 0) + (isFrequent(word) ? FREQUENT : 0);
    }

    private boolean isWritable(String word) {
        return word.codePoints().allMatch(letter -> !Character.isLetter(letter) || letters.indexOf(letter) >= 0);
    }
}
