package org.citebot.language;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Splits paragraphs into sentences. The Unicode rules of ICU propose boundaries (UAX #29); those that an abbreviation,
 * an initial, an open bracket or the attribution of direct speech speaks against are taken back. When in doubt two
 * sentences stay one, because a citation may hold a sentence too many but never half of one. Immutable, for many
 * threads.
 */
public final class SentenceSplitter {

    /** The word that ends right before a full stop, with the stops and hyphens inside it. */
    private static final Pattern WORD_BEFORE_STOP = Pattern.compile("([\\p{L}\\p{N}№][\\p{L}\\p{N}.\\-]*)\\.$");

    private static final Pattern FIRST_WORD = Pattern.compile("^[^\\p{L}\\p{N}]*([\\p{L}\\p{N}][\\p{L}\\p{N}'’]*)");

    /** A number that only counts what follows: "1. Introduction". */
    private static final Pattern ENUMERATOR = Pattern.compile("\\(?(?:\\p{Nd}{1,3}|[\\p{L}])[.)]+");

    private static final int LONGEST_ENUMERATOR = 6;

    /** A quotation that ends as a question or exclamation does not end the sentence around it. */
    private static final Pattern OPEN_QUOTATION_END = Pattern.compile("[?!…]+[\"”’»“]+$");

    /** How far to look for the verb of an attribution: "“Why?” the acting commander of the brigade asked." */
    private static final int WORDS_OF_ATTRIBUTION = 6;

    /** A bracket that does not close within so many characters is taken for a slip. */
    private static final int LONGEST_BRACKET = 400;

    /** How much of a text before or after a boundary is looked at. */
    private static final int WINDOW = 120;

    private final ParagraphSplitter paragraphs = new ParagraphSplitter();
    private final Abbreviations abbreviations = new Abbreviations();
    private final Map<Language, Set<String>> starters = new EnumMap<>(Language.class);
    private final Set<String> speechVerbs = Set.copyOf(WordLists.lines(SentenceSplitter.class, "speech-verbs.txt"));

    public SentenceSplitter() {
        for (LanguageProfile profile : LanguageProfile.all()) {
            starters.computeIfAbsent(profile.language(), language -> new HashSet<>())
                    .addAll(profile.frequentWords());
        }
    }

    /**
     * The sentences inside a part of a text, in order, trimmed of white space, none empty, none across a wall between
     * paragraphs. Together they hold every character of the part that is not white space.
     */
    public List<TextSpan> split(String text, TextSpan within, Language language) {
        List<TextSpan> sentences = new ArrayList<>();
        for (TextSpan paragraph : paragraphs.split(text, within)) {
            addSentences(text, paragraph, language, sentences);
        }
        return sentences;
    }

    private void addSentences(String text, TextSpan paragraph, Language language, List<TextSpan> sentences) {
        BreakIterator proposals = BreakIterator.getSentenceInstance(ULocale.forLanguageTag(language.code()));
        proposals.setText(masked(paragraph.in(text)));
        int start = paragraph.start();
        for (int proposal = proposals.next(); proposal != BreakIterator.DONE; proposal = proposals.next()) {
            int end = paragraph.start() + proposal;
            if (end == paragraph.end() || isBoundary(text, start, end, paragraph.end(), language)) {
                sentences.add(Whitespace.trim(text, start, end));
                start = end;
            }
        }
    }

    /** The text as ICU should see it: a line break is no wall, and an ellipsis may end a sentence as a full stop. */
    private static String masked(String paragraph) {
        return paragraph.replace('\n', ' ').replace('…', '.');
    }

    private boolean isBoundary(String text, int start, int boundary, int limit, Language language) {
        TextSpan sentence = Whitespace.trim(text, start, boundary);
        String before = text.substring(Math.max(start, sentence.end() - WINDOW), sentence.end());
        String after = text.substring(boundary, Math.min(limit, boundary + WINDOW));
        return !continuesInLowerCase(after)
                && !endsInAbbreviation(before, after, language)
                && !isEnumerator(text, sentence)
                && !isAttribution(before, after)
                && !isInsideBracket(text, sentence, limit)
                && hasLetterOrDigit(text, boundary, limit);
    }

    private static boolean isEnumerator(String text, TextSpan sentence) {
        return sentence.length() <= LONGEST_ENUMERATOR
                && ENUMERATOR.matcher(sentence.in(text)).matches();
    }

    private static boolean continuesInLowerCase(String after) {
        Matcher word = FIRST_WORD.matcher(after);
        return word.find() && Character.isLowerCase(word.group(1).codePointAt(0));
    }

    private boolean endsInAbbreviation(String before, String after, Language language) {
        Matcher word = WORD_BEFORE_STOP.matcher(before);
        if (!word.find()) {
            return false;
        }
        return switch (abbreviations.kind(word.group(1), language)) {
            case INSIDE -> true;
            case EITHER -> !beginsSentence(after, language);
            case BEFORE_NUMBER -> startsWithDigit(after);
            case NONE -> false;
        };
    }

    private boolean beginsSentence(String after, Language language) {
        Matcher word = FIRST_WORD.matcher(after);
        return word.find()
                && starters.getOrDefault(language, Set.of())
                        .contains(word.group(1).toLowerCase(Locale.ROOT));
    }

    private static boolean startsWithDigit(String after) {
        Matcher word = FIRST_WORD.matcher(after);
        return word.find() && Character.isDigit(word.group(1).codePointAt(0));
    }

    /** Whether what follows a quoted question or exclamation says whose it is: "“Why?” Putin asked." */
    private boolean isAttribution(String before, String after) {
        if (!OPEN_QUOTATION_END.matcher(before).find()) {
            return false;
        }
        String[] words = after.strip().split("[^\\p{L}'’-]+", WORDS_OF_ATTRIBUTION + 1);
        for (int i = 0; i < Math.min(words.length, WORDS_OF_ATTRIBUTION); i++) {
            if (speechVerbs.contains(words[i].toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInsideBracket(String text, TextSpan sentence, int limit) {
        int open = 0;
        for (int i = sentence.start(); i < sentence.end(); i++) {
            char character = text.charAt(i);
            if (character == '(' || character == '[') {
                open++;
            } else if ((character == ')' || character == ']') && open > 0) {
                open--;
            }
        }
        if (open == 0 || sentence.length() > LONGEST_BRACKET) {
            return false;
        }
        for (int i = sentence.end(); i < Math.min(limit, sentence.end() + LONGEST_BRACKET); i++) {
            char character = text.charAt(i);
            if (character == ')' || character == ']') {
                return true;
            } else if (character == '(' || character == '[') {
                return false;
            }
        }
        return false;
    }

    /** A rest of mere signs, such as a row of dots, belongs to the sentence before. */
    private static boolean hasLetterOrDigit(String text, int start, int end) {
        for (int i = start; i < end; i = text.offsetByCodePoints(i, 1)) {
            if (Character.isLetterOrDigit(text.codePointAt(i))) {
                return true;
            }
        }
        return false;
    }
}
