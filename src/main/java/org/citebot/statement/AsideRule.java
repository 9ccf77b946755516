package org.citebot.statement;

import java.util.List;
import org.citebot.statement.ContentFinder.Content;
import org.citebot.statement.Cue.Frame;
import org.citebot.statement.SubjectFinder.Subject;

/** Attributions that stand behind their content or amid it: "…, X said", "The map, X said, …". Immutable, for many threads. */
final class AsideRule {

    private final WordClasses words;
    private final Clauses clauses;

    AsideRule(WordClasses words, Clauses clauses) {
        this.words = words;
        this.clauses = clauses;
    }

    /** Whether subject and verb stand beside the content: behind it, or amid it between commas. */
    boolean isAside(SpeechVerb verb, Subject subject, Content content) {
        Sentence sentence = verb.sentence();
        int before = subject.from() - 1;
        boolean parted = sentence.isMark(before, ",—–") || sentence.isQuote(before);
        if (!parted) {
            return false;
        }
        boolean quoted = sentence.isQuote(before) || sentence.isQuote(before - 1);
        if (!content.isEmpty()) {
            return !hasThat(sentence, content) && (quoted || isAmid(sentence, before, content));
        }
        int end = Adverbials.skip(
                sentence,
                content.hearer() == null ? verb.group().to() : content.hearer().to());
        boolean ends = end >= sentence.limit()
                || !sentence.isWord(end)
                || sentence.tag(end).matches("CC|IN|VBG|W.*");
        return ends
                && (quoted
                        || verb.cue().takes(Frame.CLAUSE)
                        || verb.cue().takes(Frame.THAT)
                        || verb.cue().takes(Frame.HEARER)
                        || verb.cue().takes(Frame.ASK));
    }

    /** "The map, he said, “is a sketch”"; but "In a speech, he said, “…”". */
    private static boolean isAmid(Sentence sentence, int before, Content content) {
        return sentence.isMark(before, ",—–")
                && sentence.isMark(content.from() - 1, ",—–")
                && !sentence.tag(0).matches("IN|TO|W.*|VBG|VBN|RB")
                && !(sentence.tag(0).equals("CC") && sentence.tag(1).matches("IN|TO|W.*|VBG|VBN|RB"));
    }

    private static boolean hasThat(Sentence sentence, Content content) {
        return sentence.word(content.from() - 1).equals("that");
    }

    /** What stands before an attribution, and behind it if the clause goes on. */
    void add(SpeechVerb verb, Phrase speaker, int from, int to, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        int begin = begin(sentence, from);
        int last = sentence.isMark(from - 1, ",—–") ? from - 1 : from;
        if (last <= begin || StatementCheck.isNobody(speaker) || StatementCheck.isSign(speaker, words)) {
            return;
        }
        boolean quoted = sentence.isQuote(last - 1);
        if (!quoted
                && sentence.word(begin).matches("asked|pressed|questioned")
                && sentence.word(begin + 1).matches("whether|if|about|why|how|what|by|when|who|where")) {
            // "Asked whether he would go, he said": a question by others.
            return;
        }
        int next = sentence.isMark(to, ",") ? to + 1 : to;
        boolean goesOn = next < sentence.limit() && sentence.isMark(to, ",");
        if (quoted) {
            boolean alone = Quotations.isSentence(sentence.token(last - 1).text()) && !sentence.isWord(last - 2);
            found.add(verb.attribute(alone ? last - 1 : begin, last, speaker, null, 0.95));
            if (next < sentence.size() && sentence.isQuote(next)) {
                found.add(verb.attribute(next, next + 1, speaker, null, 0.95));
            }
            return;
        }
        boolean clause = Clauses.hasFinite(sentence, begin, last);
        int end = goesOn ? clauses.end(sentence, next) : last;
        boolean continued = goesOn
                && !sentence.tag(next).matches("VBG|WP\\$?|WDT|WRB")
                && (!clause || !sentence.tag(next).equals("CC") || end == sentence.limit());
        if (clause || continued) {
            found.add(verb.attribute(begin, continued ? end : last, speaker, null, 0.85));
        }
    }

    /** Where the clause before an attribution begins. */
    private static int begin(Sentence sentence, int limit) {
        int begin = 0;
        for (int i = 0; i < limit; i++) {
            if (sentence.isMark(i, ";:")) {
                begin = i + 1;
            }
        }
        return begin + (sentence.tag(begin).equals("CC") ? 1 : 0);
    }

    /** Behind what tells when and where, but before a comma. */
    static int adverbialEnd(Sentence sentence, int from) {
        int to = Adverbials.skip(sentence, from);
        return to > from && sentence.isMark(to - 1, ",") ? to - 1 : to;
    }

    /** "He called it “clean,” recalled an argument": what stands before the verb is somebody's already. */
    static boolean isAttributed(Sentence sentence, int verb, List<Attribution> found) {
        int quote = sentence.isQuote(verb - 1) ? verb - 1 : verb - 2;
        return sentence.isQuote(quote)
                && found.stream()
                        .anyMatch(other ->
                                other.content().contains(sentence.token(quote).span()));
    }
}
