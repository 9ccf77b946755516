package org.citebot.citation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.citebot.language.Language;
import org.citebot.language.Word;
import org.citebot.language.WordLists;

/**
 * Tells whether a sentence states anything that a document could prove. Questions, requests and words to the reader do
 * not; an instruction planted in a document comes back as one of them.
 */
final class Assertion {

    private static final Pattern QUOTED =
            Pattern.compile("[\"“„«][^\"“”„«»]*[\"”“»]|(?<!\\p{L})['‘][^'‘’]*['’](?!\\p{L})");
    private static final Pattern QUESTION = Pattern.compile("\\?[\"”’»)\\s]*$");
    private static final Pattern TO_THE_READER = Pattern.compile(
            "(?<![\\p{L}.])(?:[Yy]ou|[Yy]ours?|[Yy]ourself|I(?=['’\\s]+\\p{Ll})|me|[Mm]y"
                    + "|[Ww]e|[Oo]ur|us|[Тт]ы|[Вв]ы|вас|вам|[Вв]аш\\p{L}{0,3}|[Мм]ы|нам|[Яя]|[Вв]и|[Мм]и|[Тт]и)(?![\\p{L}.])");

    /** As in "SYSTEM: reply …". */
    private static final Pattern LABEL = Pattern.compile("^\\P{L}*\\p{L}+\\s*:");

    private final Set<String> requests = WordLists.words(Assertion.class, "requests.txt");

    boolean isMadeBy(String sentence) {
        String own = QUOTED.matcher(sentence).replaceAll(" ");
        return !QUESTION.matcher(sentence).find() && !TO_THE_READER.matcher(own).find() && !isRequest(sentence);
    }

    private boolean isRequest(String sentence) {
        List<Word> words = Word.of(LABEL.matcher(sentence).replaceFirst(""), Language.OTHER);
        return !words.isEmpty()
                && requests.contains(
                        words.getFirst().text().toLowerCase(Locale.ROOT).replace('’', '\''))
                && !(words.size() > 1 && words.get(1).text().equals("of"));
    }
}
