package org.citebot.answering.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.TextSpan;
import org.citebot.language.WordLists;

/** Finds names in a question by their capital letters, in languages that write them so. For many threads. */
final class Names {

    /** A word as of a name, more of them, and small words between: Institute for the Study of War. */
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}\\p{M}\\p{N}’'-]*"
            + "(?:\\s+(?:(?:of|for|the|and|de|van|von|al)\\s+){0,2}\\p{Lu}[\\p{L}\\p{M}\\p{N}’'-]*)*");

    private static final Pattern POSSESSIVE = Pattern.compile("['’]s$");

    private final Set<String> noNames = WordLists.words(Names.class, "no-names.txt");

    /** Where the names of a text stand, in order. */
    List<TextSpan> in(String text) {
        List<TextSpan> names = new ArrayList<>();
        Matcher matcher = NAME.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            int first = firstWordEnd(text, matcher.start(), matcher.end());
            String word = POSSESSIVE
                    .matcher(text.substring(matcher.start(), first))
                    .replaceFirst("")
                    .toLowerCase(Locale.ROOT);
            boolean shout = isShouted(text.substring(matcher.start(), first));
            if (noNames.contains(word) && !shout) {
                from = first;
            } else {
                int end = matcher.end() - (POSSESSIVE.matcher(matcher.group()).find() ? 2 : 0);
                names.add(new TextSpan(matcher.start(), end));
                from = matcher.end();
            }
        }
        return names;
    }

    /** An abbreviation looks like a small word now and then: WHO, IT. */
    private static boolean isShouted(String word) {
        return word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    }

    private static int firstWordEnd(String text, int start, int end) {
        int at = start;
        while (at < end && !Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
