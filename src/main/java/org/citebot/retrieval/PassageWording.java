package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.TextSpan;

/**
 * What a passage says, by its words alone: other punctuation, capitals and spaces say nothing else, and where a wire
 * report was written and by whom neither. One other word is another wording: it may be the one that matters.
 *
 * @param title of its document
 * @param sentences the words of each, with a blank around every word
 * @param whole all of them in a row
 * @param selfContained whether it says so much that it says the same under another title
 */
record PassageWording(String title, List<String> sentences, String whole, boolean selfContained) {

    /** Under another title, fewer words may speak of somebody else: "He was born in Minsk." */
    private static final int SELF_CONTAINED = 12;

    private static final Pattern DATELINE =
            Pattern.compile("^\\p{Lu}{3}[\\p{L}\\p{N} ,./]{0,50}\\([\\p{L} ]{2,30}\\)\\s*[–—-]+\\s*");

    static PassageWording of(RankedPassage passage) {
        List<String> sentences = new ArrayList<>();
        StringBuilder whole = new StringBuilder(passage.passage().span().length()).append(' ');
        for (TextSpan span : passage.passage().sentences()) {
            String words = words(span.in(passage.version().text()));
            sentences.add(words);
            whole.append(words, 1, words.length());
        }
        return new PassageWording(
                words(passage.version().details().title()),
                List.copyOf(sentences),
                whole.toString(),
                whole.chars().filter(each -> each == ' ').count() > SELF_CONTAINED);
    }

    /** Whether all that another one says stands here. */
    boolean holds(PassageWording other) {
        return other.whole.length() <= whole.length()
                && !other.sentences.isEmpty()
                && (title.equals(other.title) || other.selfContained)
                && (whole.equals(other.whole) || other.sentences.stream().allMatch(whole::contains));
    }

    private static String words(String text) {
        Matcher dateline = DATELINE.matcher(text);
        StringBuilder words = new StringBuilder(text.length()).append(' ');
        int at = dateline.lookingAt() ? dateline.end() : 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (isPartOfWord(text, at, character)) {
                words.appendCodePoint(Character.toLowerCase(character));
            } else if (words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
            at += Character.charCount(character);
        }
        return (words.charAt(words.length() - 1) == ' ' ? words : words.append(' ')).toString();
    }

    /** What makes another amount of a number is: its sign, a currency, a share. */
    private static boolean isPartOfWord(String text, int at, int character) {
        return Character.isLetterOrDigit(character)
                || Character.getType(character) == Character.CURRENCY_SYMBOL
                || character == '%'
                || ((character == '-' || character == '−') && isSign(text, at));
    }

    private static boolean isSign(String text, int at) {
        return at + 1 < text.length()
                && Character.isDigit(text.charAt(at + 1))
                && (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)));
    }
}
