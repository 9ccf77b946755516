package org.citebot.answering;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.corpus.Passage;
import org.citebot.language.TextSpan;
import org.citebot.retrieval.FoundStatement;
import org.citebot.statement.Reality;
import org.citebot.statement.Resolution;
import org.citebot.statement.SpeakerMatch;
import org.citebot.statement.Statement;
import org.citebot.statement.StatementKind;
import org.jspecify.annotations.Nullable;

/**
 * The words of one statement as its source has them. Nothing is put into quotation marks that does not stand in them; where
 * the verb of the attribution stands before the content, both are shown as they stand: "warned about the war".
 */
final class SaidWords {

    /** So much may stand between a speaker and the verb and still belong to it: "has also". */
    private static final int BEFORE_VERB = 14;

    private static final Pattern ENDED = Pattern.compile("[.?!…][”\"»’')]*$|,[”\"»’]+$");
    private static final Pattern ENDS_HERE = Pattern.compile("[”\"»’')]*(?:[.?!…;]|\\s*$|\\s*\\n\\s*\\n)");

    private static final Pattern BRACKET = Pattern.compile("\\s*\\([^()]*\\)");

    private final FoundStatement found;
    private final String text;
    private final Statement statement;

    SaidWords(FoundStatement found) {
        this.found = found;
        this.text = found.version().text();
        this.statement = found.statement();
    }

    String content() {
        return statement.span().in(text);
    }

    /** The whole sentences around the statement that its passage holds: what is cited. */
    TextSpan cited() {
        Passage passage = found.passage();
        TextSpan whole = whole();
        int start = -1;
        int end = -1;
        for (TextSpan sentence : passage.sentences()) {
            if (sentence.start() < whole.end() && whole.start() < sentence.end()) {
                start = start < 0 ? sentence.start() : start;
                end = sentence.end();
            }
        }
        return start < 0 ? passage.sentences().getFirst() : new TextSpan(start, end);
    }

    /** From the words for the speaker, if they stand close, to the end of the content. */
    private TextSpan whole() {
        int start = statement.span().start();
        int end = statement.span().end();
        TextSpan cue = statement.cue();
        TextSpan words = statement.speaker().words();
        if (cue != null && found.passage().span().contains(cue)) {
            start = Math.min(start, cue.start());
            end = Math.max(end, cue.end());
        }
        if (words != null && found.passage().span().contains(words)) {
            start = Math.min(start, words.start());
            end = Math.max(end, words.end());
        }
        return new TextSpan(start, Math.min(end, found.passage().span().end()));
    }

    /** What is shown of it, on one line. */
    String shown() {
        if (statement.reality() != Reality.SAID) {
            // "Did not say" and "would say" must not lose what makes them so.
            return oneLine(cited().in(text));
        }
        TextSpan predicate = isWholeQuotation() ? null : predicate();
        return closed(predicate == null ? statement.span() : predicate);
    }

    /** Whether it is reported speech that does not show it: no verb of saying stands in what is shown. */
    boolean isReported() {
        TextSpan cue = statement.cue();
        return statement.reality() == Reality.SAID
                && statement.kind() == StatementKind.INDIRECT
                && predicate() == null
                && (cue == null || !statement.span().contains(cue));
    }

    /** Whether the quotation says something without the words before it. */
    private boolean isWholeQuotation() {
        return statement.kind() == StatementKind.DIRECT
                && content().codePoints().filter(Character::isLetter).findFirst().stream()
                        .anyMatch(Character::isUpperCase);
    }

    /** From the verb, with what belongs to it, to the end of the content; null where the verb does not stand before. */
    private @Nullable TextSpan predicate() {
        TextSpan cue = statement.cue();
        TextSpan content = statement.span();
        boolean before = cue != null
                && cue.length() > 1
                && cue.end() <= content.start()
                && cited().contains(new TextSpan(cue.start(), content.end()));
        if (cue == null || !before) {
            return null;
        }
        TextSpan words = statement.speaker().words();
        boolean close = words != null && words.end() <= cue.start() && cue.start() - words.end() <= BEFORE_VERB;
        int start = close && words != null ? behind(words, cue.start()) : cue.start();
        return new TextSpan(start, content.end());
    }

    /** Where the words behind a speaker begin, past an abbreviation in brackets: "the institute (ISW) said". */
    private int behind(TextSpan speaker, int end) {
        int start = speaker.end();
        Matcher bracket = BRACKET.matcher(text).region(start, end);
        if (bracket.lookingAt()) {
            start = bracket.end();
        }
        while (start < end && !Character.isLetter(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** From which words it was inferred who spoke; null where the speaker is named. */
    @Nullable
    Inferred inferred() {
        Resolution resolution = statement.speaker().resolution();
        if (resolution == Resolution.CARRIED) {
            return new Inferred(null);
        }
        if (isSurnameOnly()) {
            return new Inferred(statement.speaker().name());
        }
        TextSpan words = statement.speaker().words();
        if (words == null || (resolution != Resolution.PRONOUN && resolution != Resolution.ROLE)) {
            return null;
        }
        String said = oneLine(words.in(text));
        if (said.equals(statement.speaker().name())) {
            return null;
        }
        TextSpan cue = statement.cue();
        boolean follows = cue != null && words.end() < cue.start() && cue.start() - words.end() <= BEFORE_VERB;
        return new Inferred(follows && cue != null ? oneLine(text.substring(words.start(), cue.end())) : said);
    }

    /** Whether the document gives no more than a surname, which nobody else has. */
    private boolean isSurnameOnly() {
        SpeakerMatch match = found.match();
        String name = statement.speaker().name();
        return match != null && name != null && match.speaker().isInferred(name);
    }

    /** Words of the text on one line, with a full stop where they end their sentence, and dots where it goes on. */
    private String closed(TextSpan span) {
        String words = oneLine(span.in(text));
        if (ENDED.matcher(words).find()) {
            return words;
        }
        boolean ends = ENDS_HERE.matcher(text.substring(span.end())).lookingAt();
        return words.replaceAll("[,;:]$", "") + (ends ? "." : " …");
    }

    static String oneLine(String words) {
        return words.replaceAll("[\\s\\p{Z}]+", " ").strip();
    }
}
