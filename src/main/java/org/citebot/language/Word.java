package org.citebot.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A word of a text, for comparing texts with each other.
 *
 * @param span its place
 * @param text as it stands there
 * @param stem what its forms have in common, in lower case and folded
 */
public record Word(TextSpan span, String text, String stem) {

    private static final Pattern WORD =
            Pattern.compile("(?:\\p{Lu}\\.){2,}|\\p{L}[\\p{L}\\p{Mn}]*(?:['’ʼ][\\p{L}\\p{Mn}]+)*");

    /** The words of a text in order; numbers are none, and the parts of a hyphenated word are words of their own. */
    public static List<Word> of(String text, Language language) {
        List<Word> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String stem = LightStemmer.stem(matcher.group().replace(".", ""), language);
            words.add(new Word(new TextSpan(matcher.start(), matcher.end()), matcher.group(), stem));
        }
        return words;
    }

    /** Whether it begins with a capital. */
    public boolean capital() {
        return Character.isUpperCase(text.codePointAt(0));
    }
}
