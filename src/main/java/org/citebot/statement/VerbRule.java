package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import org.citebot.statement.ContentFinder.Content;
import org.citebot.statement.Cue.Frame;
import org.citebot.statement.SubjectFinder.Subject;
import org.jspecify.annotations.Nullable;

/**
 * Attributions by a verb of speech: before the content ("X said that …"), behind it ("…, X said") or amid it. Immutable,
 * for many threads.
 */
final class VerbRule {

    /** "Voters, argues X, forget": so far into a sentence. */
    private static final int AMID = 8;

    private final CueLexicon lexicon;
    private final ContentFinder contents;
    private final SpeakerNouns speakers;
    private final StatementCheck check;
    private final AsideRule asides;
    private final NonFiniteRule nonFinite;

    VerbRule(WordClasses words, CueLexicon lexicon, Clauses clauses) {
        this.lexicon = lexicon;
        contents = new ContentFinder(clauses);
        speakers = new SpeakerNouns(words);
        check = new StatementCheck(words);
        asides = new AsideRule(words, clauses);
        nonFinite = new NonFiniteRule(words, lexicon, clauses);
    }

    /** What the verbs of a sentence attribute, in the order of the verbs. */
    List<Attribution> find(Sentence sentence) {
        List<Attribution> found = new ArrayList<>();
        Phrase speaking = null;
        for (int i = 0; i < sentence.size(); i++) {
            Cue cue = lexicon.verb(sentence, i);
            if (cue == null) {
                continue;
            }
            SpeechVerb verb = new SpeechVerb(sentence, cue, VerbGroup.of(sentence, i, cue.particle()));
            if (verb.group().reality() == null) {
                continue;
            }
            int known = found.size();
            Phrase speaker = find(verb, speaking, found);
            speaking = speaker == null || (speaking != null && found.size() == known) ? speaking : speaker;
        }
        return found;
    }

    private @Nullable Phrase find(SpeechVerb verb, @Nullable Phrase speaking, List<Attribution> found) {
        VerbGroup group = verb.group();
        if (group.passive()) {
            return nonFinite.passive(verb, found);
        }
        return switch (group.form()) {
            case FINITE -> finite(verb, speaking, found);
            case GERUND -> nonFinite.gerund(verb, speaking, found);
            case INFINITIVE -> nonFinite.infinitive(verb, speaking, found);
            case PARTICIPLE -> participle(verb, speaking, found);
        };
    }

    private @Nullable Phrase finite(SpeechVerb verb, @Nullable Phrase speaking, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        VerbGroup group = verb.group();
        Content content = contents.after(sentence, verb.cue(), group.to());
        Phrase inverted = inverted(verb, content);
        if (inverted != null && !AsideRule.isAttributed(sentence, group.from(), found)) {
            asides.add(verb, inverted, group.from(), inverted.to(), found);
            return inverted;
        }
        Subject subject = SubjectFinder.before(sentence, group.from());
        Phrase speaker = subject == null ? coordinated(verb, speaking, found) : subject.speaker();
        if (speaker == null || StatementCheck.isNobody(speaker)) {
            return null;
        }
        if (subject != null && asides.isAside(verb, subject, content)) {
            int end = content.hearer() == null ? group.to() : content.hearer().to();
            asides.add(verb, speaker, subject.from(), AsideRule.adverbialEnd(sentence, end), found);
            return speaker;
        }
        check.add(verb, speaker, content, 0.9, found);
        return speaker;
    }

    /** "said Hauke Petersen" behind a quotation, ", warned Dr Pillai" behind a clause. */
    private @Nullable Phrase inverted(SpeechVerb verb, Content content) {
        Sentence sentence = verb.sentence();
        VerbGroup group = verb.group();
        int before = group.from() - 1;
        boolean quoted = sentence.isQuote(before) || (sentence.isMark(before, ",—–") && sentence.isQuote(before - 1));
        boolean plain =
                group.from() == group.verb() && sentence.tag(group.verb()).matches("VBD|VBZ|VBP|VBN|JJ|NN.*");
        if (!plain
                || !(quoted || sentence.isMark(before, ","))
                || (verb.cue().takes(Frame.HEARER) && !verb.cue().takes(Frame.ABOUT))) {
            return null;
        }
        int name = sentence.word(group.to()).equals("back") ? group.to() + 1 : group.to();
        Phrase speaker = SubjectFinder.after(sentence, name);
        if (speaker == null
                || sentence.isFinite(speaker.to())
                || sentence.word(group.to()).equals("that")) {
            return null;
        }
        if (quoted) {
            return speaker;
        }
        Subject own = SubjectFinder.before(sentence, group.from());
        boolean clauseBefore =
                Clauses.hasFinite(sentence, 0, before) && (own == null || !speakers.maySpeak(own.speaker()));
        boolean amid = sentence.isMark(speaker.to(), ",")
                && SubjectFinder.before(sentence, group.from()) == null
                && before < AMID
                && NounPhrases.end(sentence, 0) > 0;
        boolean behind = clauseBefore && content.isEmpty();
        return (amid || behind) && verb.cue().takes(Frame.CLAUSE) ? speaker : null;
    }

    /** "X said A and warned that B". */
    private @Nullable Phrase coordinated(SpeechVerb verb, @Nullable Phrase speaking, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        int before = verb.group().from() - 1;
        boolean joins = sentence.tag(before).equals("CC")
                || sentence.word(before).equals("then")
                || sentence.isMark(before, ",");
        if (!joins) {
            return null;
        }
        return Governors.nearest(sentence, verb.group().from(), speaking, found, speakers);
    }

    /** A past that looks like a participle: what has a subject and a content is taken for a past. */
    private @Nullable Phrase participle(SpeechVerb verb, @Nullable Phrase speaking, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        if (sentence.word(verb.group().to()).equals("by")) {
            return nonFinite.passive(verb, found);
        }
        boolean reduced = sentence.tag(verb.group().verb()).equals("VBN")
                && sentence.isMark(verb.group().from() - 1, ",")
                && SubjectFinder.before(sentence, verb.group().from()) == null;
        if (sentence.tag(verb.group().verb()).equals("VB") || reduced) {
            return null;
        }
        return finite(verb, speaking, found);
    }
}
