package org.citebot.statement;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What two ways of writing one name have in common: case, accents, dots, hyphens and a leading article are nothing. Other
 * spellings are other names: Zelensky is not Zelenskyy.
 */
public final class NameKey {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern POSSESSIVE = Pattern.compile("['’ʼ]s?$");
    private static final Pattern NOTHING = Pattern.compile("[.'’ʼ`´\"“”«»„]");
    private static final Pattern SPACE = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern ARTICLE = Pattern.compile("^(?:the|an?) (?=.)");

    private NameKey() {}

    /** Empty for what has neither letters nor digits. */
    public static String of(String name) {
        String plain = POSSESSIVE
                .matcher(name.strip())
                .replaceAll("")
                .toLowerCase(Locale.ROOT)
                .replace('ł', 'l');
        String letters =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
        String spaced = SPACE.matcher(NOTHING.matcher(letters).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return ARTICLE.matcher(spaced).replaceAll("");
    }

    /** The words of a key. */
    static List<String> words(String key) {
        return List.of(key.split(" ", -1));
    }
}
