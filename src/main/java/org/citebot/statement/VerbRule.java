package org.citebot.statement;

import java.util.ArrayList;
import java.util.List;
import org.citebot.language.TextSpan;
import org.citebot.statement.ContentFinder.Content;
import org.citebot.statement.Cue.Form;
import org.citebot.statement.Cue.Frame;
import org.citebot.statement.SubjectFinder.Subject;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Attributions by a verb of speech: before the content ("X said that …"), behind it ("…, X said") or amid it. Immutable,
 * for many threads.
 */
final class VerbRule {

    private final WordClasses words;
    private final Clauses clauses;
    private final SubjectFinder subjects;
    private final ContentFinder contents;

    VerbRule(WordClasses words, Clauses clauses, SubjectFinder subjects, ContentFinder contents) {
        this.words = words;
        this.clauses = clauses;
        this.subjects = subjects;
        this.contents = contents;
    }

    /** What the verbs of a sentence attribute, in the order of the verbs. */
    List<Attribution> find(Sentence sentence) {
        List<Attribution> found = new ArrayList<>();
        Phrase before = null;
        for (int i = 0; i < sentence.size(); i++) {
            VerbGroup group = clauses.verb(sentence, i);
            if (group == null || group.modal()) {
                continue;
            }
            int known = found.size();
            Phrase subject = find(sentence, group, before, found);
            // "a wreck that divers call the Duchess, but cautioned": who said nothing does not go on.
            before = subject == null || (before != null && found.size() == known) ? before : subject;
            if (found.size() > known && found.getLast().via().isEmpty() && known > 0) {
                // What an attribution at the end passes on has its own speaker.
                joinChain(sentence, found);
            }
        }
        return found;
    }

    private @Nullable Phrase find(
            Sentence sentence, VerbGroup group, @Nullable Phrase before, List<Attribution> found) {
        if (group.cue().lemma().equals("quote")) {
            return null;
        }
        if (group.passive()) {
            return passive(sentence, group, found);
        }
        if (group.infinitive()) {
            return null;
        }
        if (group.form() == Form.GERUND) {
            return gerund(sentence, group, before, found);
        }
        Content content = contents.after(sentence, group);
        Phrase inverted = inverted(sentence, group, content != null);
        if (inverted != null) {
            aside(sentence, group, inverted, inverted.from(), inverted.to(), group.from(), found);
            return inverted;
        }
        Subject subject = subjects.before(sentence, group.from());
        Phrase speaker = subject == null ? coordinated(sentence, group, before) : subject.speaker();
        if (speaker == null || isNobody(speaker, group)) {
            return null;
        }
        if (subject != null && isAside(sentence, subject, group, content)) {
            aside(sentence, group, speaker, group.to(), group.to(), subject.from(), found);
            return speaker;
        }
        if (content != null && isStatement(sentence, group, speaker, content)) {
            found.add(attribution(sentence, group, speaker, span(sentence, content.from(), content.to()), content));
        }
        return speaker;
    }

    private boolean isStatement(Sentence sentence, VerbGroup group, Phrase speaker, Content content) {
        boolean named = group.cue().takes(Frame.QUOTED)
                && content.to() == content.from() + 1
                && !sentence.word(speaker.from() - 1).matches("what|which|that|whom");
        if (named) {
            // "a loaf called “the Sandbag”"
            return false;
        }
        boolean sign = words.is(WordClass.SIGNS, head(speaker));
        boolean quote = sentence.isQuote(content.from());
        if (sign && quote) {
            return false;
        }
        if (group.cue().takes(Frame.BODY)) {
            return quote || sentence.isMark(group.to(), ":");
        }
        String first = sentence.word(content.from());
        boolean anonymous = first.equals("to")
                && sentence.word(content.from() + 1).equals("be")
                && sentence.word(content.from() + 2).matches("named|identified|quoted");
        if (anonymous) {
            return false;
        }
        boolean open = first.equals("whether")
                || first.equals("why")
                || first.equals("when")
                || first.equals("how")
                || first.equals("what")
                || first.equals("who");
        return !(group.reality() == Reality.NEGATED && open);
    }

    private static String head(Phrase phrase) {
        for (int i = phrase.from(); i < phrase.to(); i++) {
            String next = phrase.sentence().word(i + 1);
            if (i + 1 == phrase.to()
                    || List.of("of", "at", "for", "in", "on", "from", "by", "with", "to")
                            .contains(next)) {
                return phrase.sentence().word(i);
            }
        }
        return "";
    }

    /** A share of people is no speaker, and "neither would say" says nothing. */
    private boolean isNobody(Phrase speaker, VerbGroup group) {
        for (int i = speaker.from(); i < speaker.to(); i++) {
            Token token = speaker.sentence().token(i);
            if (token.word().equals("percent")
                    || token.isMark("%")
                    || token.word().equals("cent")) {
                return true;
            }
        }
        String first = speaker.first().word();
        return first.equals("neither")
                || first.equals("nobody")
                || first.equals("none")
                || first.equals("there")
                || (first.equals("no")
                        && speaker.sentence().word(speaker.from() + 1).equals("one"))
                || ((first.equals("poll")
                                || head(speaker).equals("poll")
                                || head(speaker).equals("survey"))
                        && group.cue().act() == SpeechAct.REPORT)
                || (speaker.size() == 1
                        && (first.equals("it") || first.equals("this"))
                        && group.cue().lemma().equals("call"));
    }

    /** Whether subject and verb stand beside the content: behind it, or amid it between commas. */
    private boolean isAside(Sentence sentence, Subject subject, VerbGroup group, @Nullable Content content) {
        int before = subject.from() - 1;
        if (before < 0 || !(sentence.isMark(before, ",") || sentence.isQuote(before))) {
            return false;
        }
        boolean nothingFollows = content == null
                && (clauses.isAdjunct(sentence, group.to(), sentence.size())
                        || sentence.isMark(group.to(), ",.:;—")
                        || group.cue().takes(Frame.HEARER)
                        || sentence.isQuote(before));
        boolean quoteBefore = sentence.isQuote(before) || sentence.isQuote(before - 1);
        boolean parted = content != null && sentence.isMark(content.from() - 1, ",") && quoteBefore;
        return (nothingFollows || parted || (quoteBefore && content != null && isTimeOnly(content)))
                && (group.cue().takesClause()
                        || group.cue().takes(Frame.QUOTE)
                        || group.cue().takes(Frame.BODY)
                        || group.cue().takes(Frame.HEARER));
    }

    private static boolean isTimeOnly(Content content) {
        return content.confidence() <= 0.65 && content.to() - content.from() < 5;
    }

    /** "said Hauke Petersen" behind a quotation, ", warned Dr Pillai" behind a clause. */
    private @Nullable Phrase inverted(Sentence sentence, VerbGroup group, boolean follows) {
        int before = group.from() - 1;
        boolean behindQuote =
                sentence.isQuote(before) || (sentence.isMark(before, ",") && sentence.isQuote(before - 1));
        boolean behindComma = sentence.isMark(before, ",");
        if (!(behindQuote || behindComma) || !(group.form() == Form.PAST || group.form() == Form.PRESENT)) {
            return null;
        }
        Phrase speaker = subjects.after(sentence, group.to());
        if (speaker == null) {
            return null;
        }
        boolean ends = speaker.to() >= sentence.size()
                || !sentence.isWord(speaker.to())
                || words.is(WordClass.PREPOSITIONS, sentence.word(speaker.to()))
                || words.is(WordClass.BOUNDARIES, sentence.word(speaker.to()))
                || words.is(WordClass.DAYS, sentence.word(speaker.to()))
                || words.is(WordClass.ADVERBS, sentence.word(speaker.to()));
        if (behindQuote) {
            return ends
                            && !(words.is(WordClass.PRONOUNS, speaker.first().word())
                                    && group.cue().takes(Frame.HEARER)
                                    && subjects.before(sentence, group.from()) != null)
                    ? speaker
                    : null;
        }
        // Between commas it must not be a relative clause's or a coordinated verb.
        return !follows
                        && ends
                        && sentence.isCapital(group.to())
                        && subjects.before(sentence, group.from()) != null
                        && !looksLikeSubject(sentence, group)
                ? speaker
                : null;
    }

    private boolean looksLikeSubject(Sentence sentence, VerbGroup group) {
        Subject subject = subjects.before(sentence, group.from());
        return subject != null && subject.from() == 0 && !clauses.hasVerb(sentence, 0, group.from() - 1);
    }

    /** "X said A and warned that B". */
    private @Nullable Phrase coordinated(Sentence sentence, VerbGroup group, @Nullable Phrase before) {
        String word = sentence.word(group.from() - 1);
        boolean joins = word.equals("and")
                || word.equals("but")
                || word.equals("or")
                || word.equals("then")
                || sentence.isMark(group.from() - 1, ",");
        if (!joins) {
            // "“…” is how Sorg puts it", "what he called": handled by their own subjects.
            return null;
        }
        return before == null ? main(sentence, group.from()) : before;
    }

    /** The subject of the sentence: the noun phrase at its beginning, or behind what stands before a first comma. */
    @Nullable
    Phrase main(Sentence sentence, int limit) {
        int from = 0;
        while (from < limit && (sentence.isQuote(from) || sentence.isMark(from, ",—–-"))) {
            from++;
        }
        if (words.is(WordClass.PREPOSITIONS, sentence.word(from))
                || words.is(WordClass.SUBORDINATORS, sentence.word(from))
                || words.is(WordClass.ADVERBS, sentence.word(from))) {
            int comma = from;
            while (comma < limit && !sentence.isMark(comma, ",")) {
                comma++;
            }
            from = comma < limit ? comma + 1 : from;
        }
        if (from < limit
                && (sentence.word(from).equals("but") || sentence.word(from).equals("and"))) {
            from++;
        }
        Phrase found = from < limit ? subjects.after(sentence, from) : null;
        if (found == null) {
            return null;
        }
        int to = found.from() + 1;
        while (to < Math.min(found.to(), limit) && !isPredicate(sentence, to)) {
            to++;
        }
        return found.from() < limit ? new Phrase(sentence, found.from(), to) : null;
    }

    /** Who stands behind a quotation: before a verb, "she went on", or after one, "came the reply". */
    @Nullable
    Phrase beside(Sentence sentence, int from) {
        String word = sentence.word(from);
        boolean subject =
                sentence.isCapital(from) || words.is(WordClass.PRONOUNS, word) || words.is(WordClass.DETERMINERS, word);
        Phrase found = subjects.after(sentence, subject ? from : from + 1);
        if (found == null) {
            return null;
        }
        int to = found.from() + 1;
        while (to < found.to() && !isPredicate(sentence, to) && !words.is(WordClass.PRONOUNS, sentence.word(to - 1))) {
            to++;
        }
        return new Phrase(sentence, found.from(), to);
    }

    /** A verb of speech, or a small word right behind a name. */
    private boolean isPredicate(Sentence sentence, int index) {
        String word = sentence.word(index);
        return clauses.verb(sentence, index) != null
                || words.is(WordClass.FINITE, word)
                || (sentence.isCapital(index - 1)
                        && !sentence.isCapital(index)
                        && !sentence.token(index - 1).isPossessive()
                        && !words.is(WordClass.PREPOSITIONS, word)
                        && !word.equals("and")
                        && index - 1 > 0);
    }

    private @Nullable Phrase gerund(
            Sentence sentence, VerbGroup group, @Nullable Phrase before, List<Attribution> found) {
        Content content = contents.after(sentence, group);
        if (content == null || (!group.cue().takesClause() && !group.cue().takes(Frame.OF))) {
            return null;
        }
        String word = sentence.word(group.from() - 1);
        Phrase speaker;
        List<Phrase> via = List.of();
        if (word.equals("as")) {
            // "was quoted by Y as saying that", "it quoted X as saying"
            int quoted = group.from() - 1;
            while (quoted > 0 && !sentence.word(quoted).equals("quoted")) {
                quoted--;
            }
            if (!sentence.word(quoted).equals("quoted")) {
                return null;
            }
            boolean passive = words.is(WordClass.BE, sentence.word(quoted - 1))
                    || sentence.word(quoted - 1).equals("also");
            if (passive) {
                int from = quoted;
                while (words.is(WordClass.BE, sentence.word(from - 1))
                        || words.is(WordClass.ADVERBS, sentence.word(from - 1))
                        || words.is(WordClass.AUXILIARIES, sentence.word(from - 1))) {
                    from--;
                }
                Subject subject = subjects.before(sentence, from);
                speaker = subject == null ? null : subject.speaker();
                if (sentence.word(quoted + 1).equals("by") && quoted + 2 < group.from() - 1) {
                    via = List.of(new Phrase(sentence, quoted + 2, group.from() - 1));
                }
            } else {
                speaker = subjects.after(sentence, quoted + 1);
                Subject teller = subjects.before(sentence, quoted);
                via = teller == null ? List.of() : List.of(teller.speaker());
            }
        } else if (sentence.isMark(group.from() - 1, ",")
                || word.equals("and")
                || word.equals("after")
                || word.equals("while")
                || word.equals("before")
                || word.equals("by")
                || sentence.isQuote(group.from() - 1)) {
            speaker = before == null ? main(sentence, group.from()) : before;
        } else {
            return null;
        }
        if (speaker == null || isNobody(speaker, group)) {
            return null;
        }
        Attribution attribution =
                attribution(sentence, group, speaker, span(sentence, content.from(), content.to()), content);
        found.add(via.isEmpty() ? attribution : attribution.withVia(via.getFirst()));
        return word.equals("as") ? null : speaker;
    }

    /** "were told by the utility that": only where the speaker is named. */
    private @Nullable Phrase passive(Sentence sentence, VerbGroup group, List<Attribution> found) {
        if (!sentence.word(group.to()).equals("by") || !group.cue().takes(Frame.HEARER)) {
            return null;
        }
        Phrase speaker = subjects.after(sentence, group.to() + 1);
        if (speaker == null || group.cue().takes(Frame.ASK)) {
            return null;
        }
        int from = speaker.to();
        boolean marked =
                sentence.word(from).equals("that") || sentence.word(from).equals("to");
        if (!marked) {
            return null;
        }
        int begin = sentence.word(from).equals("that") ? from + 1 : from;
        int end = begin < sentence.size() ? clauses.end(sentence, begin) : begin;
        if (end > begin) {
            Subject hearer = subjects.before(sentence, group.from());
            Content content = new Content(begin, end, hearer == null ? null : hearer.speaker(), 0.8);
            found.add(attribution(sentence, group, speaker, span(sentence, begin, end), content));
        }
        return speaker;
    }

    /**
     * An attribution behind or amid its content.
     *
     * @param restFrom where what belongs to the attribution goes on behind the verb
     * @param begin where the attribution begins
     */
    private void aside(
            Sentence sentence,
            VerbGroup group,
            Phrase speaker,
            int restFrom,
            int past,
            int begin,
            List<Attribution> found) {
        if (isNobody(speaker, group) || group.reality() == Reality.NEGATED) {
            return;
        }
        int end = sentence.isMark(begin - 1, ",") ? begin - 1 : begin;
        int from = leftEdge(sentence, end);
        Phrase hearer = hearer(sentence, group, Math.max(restFrom, past));
        int rest = rest(sentence, Math.max(group.to(), past));
        boolean relative = (from < end && words.is(WordClass.RELATIVES, sentence.word(end - 1)))
                || sentence.word(end - 1).equals("that")
                || sentence.word(end - 1).equals("what");
        if (relative && rest < sentence.size()) {
            int restEnd = clauses.end(sentence, rest);
            add(sentence, group, speaker, rest, sentence.isQuote(rest) ? rest + 1 : restEnd, hearer, found);
            return;
        }
        if (from >= end) {
            return;
        }
        int quote = trailingQuote(sentence, from, end);
        if (quote >= 0) {
            add(sentence, group, speaker, quote, end, hearer, found);
            int second = secondQuote(sentence, rest);
            if (second >= 0) {
                add(sentence, group, speaker, second, second + 1, hearer, found);
            }
            return;
        }
        if (isWhole(sentence, rest, from, end)) {
            add(sentence, group, speaker, from, clauses.end(sentence, rest), hearer, found);
        } else if (clauses.hasVerb(sentence, from, end) || hasQuote(sentence, from, end)) {
            add(sentence, group, speaker, from, end, hearer, found);
        }
    }

    private static boolean hasQuote(Sentence sentence, int from, int to) {
        return sentence.tokens().subList(from, to).stream().anyMatch(Token::isQuote);
    }

    private void add(
            Sentence sentence,
            VerbGroup group,
            Phrase speaker,
            int from,
            int to,
            @Nullable Phrase hearer,
            List<Attribution> found) {
        if (to > from) {
            double confidence = sentence.isQuote(from) ? 0.97 : 0.85;
            found.add(attribution(
                    sentence, group, speaker, span(sentence, from, to), new Content(from, to, hearer, confidence)));
        }
    }

    /** Where the sentence begins that the attribution follows: behind a colon, a semicolon, or at the start. */
    private static int leftEdge(Sentence sentence, int end) {
        int from = end;
        while (from > 0 && !sentence.isMark(from - 1, ";:")) {
            from--;
        }
        // A dateline: "TALLINN, Jan. 15 (Meridian Wire) - NATO will"
        for (int i = from; i < Math.min(end, 14); i++) {
            if (sentence.isMark(i, "-–—") && from == 0 && isDateline(sentence, i)) {
                return i + 1;
            }
        }
        return from;
    }

    private static boolean isDateline(Sentence sentence, int dash) {
        String first = sentence.token(0).text();
        return first.length() > 2
                && first.equals(first.toUpperCase(java.util.Locale.ROOT))
                && sentence.isWord(0)
                && dash > 0;
    }

    /** Where the content is nothing but a quotation, or ends in one that is a sentence of its own; negative if not. */
    private static int trailingQuote(Sentence sentence, int from, int end) {
        int quote = end;
        while (quote > from && sentence.isQuote(quote - 1)) {
            quote--;
        }
        if (quote == end) {
            return -1;
        }
        if (quote == from) {
            return quote;
        }
        String inside = sentence.token(quote).text().substring(1).strip();
        boolean capital = !inside.isEmpty() && Character.isUpperCase(inside.codePointAt(0));
        return capital && sentence.isMark(quote - 1, ",") ? quote : -1;
    }

    /** Where the sentence goes on behind the attribution and what belongs to it. */
    private int rest(Sentence sentence, int from) {
        int at = from;
        while (at < sentence.size() && !sentence.isMark(at, ",:;—") && !sentence.isQuote(at)) {
            at++;
        }
        return sentence.isQuote(at) ? at : at + 1;
    }

    private static int secondQuote(Sentence sentence, int rest) {
        for (int i = rest; i < Math.min(rest + 2, sentence.size()); i++) {
            if (sentence.isQuote(i)) {
                return i;
            }
        }
        // "said Brandl, who leads the bank, “but …”"
        for (int i = rest; i < sentence.size(); i++) {
            if (sentence.isQuote(i) && sentence.isMark(i - 1, ",")) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the content goes on behind the attribution. */
    private boolean isWhole(Sentence sentence, int rest, int from, int end) {
        if (rest >= sentence.size() || sentence.isMark(rest, ".") || !sentence.isMark(rest - 1, ",")) {
            return false;
        }
        String first = sentence.word(rest);
        boolean subordinate =
                words.is(WordClass.SUBORDINATORS, sentence.word(from)) || first.equals("and") || first.equals("but");
        boolean leftVerb = clauses.hasVerb(sentence, from, end);
        boolean gerund = first.length() > 4 && first.endsWith("ing");
        boolean away = gerund
                || words.is(WordClass.RELATIVES, first)
                || words.is(WordClass.SUBORDINATORS, first)
                || words.is(WordClass.PREPOSITIONS, first)
                || first.equals("according");
        if (subordinate || !leftVerb) {
            return !(gerund || words.is(WordClass.RELATIVES, first));
        }
        return !away && words.is(WordClass.FINITE, first);
    }

    private @Nullable Phrase hearer(Sentence sentence, VerbGroup group, int from) {
        int begin = sentence.word(from).equals("to") ? from + 1 : from;
        if (begin == from && !group.cue().takes(Frame.HEARER)) {
            return null;
        }
        int to = begin;
        while (sentence.isWord(to)
                && !words.is(WordClass.PREPOSITIONS, sentence.word(to))
                && !words.is(WordClass.DAYS, sentence.word(to))
                && !words.is(WordClass.BOUNDARIES, sentence.word(to))) {
            to++;
        }
        return to > begin ? new Phrase(sentence, begin, to) : null;
    }

    /** "Villalobos told donors that A, the Examiner reported": the Examiner passes it on and says nothing of its own. */
    private static void joinChain(Sentence sentence, List<Attribution> found) {
        Attribution last = found.getLast();
        Phrase teller = last.subject();
        if (teller == null || !last.sentence().equals(sentence)) {
            return;
        }
        for (int i = 0; i < found.size() - 1; i++) {
            Attribution earlier = found.get(i);
            Phrase subject = earlier.subject();
            boolean inside = subject != null
                    && last.content().contains(earlier.content())
                    && subject.span().start() - last.content().start() < 30
                    && teller.span().start() >= earlier.content().end()
                    && last.content().contains(subject.span());
            if (inside) {
                found.removeLast();
                found.set(i, earlier.withVia(teller));
                return;
            }
        }
    }

    private Attribution attribution(
            Sentence sentence, VerbGroup group, Phrase speaker, TextSpan content, Content found) {
        return new Attribution(
                content,
                speaker,
                sentence.span(group.verb(), group.to()),
                group.cue().lemma(),
                group.cue().act(),
                group.reality(),
                found.hearer(),
                List.of(),
                sentence,
                found.confidence());
    }

    private static TextSpan span(Sentence sentence, int from, int to) {
        return sentence.span(from, to);
    }
}
