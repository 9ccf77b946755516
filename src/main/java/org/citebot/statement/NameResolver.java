package org.citebot.statement;

import java.util.List;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Leads phrases whose head is a name back to those who bear it. For one document and one thread. */
final class NameResolver {

    private final NameDirectory directory;
    private final NameReader names;
    private final WordClasses words;

    NameResolver(NameDirectory directory, WordClasses words) {
        this.directory = directory;
        this.words = words;
        names = directory.names();
    }

    /** Whom a phrase names; null if it is no name. */
    @Nullable
    Referent find(Phrase phrase) {
        Referent together = together(phrase);
        return together == null ? single(phrase) : together;
    }

    /** "Ada Marsh and Tom Reeve"; null if it is no more than one. */
    private @Nullable Referent together(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from() + 1; i + 1 < phrase.to(); i++) {
            boolean joins = sentence.word(i).equals("and")
                    && sentence.isName(i - 1)
                    && sentence.isCapital(i + 1)
                    && names.end(sentence, i + 1) == phrase.to();
            Referent one = joins ? single(new Phrase(sentence, phrase.from(), i)) : null;
            Referent other = one == null ? null : single(new Phrase(sentence, i + 1, phrase.to()));
            Entity first = one == null ? null : one.entity();
            Entity second = other == null ? null : other.entity();
            if (one != null && first != null && second != null && !isOneName(sentence, i)) {
                return new Referent(Entity.group(first, second), one.resolution());
            }
        }
        return null;
    }

    /** "the Metal and Foundry Union". */
    private boolean isOneName(Sentence sentence, int and) {
        int from = and;
        while (from > 0 && sentence.isName(from - 1)) {
            from--;
        }
        return names.end(sentence, from) > and || sentence.tag(from - 1).equals("DT");
    }

    /** Where the head of the phrase is a name; null if it is none. */
    private @Nullable Referent single(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int head = ownHead(sentence, phrase.from(), phrase.headEnd());
        for (int i = phrase.from(); i < phrase.to(); i++) {
            int end = Math.min(names.end(sentence, i), phrase.to());
            boolean honoured =
                    end == head - 1 && NameReader.isHonour(sentence.token(end).text());
            if (i < head && (end >= head || honoured) && end > i) {
                boolean owner = head == phrase.to() && sentence.isPossessive(end - 1) && phrase.size() > end - i + 1;
                return owner ? null : bearer(phrase, i, end);
            }
            i = Math.max(i, end - 1);
        }
        return null;
    }

    /** "The GMB union" is the GMB. */
    private int ownHead(Sentence sentence, int from, int head) {
        int name = head - 1;
        boolean body = name > from
                && !sentence.isCapital(name)
                && words.is(WordClass.APPENDED_BODIES, sentence.word(name))
                && sentence.isName(name - 1)
                && !sentence.isPossessive(name - 1);
        if (!body) {
            return head;
        }
        int run = name - 1;
        while (run > from && sentence.isName(run - 1)) {
            run--;
        }
        Entity known = directory.only(NameReader.text(sentence, run, name));
        return known != null && known.kind() == Kind.BODY && isKnownWithout(known, sentence) ? name : head;
    }

    /** Whether the text names a body elsewhere: in "the Ohio company" there is none of that name. */
    private boolean isKnownWithout(Entity body, Sentence here) {
        return NameReader.isAcronym(body.name()) || directory.isNamedOutside(body, here);
    }

    private @Nullable Referent bearer(Phrase phrase, int run, int to) {
        Sentence sentence = phrase.sentence();
        int from = names.withoutTitles(sentence, run, to);
        String text = NameReader.text(sentence, from, to);
        if (isCommon(sentence, run, from, to) && !NameReader.isAcronym(text)) {
            return null;
        }
        List<Entity> bearers = directory.named(text);
        if (bearers.size() > 1) {
            bearers = narrowed(bearers, sentence, run, from);
        }
        Entity entity = bearers.size() > 1
                ? directory.main(bearers, sentence)
                : bearers.isEmpty() ? new Entity(text, true, Kind.UNKNOWN, Gender.UNKNOWN) : bearers.getFirst();
        return entity == null ? new Referent(null, Resolution.NONE) : new Referent(entity, resolution(entity, text));
    }

    private static Resolution resolution(Entity entity, String text) {
        if (entity.name().equalsIgnoreCase(text)) {
            return Resolution.NAME;
        }
        return NameReader.isAcronym(text) ? Resolution.ABBREVIATION : Resolution.SURNAME;
    }

    /** "The Iowa Senator", "Council": capitals, but no name. */
    private boolean isCommon(Sentence sentence, int run, int from, int to) {
        String only = to - from == 1 ? sentence.word(from) : "";
        return names.isDescription(sentence, run, to)
                || words.is(WordClass.TITLES, only)
                || words.is(WordClass.ORGANISATIONS, only);
    }

    /** "Mr Reeve" is not Isla. */
    private static List<Entity> narrowed(List<Entity> bearers, Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            String word = sentence.word(i);
            Gender gender = NameReader.gender(word);
            if (gender != Gender.UNKNOWN) {
                return bearers.stream()
                        .filter(one -> one.gender() != Agreement.opposite(gender))
                        .toList();
            }
            List<Entity> titled = bearers.stream()
                    .filter(one -> one.hasRole(Descriptions.role(word)))
                    .toList();
            if (!titled.isEmpty()) {
                return titled;
            }
        }
        return bearers;
    }
}
