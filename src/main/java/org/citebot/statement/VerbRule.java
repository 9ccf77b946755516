package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.citebot.statement.ContentFinder.Content;
import org.citebot.statement.Cue.Frame;
import org.citebot.statement.SubjectFinder.Subject;
import org.citebot.statement.VerbGroup.Form;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Attributions by a verb of speech: before the content ("X said that …"), behind it ("…, X said") or amid it. Immutable,
 * for many threads.
 */
final class VerbRule {

    private static final Set<String> NOBODY =
            Set.of("neither", "nobody", "none", "no", "there", "what", "little", "nothing", "anyone", "i", "we", "you");

    /** "Voters, argues X, forget": so far into a sentence. */
    private static final int AMID = 8;

    private final WordClasses words;
    private final CueLexicon lexicon;
    private final ContentFinder contents;
    private final Clauses clauses;
    private final SpeakerNouns speakers;

    VerbRule(WordClasses words, CueLexicon lexicon, Clauses clauses) {
        this.words = words;
        this.lexicon = lexicon;
        this.clauses = clauses;
        contents = new ContentFinder(clauses);
        speakers = new SpeakerNouns(words);
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
            Verb verb = new Verb(sentence, cue, VerbGroup.of(sentence, i, cue.particle()));
            if (verb.group().reality() == null) {
                continue;
            }
            int known = found.size();
            Phrase speaker = find(verb, speaking, found);
            speaking = speaker == null || (speaking != null && found.size() == known) ? speaking : speaker;
        }
        return found;
    }

    /** A verb of speech in its sentence. */
    private record Verb(Sentence sentence, Cue cue, VerbGroup group) {

        Attribution attribute(int from, int to, @Nullable Phrase speaker, @Nullable Phrase hearer, double confidence) {
            Reality reality = group.reality();
            return new Attribution(
                    sentence.span(from, to),
                    speaker,
                    sentence.span(group.verb(), Math.min(group.to(), sentence.size())),
                    cue.lemma(),
                    cue.act(),
                    reality == null ? Reality.SAID : reality,
                    hearer,
                    List.of(),
                    sentence,
                    confidence);
        }
    }

    private @Nullable Phrase find(Verb verb, @Nullable Phrase speaking, List<Attribution> found) {
        VerbGroup group = verb.group();
        if (group.passive()) {
            return passive(verb, found);
        }
        return switch (group.form()) {
            case FINITE -> finite(verb, speaking, found);
            case GERUND -> gerund(verb, speaking, found);
            case INFINITIVE -> infinitive(verb, speaking, found);
            case PARTICIPLE -> participle(verb, speaking, found);
        };
    }

    private @Nullable Phrase finite(Verb verb, @Nullable Phrase speaking, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        VerbGroup group = verb.group();
        Content content = contents.after(sentence, verb.cue(), group.to());
        Phrase inverted = inverted(verb, content);
        if (inverted != null && !isAttributed(sentence, group.from(), found)) {
            aside(verb, inverted, group.from(), inverted.to(), found);
            return inverted;
        }
        Subject subject = SubjectFinder.before(sentence, group.from());
        Phrase speaker = subject == null ? coordinated(verb, speaking, found) : subject.speaker();
        if (speaker == null || isNobody(speaker)) {
            return null;
        }
        if (subject != null && isAside(verb, subject, content)) {
            int end = content.hearer() == null ? group.to() : content.hearer().to();
            aside(verb, speaker, subject.from(), adverbialEnd(sentence, end), found);
            return speaker;
        }
        add(verb, speaker, content, 0.9, found);
        return speaker;
    }

    /** "He called it “clean,” recalled an argument": what stands before the verb is somebody's already. */
    private static boolean isAttributed(Sentence sentence, int verb, List<Attribution> found) {
        int quote = sentence.isQuote(verb - 1) ? verb - 1 : verb - 2;
        return sentence.isQuote(quote)
                && found.stream()
                        .anyMatch(other ->
                                other.content().contains(sentence.token(quote).span()));
    }

    /** Behind what tells when and where, but before a comma. */
    private static int adverbialEnd(Sentence sentence, int from) {
        int to = Adverbials.skip(sentence, from);
        return to > from && sentence.isMark(to - 1, ",") ? to - 1 : to;
    }

    private void add(Verb verb, Phrase speaker, Content content, double confidence, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        boolean open = verb.group().reality() == Reality.NEGATED
                && (sentence.word(content.from()).matches("whether|why|when|how|what|who|whom|which|if")
                        || sentence.isQuote(content.from()));
        if (!content.isEmpty() && !open && !isSign(speaker, words) && !isNothing(verb, speaker, content)) {
            found.add(verb.attribute(content.from(), content.to(), speaker, content.hearer(), confidence));
        }
    }

    /** "asked not to be named", "confided as much", "a loaf called “the Sandbag”", what a poll found. */
    private static boolean isNothing(Verb verb, Phrase speaker, Content content) {
        Sentence sentence = verb.sentence();
        int to = sentence.word(content.from()).equals("not") ? content.from() + 1 : content.from();
        boolean anonymous = sentence.word(to).equals("to")
                && (sentence.word(to + 1).equals("differ")
                        || sentence.word(to + 2).matches("named|identified|quoted|anonymous"));
        boolean name = verb.group().form() == Form.PARTICIPLE
                && verb.cue().takes(Frame.SMALL)
                && sentence.isQuote(content.from());
        boolean poll =
                verb.cue().act() == SpeechAct.REPORT && head(speaker).word().matches("polls?|surveys?");
        boolean denied = sentence.word(content.from()).matches("no|nothing|little")
                && sentence.word(content.from() + 1).matches("such|more|of|about|to");
        return anonymous || name || poll || denied;
    }

    static boolean isSign(Phrase speaker, WordClasses words) {
        return words.is(WordClass.SIGNS, head(speaker).word());
    }

    private static Token head(Phrase phrase) {
        int end = NounPhrases.end(phrase.sentence(), phrase.from());
        return end > phrase.from() && end <= phrase.to() ? phrase.sentence().token(end - 1) : phrase.last();
    }

    /** Whether subject and verb stand beside the content: behind it, or amid it between commas. */
    private boolean isAside(Verb verb, Subject subject, Content content) {
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
    private void aside(Verb verb, Phrase speaker, int from, int to, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        int begin = begin(sentence, from);
        int last = sentence.isMark(from - 1, ",—–") ? from - 1 : from;
        if (last <= begin || isNobody(speaker) || isSign(speaker, words)) {
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

    /** "said Hauke Petersen" behind a quotation, ", warned Dr Pillai" behind a clause. */
    private @Nullable Phrase inverted(Verb verb, Content content) {
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
    private @Nullable Phrase coordinated(Verb verb, @Nullable Phrase speaking, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        int before = verb.group().from() - 1;
        boolean joins = sentence.tag(before).equals("CC")
                || sentence.word(before).equals("then")
                || sentence.isMark(before, ",");
        if (!joins) {
            return null;
        }
        return nearest(sentence, verb.group().from(), speaking, found);
    }

    /** Who does what stands between the last thing said and a verb; else whoever spoke last in the sentence. */
    private @Nullable Phrase nearest(Sentence sentence, int limit, @Nullable Phrase speaking, List<Attribution> found) {
        int said = speaking == null
                ? 0
                : found.isEmpty()
                        ? speaking.last().end()
                        : found.getLast().content().end();
        for (int i = limit - 1; i > 0 && sentence.token(i).start() >= said; i--) {
            Subject subject = sentence.isFinite(i) && !isRelative(sentence, i)
                    ? SubjectFinder.before(
                            sentence, VerbGroup.of(sentence, i, null).from())
                    : null;
            if (subject != null && speakers.maySpeak(subject.speaker())) {
                return subject.speaker();
            }
        }
        return speaking == null ? governor(sentence, limit) : speaking;
    }

    /** "vetoed a bill that would have let": the verb says something about what stands before, and no more. */
    private static boolean isRelative(Sentence sentence, int finite) {
        int before = VerbGroup.of(sentence, finite, null).from() - 1;
        return sentence.tag(before).matches("WDT|WP")
                || (sentence.word(before).equals("that") && sentence.isNoun(before - 1));
    }

    /** The subject of the nearest verb before with a tense; else the noun phrase at the beginning of the sentence's main clause. */
    static @Nullable Phrase governor(Sentence sentence, int limit) {
        for (int i = limit - 1; i > 0; i--) {
            if (sentence.isFinite(i)) {
                Subject subject = SubjectFinder.before(
                        sentence, VerbGroup.of(sentence, i, null).from());
                if (subject != null) {
                    return subject.speaker();
                }
            }
        }
        return null;
    }

    /** The subject of the first verb behind a place. */
    static @Nullable Phrase following(Sentence sentence, int from) {
        for (int i = from; i < sentence.size(); i++) {
            if (sentence.isMark(i, ",") && NounPhrases.end(sentence, i + 1) > i + 1) {
                Phrase phrase = NounPhrases.beginningAt(sentence, i + 1);
                if (phrase != null
                        && (sentence.isFinite(phrase.to())
                                || sentence.isMark(phrase.to(), ",")
                                || sentence.tag(phrase.to()).startsWith("RB"))) {
                    return phrase;
                }
            }
        }
        return null;
    }

    private @Nullable Phrase gerund(Verb verb, @Nullable Phrase speaking, List<Attribution> found) {
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
        Phrase speaker = absolute(sentence, before + 1);
        if (speaker == null) {
            speaker = nearest(sentence, verb.group().from(), speaking, found);
        }
        if (speaker == null) {
            speaker = following(sentence, verb.group().to());
        }
        boolean leads = before < 0
                && !sentence.isQuote(content.from())
                && !sentence.word(content.from() - 1).equals("that");
        if (speaker == null || isNobody(speaker) || leads) {
            // "Reporting his comments, the channel said …": the clause behind the comma is the main one.
            return null;
        }
        add(verb, speaker, content, 0.75, found);
        return speaker;
    }

    /** "with the forum forecasting". */
    private static @Nullable Phrase absolute(Sentence sentence, int gerund) {
        int from = NounPhrases.start(sentence, gerund);
        return from < gerund && sentence.word(from - 1).equals("with") ? new Phrase(sentence, from, gerund) : null;
    }

    /** "X was quoted by Y as saying that", "it quoted X as saying". */
    private @Nullable Phrase quoted(Verb verb, List<Attribution> found) {
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
        Phrase teller = passive ? agent : subject == null ? governor(sentence, quoted) : subject.speaker();
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
    private @Nullable Phrase infinitive(Verb verb, @Nullable Phrase speaking, List<Attribution> found) {
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
        Phrase speaker =
                subject == null ? speaking == null ? governor(sentence, governing) : speaking : subject.speaker();
        Content content = contents.after(sentence, verb.cue(), verb.group().to());
        if (speaker == null || isNobody(speaker)) {
            return null;
        }
        add(verb, speaker, content, 0.7, found);
        return speaker;
    }

    /** Whether a verb asks somebody to do what follows: "urged him to say"; but not "went on to say". */
    private boolean asks(Sentence sentence, int index) {
        Cue cue = lexicon.verb(sentence, index);
        return cue != null && (cue.takes(Frame.HEARER) || cue.takes(Frame.TO));
    }

    /** A past that looks like a participle: what has a subject and a content is taken for a past. */
    private @Nullable Phrase participle(Verb verb, @Nullable Phrase speaking, List<Attribution> found) {
        Sentence sentence = verb.sentence();
        if (sentence.word(verb.group().to()).equals("by")) {
            return passive(verb, found);
        }
        boolean reduced = sentence.tag(verb.group().verb()).equals("VBN")
                && sentence.isMark(verb.group().from() - 1, ",")
                && SubjectFinder.before(sentence, verb.group().from()) == null;
        if (sentence.tag(verb.group().verb()).equals("VB") || reduced) {
            return null;
        }
        return finite(verb, speaking, found);
    }

    /** "was accused by X of", "called “…” by X"; what nobody is said to have said is nobody's. */
    private @Nullable Phrase passive(Verb verb, List<Attribution> found) {
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

    /** A share of people is no speaker, and "neither would say" says nothing. */
    static boolean isNobody(Phrase speaker) {
        for (int i = speaker.from(); i < speaker.to(); i++) {
            if (speaker.sentence().isMark(i, "%") || speaker.sentence().word(i).matches("percent|cent")) {
                return true;
            }
        }
        return NOBODY.contains(speaker.first().word());
    }
}
