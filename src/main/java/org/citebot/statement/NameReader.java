package org.citebot.statement;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.WordClasses.WordClass;

/** Finds names in tagged sentences by their capitals. Immutable, for many threads. */
final class NameReader {

    private static final Set<String> PARTICLES =
            Set.of("van", "der", "de", "von", "bin", "al", "la", "del", "den", "di", "da", "ibn", "dos", "le", "el");

    /** Of the British police and elsewhere, in front of a name. */
    private static final Set<String> RANKS =
            Set.of("PC", "DC", "DS", "DI", "DCI", "DSI", "DCS", "WPC", "ACC", "PM", "FM");

    private static final int LONGEST_DATELINE = 12;

    /** "Secretary of State …". */
    private static final String OFFICES =
            "state|defen[cs]e|labor|commerce|education|energy|agriculture|health|transportation|interior|war";

    private static final Pattern HONOURS = Pattern.compile(" (?:QC|KC|MP|MEP|MSP|MD|OBE|CBE|PhD)$");
    private static final Pattern POSSESSIVE = Pattern.compile("(?:['’]s|(?<=s)['’])$");
    private static final Pattern ACRONYM_SIGNS = Pattern.compile("['’]s$|\\.");
    private static final Pattern NO_NAME = Pattern.compile("IN|DT|PRP\\$?|W.*|CC|TO|MD|EX");
    private static final Set<String> BEFORE_MONTH =
            Set.of("last", "next", "this", "early", "late", "mid", "since", "until");
    private static final Set<String> FIRST_PERSON = Set.of("i", "i'm", "i've", "i'd", "i'll");

    private final WordClasses words;
    private final SpeakerNouns nouns;

    NameReader(WordClasses words) {
        this.words = words;
        nouns = new SpeakerNouns(words);
    }

    /** Behind the last word of the name that begins at a token, its titles included; the token itself if none does. */
    int end(Sentence sentence, int from) {
        if (!begins(sentence, from)) {
            return from;
        }
        int to = from + 1;
        while (to < sentence.size()
                && !sentence.isPossessive(to - 1)
                && (goesOn(sentence, to) || joins(sentence, from, to))) {
            to++;
        }
        if (to - from > 2 && isHonour(sentence.token(to - 1).text()) && !isBody(sentence, from, to)) {
            to--;
        }
        while (to > from + 1
                && !sentence.isCapital(to - 1)
                && !sentence.word(to - 1).matches("\\d{1,3}")) {
            to--;
        }
        return to;
    }

    private boolean begins(Sentence sentence, int index) {
        return goesOn(sentence, index)
                && !isDateline(sentence, index)
                && (index > 0
                        || sentence.isName(index)
                        || sentence.isCapital(index + 1)
                        || isAcronym(sentence.token(index).text()))
                && !sentence.tag(index).matches("RB|VB.*|UH|PDT");
    }

    private static boolean isDateline(Sentence sentence, int index) {
        boolean capitals = sentence.token(0).text().matches("\\p{Lu}{3,}");
        for (int i = index; capitals && i < Math.min(sentence.size(), LONGEST_DATELINE); i++) {
            if (sentence.isMark(i, "—–-")) {
                return true;
            }
        }
        return false;
    }

    private boolean goesOn(Sentence sentence, int index) {
        String word = sentence.word(index);
        return sentence.isCapital(index)
                && !NO_NAME.matcher(sentence.tag(index)).matches()
                && !words.is(WordClass.DAYS, word)
                && !(words.is(WordClass.MONTHS, word) && sentence.tag(index + 1).equals("CD"))
                && !isMonth(sentence, index)
                && !isMonth(sentence, index + 1)
                && !FIRST_PERSON.contains(word);
    }

    /** "Last July" is nobody. */
    private boolean isMonth(Sentence sentence, int index) {
        return words.is(WordClass.MONTHS, sentence.word(index)) && BEFORE_MONTH.contains(sentence.word(index - 1));
    }

    private boolean joins(Sentence sentence, int from, int at) {
        String word = sentence.word(at);
        if (word.equals("of") && sentence.word(at - 1).equals("secretary")) {
            return sentence.word(at + 1).matches(OFFICES) && sentence.isCapital(at + 2);
        }
        if (PARTICLES.contains(word) || word.equals("&")) {
            return sentence.isCapital(at + 1) || PARTICLES.contains(sentence.word(at + 1));
        }
        if (word.matches("\\d{1,3}")) {
            return !words.is(WordClass.MONTHS, sentence.word(at - 1)) && isBody(sentence, from, at);
        }
        // "Reporters Without Borders"
        if (word.equals("without")) {
            return sentence.isCapital(at) && goesOn(sentence, at + 1);
        }
        boolean body = isBody(sentence, from, at);
        if (word.matches("of|for|on")) {
            return body
                    && (goesOn(sentence, at + 1) || (sentence.word(at + 1).equals("the") && goesOn(sentence, at + 2)));
        }
        if (word.equals("and") && !body && joinsBody(sentence, from, at)) {
            return true;
        }
        return (word.equals("the") && body && sentence.word(at - 1).matches("of|for|on"))
                || (word.equals("and")
                        && body
                        && goesOn(sentence, at + 1)
                        && sentence.word(at - 2).matches("of|for|on|and"));
    }

    /** "the Food and Drug Administration": but "the FBI and Customs Service" are two. */
    private boolean joinsBody(Sentence sentence, int from, int and) {
        int to = and + 1;
        while (goesOn(sentence, to) && !sentence.isPossessive(to - 1)) {
            to++;
        }
        return to > and + 1
                && sentence.tag(from - 1).equals("DT")
                && !isAcronym(sentence.token(and - 1).text())
                && !sentence.isPossessive(and - 1)
                && words.is(WordClass.ORGANISATIONS, sentence.word(to - 1));
    }

    /** "The Iowa Senator", "the Norwegian": capitals that describe somebody. */
    boolean isDescription(Sentence sentence, int from, int to) {
        boolean person = words.is(WordClass.TITLES, sentence.word(to - 1))
                || (to - from == 1 && words.is(WordClass.PEOPLE, sentence.word(to - 1)));
        return sentence.word(from - 1).equals("the") && person && !sentence.isPossessive(to - 1);
    }

    boolean isBody(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is(WordClass.ORGANISATIONS, sentence.word(i)) || words.is(WordClass.OUTLETS, sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    /** "Secretary-General" is one as "Secretary" is. */
    private boolean isTitle(Token token) {
        String word = token.word();
        return RANKS.contains(token.text())
                || words.is(WordClass.TITLES, word)
                || words.is(WordClass.TITLES, word.substring(word.lastIndexOf('-') + 1));
    }

    /** "Butcher Len Hobday", "County Clerk Len Hobday": a trade with a capital, before a given name. */
    private boolean isTrade(Sentence sentence, int from, int index, int to) {
        return to - index > 2
                && isGivenName(sentence.word(index + 1))
                && !isGivenName(sentence.word(from))
                && !isGivenName(sentence.word(index))
                && nouns.isPerson(sentence.word(index));
    }

    private boolean isGivenName(String word) {
        return words.is(WordClass.MALE, word) || words.is(WordClass.FEMALE, word);
    }

    /** What a title tells of a person. */
    static Gender gender(String title) {
        return switch (title) {
            case "mr", "sir", "lord" -> Gender.MALE;
            case "mrs", "ms", "miss", "lady", "dame" -> Gender.FEMALE;
            default -> Gender.UNKNOWN;
        };
    }

    static boolean isHonour(String text) {
        return text.matches("QC|KC|MP|MEP|MSP|MD|OBE|CBE|PhD|Jr\\.?|Sr\\.?");
    }

    /** Where the name itself begins, behind its titles. */
    int withoutTitles(Sentence sentence, int from, int to) {
        int begin = from;
        for (int i = from; i < to - 1; i++) {
            boolean office =
                    (sentence.word(i).matches(OFFICES) && sentence.word(i - 1).equals("of"))
                            || (sentence.word(i).equals("executive")
                                    && sentence.word(i - 1).equals("chief"));
            boolean saint =
                    sentence.word(i).equals("st") && sentence.token(i + 1).isPossessive();
            if (((isTitle(sentence.token(i)) && !saint) || office || isTrade(sentence, from, i, to))
                    && !isBody(sentence, i + 1, to)) {
                begin = i + 1;
            }
        }
        return begin;
    }

    static boolean isAcronym(String text) {
        if (text.isEmpty()
                || Character.isLowerCase(text.charAt(0))
                || text.chars().noneMatch(Character::isUpperCase)) {
            return false;
        }
        String letters = ACRONYM_SIGNS.matcher(text).replaceAll("");
        return letters.length() >= 2
                && letters.length() <= 8
                && letters.chars().filter(Character::isUpperCase).count() >= 2
                && letters.equals(letters.toUpperCase(Locale.ROOT));
    }

    /** The words as they stand, on one line, without a possessive's ending. */
    static String text(Sentence sentence, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from && sentence.token(i).start() > sentence.token(i - 1).end()) {
                text.append(' ');
            }
            text.append(sentence.token(i).text());
        }
        return HONOURS.matcher(POSSESSIVE.matcher(text).replaceAll("")).replaceAll("");
    }
}
