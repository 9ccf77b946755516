package org.citebot.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Knows page furniture: what stands around an article and is no statement of it, such as share counters, photo credits,
 * cookie notes, "Read more". The patterns lie beside this class, one file a language; all of them are tried on every
 * text, because a page's buttons need not speak the language of its article. A pattern must match a piece as a whole:
 * "Read more" is furniture, "Read more books, the minister said." is not. Immutable, for many threads.
 */
public final class Furniture {

    /** Furniture is short; a longer piece is not even tried. */
    private static final int LONGEST = 400;

    /** What the files call {name}: one to six words with capitals. */
    private static final String NAME =
            "(?:W(?: (?:(?:of|de|van|von|the|and|и|і|i) )?W){0,5})".replace("W", "(?-i:\\p{Lu})[\\p{L}\\p{N}'.&-]*+");

    /** What they call {date}: a day or a time of day with its year or its minutes, and no other words. */
    private static final String DATE = "(?=.*(?:\\b(?:19|20)\\d\\d\\b|\\d[:.]\\d\\d))D(?: D){0,11}"
            .replace("D", "(?:\\p{P}*(?:\\d[\\d:.,/+-]*\\p{L}{0,2}|\\p{L}{1,3}|M\\p{L}*|at|г)[\\p{P}|]*+|\\|)")
            .replace(
                    "M",
                    "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun|upd"
                            + "|янв|фев|мар|апр|ма[яй]|июн|июл|авг|сен|окт|ноя|дек|год|пон|вто|сре|чет|пят|суб|вос"
                            + "|січ|лют|бер|кві|тра|чер|лип|сер|вер|жов|лис|гру|рок"
                            + "|сту|сак|кра|чэр|ліп|жні|кас|ліс|сне|sty|lut|kwi|maj|cze|lip|sie|wrz|paź|lis|gru|rok)");

    /** What they call {rest}. */
    private static final String REST = ".{0,120}";

    private final List<Pattern> patterns = new ArrayList<>();

    public Furniture() {
        for (Language language : Language.values()) {
            if (language != Language.OTHER) {
                WordLists.lines(Furniture.class, "furniture/" + language.code() + ".txt")
                        .forEach(line -> patterns.add(compile(line)));
            }
        }
    }

    private static Pattern compile(String line) {
        String expression = line.replace("{name}", NAME).replace("{date}", DATE).replace("{rest}", REST);
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Whether a paragraph, line or sentence is furniture. A piece without a single letter always is: "0 / 24", "***". */
    public boolean isFurniture(String piece) {
        if (piece.codePoints().noneMatch(Character::isLetter)) {
            return true;
        }
        if (piece.length() > LONGEST) {
            return false;
        }
        String line = normalise(piece);
        return patterns.stream().anyMatch(pattern -> pattern.matcher(line).matches());
    }

    private static String normalise(String piece) {
        return piece.replaceAll("[\\s\\p{Z}]+", " ")
                .replace('’', '\'')
                .replaceAll("^[\\s•·|▶►→»›#*>-]+", "")
                .replaceAll("[\\s.:!…→»›>|▼▾+*-]+$", "");
    }
}
