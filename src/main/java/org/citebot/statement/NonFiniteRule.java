package org.citebot.statement;

import java.util.List;
import org.citebot.statement.ContentFinder.Content;
import org.citebot.statement.Cue.Frame;
import org.citebot.statement.SubjectFinder.Subject;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Attributions by a verb of speech without a tense of its own: "warning that …", "went on to say", "was accused by X of".
 * Immutable, for many threads.
 */
final class NonFiniteRule {

    private final WordClasses words;
    private final CueLexicon lexicon;
    private final ContentFinder contents;
    private final Clauses clauses;
    private final SpeakerNouns speakers;
    private final StatementCheck check;

    NonFiniteRule(WordClasses words, CueLexicon lexicon, Clauses clauses) {
        this.words = words;
        this.lexicon = lexicon;
        this.clauses = clauses;
        contents = new ContentFinder(clauses);
        speakers = new SpeakerNouns(words);
        check = new StatementCheck(words);
    }

    @Nullable
    Phrase gerund(SpeechVerb verb, @Nullable Phrase speaking, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        int before = verb.group().from() - 1;
        if (sentence.word(before).equals("as")) {
            return quoted(verb, found);
        }
        if (sentence.word(before).matches("of|without|from|for|about")
                || sentence.tag(before).matches("RP|VB.*")) {
            return null;
        }
        Content content = contents.after(sentence, verb.cue(), verb.group().to());
        Phrase speaker = Governors.absolute(sentence, before + 1);
        if (speaker == null) {
            speaker = Governors.nearest(sentence, verb.group().from(), speaking, found, speakers);
        }
        if (speaker == null) {
            speaker = Governors.following(sentence, verb.group().to());
        }
        boolean leads = before < 0
                && !sentence.isQuote(content.from())
                && !sentence.word(content.from() - 1).equals("that");
        if (speaker == null || StatementCheck.isNobody(speaker) || leads) {
            // "Reporting his comments, the channel said …": the clause behind the comma is the main one.
            return null;
        }
        check.add(verb, speaker, content, 0.75, found);
        return speaker;
    }

    /** "X was quoted by Y as saying that", "it quoted X as saying". */
    private @Nullable Phrase quoted(SpeechVerb verb, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        int as = verb.group().from() - 1;
        int quoted = as;
        while (quoted > 0 && !sentence.word(quoted).matches("quoted|cited|quotes|quoting")) {
            quoted--;
        }
        if (quoted == 0) {
            return null;
        }
        VerbGroup group = VerbGroup.of(sentence, quoted, null);
        Subject subject = SubjectFinder.before(sentence, group.from());
        boolean passive =
                group.passive() || quoted + 1 == as || sentence.word(quoted + 1).matches("by|in");
        Phrase agent = sentence.word(quoted + 1).equals("by") ? NounPhrases.beginningAt(sentence, quoted + 2) : null;
        Phrase teller = passive ? agent : subject == null ? Governors.governor(sentence, quoted) : subject.speaker();
        Phrase speaker =
                passive ? (subject == null ? null : subject.speaker()) : NounPhrases.beginningAt(sentence, quoted + 1);
        Content content = contents.after(sentence, verb.cue(), verb.group().to());
        if (speaker == null || content.isEmpty()) {
            return null;
        }
        Attribution attribution = verb.attribute(content.from(), content.to(), speaker, content.hearer(), 0.85);
        found.add(teller == null ? attribution : attribution.withVia(teller));
        return speaker;
    }

    /** "went on to say that": by whoever does what governs it, unless that only wants or refuses to. */
    @Nullable
    Phrase infinitive(SpeechVerb verb, @Nullable Phrase speaking, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        int governing = verb.group().from() - 1;
        while (governing > 0 && !sentence.isVerb(governing) && !sentence.isMark(governing, ",")) {
            governing--;
        }
        if (!sentence.isVerb(governing)
                || words.is(WordClass.REQUESTS, sentence.word(governing))
                || sentence.tag(governing).equals("VBG")) {
            return null;
        }
        VerbGroup group = VerbGroup.of(sentence, governing, null);
        if (group.reality() != Reality.SAID || group.passive() || asks(sentence, governing)) {
            return null;
        }
        Subject subject = SubjectFinder.before(sentence, group.from());
        Phrase speaker = subject == null
                ? speaking == null ? Governors.governor(sentence, governing) : speaking
                : subject.speaker();
        Content content = contents.after(sentence, verb.cue(), verb.group().to());
        if (speaker == null || StatementCheck.isNobody(speaker)) {
            return null;
        }
        check.add(verb, speaker, content, 0.7, found);
        return speaker;
    }

    /** Whether a verb asks somebody to do what follows: "urged him to say"; but not "went on to say". */
    private boolean asks(Sentence sentence, int index) {
        Cue cue = lexicon.verb(sentence, index);
        return cue != null && (cue.takes(Frame.HEARER) || cue.takes(Frame.TO));
    }

    /** "was accused by X of", "called “…” by X"; what nobody is said to have said is nobody's. */
    @Nullable
    Phrase passive(SpeechVerb verb, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        int end = clauses.end(sentence, verb.group().verb());
        for (int by = verb.group().to(); by < end && !sentence.isFinite(by) && !sentence.isMark(by, ","); by++) {
            if (!sentence.word(by).equals("by")) {
                continue;
            }
            Phrase whole = SubjectFinder.after(sentence, by + 1);
            if (whole == null) {
                return null;
            }
            int plain = NounPhrases.end(sentence, by + 1);
            Phrase agent =
                    SubjectFinder.endsInName(whole) && plain < whole.to() ? new Phrase(sentence, by + 1, plain) : whole;
            int from = by == verb.group().to() ? agent.to() : verb.group().to();
            int to = by == verb.group().to() ? end : by;
            boolean content = from < to
                    && (sentence.isQuote(from)
                            || sentence.word(from).matches("of|as|that|to|for|whether|about")
                            || by > verb.group().to());
            if (content) {
                int begin = sentence.word(from).equals("that") ? from + 1 : from;
                if (begin < to) {
                    found.add(verb.attribute(begin, to, agent, null, 0.8));
                }
            }
            return agent;
        }
        return null;
    }
}
