package org.citebot.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Leads the words for a speaker back to a name, from the first sentence of a document to its last: for one document and
 * one thread.
 */
final class SpeakerResolver {

    /** Those of whom a text often speaks without a name. */
    private static final Set<String> ANONYMOUS = Set.of(
            "official",
            "source",
            "person",
            "aide",
            "adviser",
            "advisor",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "insider",
            "diplomat",
            "staffer",
            "operative",
            "one",
            "reporter",
            "interviewer",
            "narrator",
            "moderator");

    private static final Set<String> OWNED = Set.of("campaign", "administration", "team", "office", "family");

    private static final Map<String, Set<String>> KINDS =
            Map.of("union", Set.of("federation", "brotherhood", "workers", "guild", "association", "local"));

    private static final double SURE = 0;
    private static final double DOUBT = 1;

    /** A pronoun seldom goes to somebody who has no name. */
    private static final double UNNAMED = 3.5;

    /** Whom a description means was mentioned some sentences before at most. */
    private static final double NEAR = -3.5;

    private final NameDirectory directory;
    private final NameReader names;
    private final WordClasses words;
    private final SpeakerNouns nouns;
    private final Discourse discourse;
    private final Map<String, Entity> unnamed = new HashMap<>();
    private final DocumentAuthors authors = new DocumentAuthors();
    private @Nullable Entity last;
    private @Nullable Entity beforeLast;

    SpeakerResolver(List<Sentence> sentences, WordClasses words) {
        directory = new NameDirectory(sentences, words);
        names = directory.names();
        discourse = new Discourse(sentences, directory);
        this.words = words;
        nouns = new SpeakerNouns(words);
    }

    /** Of a statement; statements come in the order of the text. */
    Speaker resolve(Attribution attribution) {
        read(attribution.sentence());
        Phrase phrase = attribution.subject();
        Found found = phrase == null ? new Found(last, Resolution.CARRIED) : find(phrase);
        Entity entity = found.entity();
        beforeLast = last != entity ? last : beforeLast;
        last = entity;
        if (entity == null) {
            return new Speaker(phrase == null ? null : phrase.span(), null, Resolution.NONE);
        }
        if (phrase != null) {
            noteDocument(phrase.sentence(), entity);
            learn(entity, phrase);
            discourse.speak(entity, phrase.first().start());
        }
        return new Speaker(
                phrase == null ? null : phrase.span(),
                entity.name(),
                entity.description(),
                entity.abbreviation(),
                found.resolution());
    }

    /** Reads on to a sentence, that one included: whom it names, and whom its subjects mean. */
    private void read(Sentence until) {
        Sentence sentence = discourse.next(until);
        while (sentence != null) {
            for (int i = 0; i < sentence.size(); i++) {
                i = Math.max(i, refer(sentence, i) - 1);
            }
            sentence = discourse.next(until);
        }
    }

    /** A pronoun or a description that is a subject keeps somebody in mind. */
    private int refer(Sentence sentence, int from) {
        Phrase phrase = NounPhrases.beginningAt(sentence, from);
        if (phrase == null) {
            return from + 1;
        }
        int head = headEnd(phrase) - 1;
        String word = sentence.word(head);
        int at = phrase.first().start();
        Entity entity = words.is(WordClass.DOCUMENTS, word) ? author(phrase, at) : null;
        if (entity != null) {
            authors.note(word, entity);
        } else if (isSubject(sentence, phrase.to())) {
            if (word.matches("he|she")) {
                entity = pronoun(word, at);
            } else if (isDescription(sentence, from, head)) {
                entity = sentence.word(from).equals("the") ? byRole(word, at, head == from + 1) : null;
                entity = entity == null && (nouns.isBody(word) || nouns.isPerson(word))
                        ? itself(phrase, word, at)
                        : entity;
            }
        }
        if (entity != null && isSubject(sentence, phrase.to())) {
            discourse.refer(entity, at);
        }
        return headEnd(phrase);
    }

    /** Whether a phrase is no name: "nurses" has a capital where it begins a sentence. */
    private boolean isDescription(Sentence sentence, int from, int head) {
        boolean begins = head == 0 && nouns.isPerson(sentence.word(0));
        return begins || (head > from && !sentence.isName(head) && !sentence.isPossessive(head));
    }

    private static boolean isSubject(Sentence sentence, int verb) {
        return sentence.isFinite(verb) || (sentence.tag(verb).startsWith("RB") && sentence.isFinite(verb + 1));
    }

    /** "In a letter, X said": the letter is X's. */
    private void noteDocument(Sentence sentence, Entity speaker) {
        for (int i = 0; i + 1 < sentence.size(); i++) {
            int end = sentence.word(i).equals("in") ? NounPhrases.end(sentence, i + 1) : i;
            if (end > i + 1 && words.is(WordClass.DOCUMENTS, sentence.word(end - 1)) && speaker.isNamed()) {
                authors.note(sentence.word(end - 1), speaker);
            }
        }
    }

    private record Found(@Nullable Entity entity, Resolution resolution) {}

    /** The name behind words that name somebody who is no speaker: who passed it on, whom it was told to. */
    String name(Phrase phrase) {
        Entity entity = find(phrase).entity();
        return entity == null ? plain(phrase) : entity.name();
    }

    private static void learn(Entity entity, Phrase phrase) {
        switch (phrase.first().word()) {
            case "he" -> entity.learn(Gender.MALE);
            case "she" -> entity.learn(Gender.FEMALE);
            case "it" -> entity.learn(Kind.BODY);
            default -> {}
        }
    }

    private Found find(Phrase phrase) {
        int at = phrase.first().start();
        if (isRead(phrase) && authors.last() != null) {
            return new Found(authors.last(), Resolution.PRONOUN);
        }
        if (phrase.sentence().tag(phrase.from()).matches("PRP|PRP\\$") && phrase.size() == 1) {
            return new Found(pronoun(phrase.first().word(), at), Resolution.PRONOUN);
        }
        Found named = together(phrase);
        named = named == null ? named(phrase) : named;
        return named == null ? new Found(described(phrase, at), Resolution.ROLE) : named;
    }

    /** "“…,” it reads". */
    private static boolean isRead(Phrase phrase) {
        return phrase.first().word().equals("it")
                && phrase.sentence().word(phrase.to()).matches("reads?|begins?|began|ran|runs|opens|concludes|ends");
    }

    private @Nullable Entity pronoun(String pronoun, int at) {
        return switch (pronoun) {
            case "he", "his", "him" -> person(at, Gender.MALE);
            case "she", "her" -> person(at, Gender.FEMALE);
            case "it", "its" -> discourse.find(at, SpeakerResolver::asBody);
            case "they", "their", "them" ->
                discourse.find(at, entity -> entity.kind() == Kind.GROUP ? SURE : asBody(entity) - DOUBT);
            default -> null;
        };
    }

    /** How well somebody fits as a body: a name of which nothing is known may be one's. */
    private static double asBody(Entity entity) {
        return switch (entity.kind()) {
            case BODY -> SURE;
            case UNKNOWN -> -2 * DOUBT;
            default -> Discourse.NEVER;
        };
    }

    private static double asPerson(Entity entity, Gender gender) {
        boolean person = entity.kind() == Kind.PERSON || entity.kind() == Kind.UNKNOWN;
        if (!person || entity.gender() == opposite(gender)) {
            return Discourse.NEVER;
        }
        double known = entity.gender() == gender ? SURE + DOUBT / 2 : entity.kind() == Kind.PERSON ? SURE : -DOUBT;
        return entity.isNamed() ? known : entity.gender() == gender ? known - DOUBT : known - UNNAMED;
    }

    private @Nullable Entity person(int at, Gender gender) {
        return discourse.find(at, entity -> asPerson(entity, gender));
    }

    private static Gender opposite(Gender gender) {
        return gender == Gender.MALE ? Gender.FEMALE : Gender.MALE;
    }

    /** "Ada Marsh and Tom Reeve"; null if it is no more than one. */
    private @Nullable Found together(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from() + 1; i + 1 < phrase.to(); i++) {
            boolean joins = sentence.word(i).equals("and")
                    && sentence.isName(i - 1)
                    && sentence.isCapital(i + 1)
                    && names.end(sentence, i + 1) == phrase.to();
            Found one = joins ? named(new Phrase(sentence, phrase.from(), i)) : null;
            Found other = one == null ? null : named(new Phrase(sentence, i + 1, phrase.to()));
            Entity first = one == null ? null : one.entity();
            Entity second = other == null ? null : other.entity();
            if (one != null && first != null && second != null && !isOneName(sentence, i)) {
                return new Found(
                        new Entity(first.name() + " and " + second.name(), false, Kind.GROUP, Gender.UNKNOWN),
                        one.resolution());
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
    private @Nullable Found named(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int head = ownHead(sentence, phrase.from(), headEnd(phrase));
        for (int i = phrase.from(); i < phrase.to(); i++) {
            int end = Math.min(names.end(sentence, i), phrase.to());
            boolean honoured =
                    end == head - 1 && NameReader.isHonour(sentence.token(end).text());
            if (i < head && (end >= head || honoured) && end > i) {
                return head == phrase.to() && sentence.isPossessive(end - 1) && phrase.size() > end - i + 1
                        ? null
                        : name(phrase, i, end);
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
                && sentence.word(name)
                        .matches("union|network|newspaper|magazine|website|channel|group|company|firm|party|agency")
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
        return known != null && known.kind() == Kind.BODY ? name : head;
    }

    private @Nullable Found name(Phrase phrase, int run, int to) {
        Sentence sentence = phrase.sentence();
        int from = names.withoutTitles(sentence, run, to);
        String text = NameReader.text(sentence, from, to);
        List<Entity> named = directory.named(text);
        if (named.size() > 1) {
            named = narrowed(named, sentence, run, from);
        }
        boolean common = names.isDescription(sentence, run, to)
                || (to - from == 1
                        && (words.is(WordClass.TITLES, sentence.word(from))
                                || words.is(WordClass.ORGANISATIONS, sentence.word(from))));
        if (common && !NameReader.isAcronym(text)) {
            return null;
        }
        Entity main = named.size() > 1 ? directory.main(named, sentence) : null;
        if (named.size() > 1 && main == null) {
            return new Found(null, Resolution.NONE);
        }
        Entity entity = main != null
                ? main
                : named.isEmpty() ? new Entity(text, true, Kind.UNKNOWN, Gender.UNKNOWN) : named.getFirst();
        boolean whole = entity.name().equalsIgnoreCase(text);
        return new Found(
                entity,
                whole ? Resolution.NAME : NameReader.isAcronym(text) ? Resolution.ABBREVIATION : Resolution.SURNAME);
    }

    /** "Mr Reeve" is not Isla. */
    private static List<Entity> narrowed(List<Entity> named, Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            String word = sentence.word(i);
            Gender gender = word.matches("mr|sir") ? Gender.MALE : word.matches("mrs|ms|miss") ? Gender.FEMALE : null;
            if (gender != null) {
                return named.stream()
                        .filter(one -> one.gender() != opposite(gender))
                        .toList();
            }
        }
        return named;
    }

    /** Behind the head: what is attached to it follows. */
    private static int headEnd(Phrase phrase) {
        int end = NounPhrases.end(phrase.sentence(), phrase.from());
        return end > phrase.from() ? Math.min(end, phrase.to()) : phrase.to();
    }

    /** A description: of somebody named, if one is described so; else it stands for itself. */
    private @Nullable Entity described(Phrase phrase, int at) {
        Sentence sentence = phrase.sentence();
        String head = sentence.word(headEnd(phrase) - 1);
        Entity both = sentence.word(phrase.from()).equals("both") ? both() : null;
        if (both != null) {
            return both;
        }
        boolean document = words.is(WordClass.DOCUMENTS, head);
        Entity author = document ? author(phrase, at) : null;
        if (author == null && document && sentence.word(phrase.from()).matches("the|this|that")) {
            author = authors.of(head);
        }
        if (author != null) {
            return author;
        }
        boolean definite = sentence.word(phrase.from()).matches("the|this|that");
        boolean plain = definite && headEnd(phrase) == phrase.to();
        Entity known =
                definite || sentence.tag(phrase.from()).equals("PRP$") ? byRole(head, at, phrase.size() == 2) : null;
        if (plain && phrase.size() == 2 && (known == null || (!known.isNamed() && nouns.isBody(head)))) {
            Entity unnamed = known;
            known = words.is(WordClass.GENERIC_BODIES, head)
                    ? discourse.find(
                            at, entity -> entity == unnamed || mayBe(entity, head) ? asBody(entity) : Discourse.NEVER)
                    : head.matches("statement|letter|post|message|memo|e-?mail|tweet") ? last : null;
        }
        if (known == null
                && sentence.paragraph() <= 1
                && sentence.word(phrase.from()).matches("an?|the")) {
            known = directory.introduced(head, sentence);
        }
        if (known == null && definite && nouns.isPerson(head) && !isAttached(phrase)) {
            known = salient(phrase, at);
        }
        if (known == null) {
            return itself(phrase, head, at);
        }
        known.play(head);
        return known;
    }

    /** "The spokesman for the agency"; but "the mother of nine" is only described. */
    private static boolean isAttached(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int end = headEnd(phrase);
        boolean owned = false;
        for (int i = phrase.from(); i < end; i++) {
            owned |= sentence.isPossessive(i);
        }
        return owned
                || (end < phrase.to()
                        && !(sentence.word(end).equals("of")
                                && sentence.tag(end + 1).equals("CD")));
    }

    /** "The biologist", "the Missouri senator": whom the text was about last, unless it has spoken of another one before. */
    private @Nullable Entity salient(Phrase phrase, int at) {
        Sentence sentence = phrase.sentence();
        int headOf = headEnd(phrase) - 1;
        String head = sentence.word(headOf);
        if (head.endsWith("s") || ANONYMOUS.contains(head) || directory.isIntroduced(head, sentence)) {
            return null;
        }
        Gender gender = Descriptions.gender(head, words);
        boolean title =
                words.is(WordClass.TITLES, head) && sentence.tag(headOf - 1).equals("DT");
        return discourse.find(at, NEAR, entity -> {
            boolean fits = entity.kind() == Kind.PERSON
                    && entity.isNamed()
                    && (gender == Gender.UNKNOWN || entity.gender() != opposite(gender));
            double told = entity.roles().isEmpty() ? SURE : title ? -2 * DOUBT : -DOUBT / 2;
            return fits ? told : Discourse.NEVER;
        });
    }

    private @Nullable Entity both() {
        Entity one = beforeLast;
        Entity other = last;
        return one == null || other == null
                ? null
                : new Entity(one.name() + " and " + other.name(), false, Kind.GROUP, Gender.UNKNOWN);
    }

    /**
     * Of whom the text has told that they are one; the last one mentioned.
     *
     * @param plain whether it is "the bank" and no more: "the central bank" is not every bank
     */
    private @Nullable Entity byRole(String head, int at, boolean plain) {
        Predicate<Entity> fits = entity -> entity.hasRole(head)
                || (plain && entity.kind() == Kind.BODY && entity.parts().contains(head));
        Entity found = discourse.last(at, fits);
        if (found != null && (found.isNamed() || !found.name().startsWith("the "))) {
            return found;
        }
        for (Entity entity : directory.entities()) {
            if (fits.test(entity)) {
                return entity;
            }
        }
        return found;
    }

    /** "The bank" is no ministry; "the agency" may be anything; "the campaign" is only whose it is said to be. */
    private boolean mayBe(Entity entity, String head) {
        if (OWNED.contains(head)) {
            return entity.parts().contains(head);
        }
        boolean same = KINDS.getOrDefault(head, Set.of()).stream().anyMatch(entity.parts()::contains);
        return same
                || words.is(WordClass.UNSPECIFIC_BODIES, head)
                || entity.parts().contains(head)
                || entity.parts().stream().noneMatch(part -> words.is(WordClass.ORGANISATIONS, part));
    }

    /** Who wrote a document: "the agency's reply", "a report by the agency"; null if the phrase does not tell. */
    private @Nullable Entity author(Phrase phrase, int at) {
        Sentence sentence = phrase.sentence();
        for (int i = headEnd(phrase) - 2; i >= phrase.from(); i--) {
            if (sentence.isPossessive(i)) {
                return find(new Phrase(sentence, phrase.from(), i + 1)).entity();
            }
        }
        if (sentence.tag(phrase.from()).equals("PRP$")) {
            return pronoun(phrase.first().word(), at);
        }
        int by = sentence.isMark(headEnd(phrase), ",") ? headEnd(phrase) + 1 : headEnd(phrase);
        boolean made = sentence.word(by)
                .matches(
                        "published|issued|released|written|signed|prepared|compiled|produced|sent|posted|commissioned|filed|obtained");
        by = made ? Adverbials.time(sentence, by + 1) : headEnd(phrase);
        Phrase author = sentence.word(by).matches("by|from") ? NounPhrases.beginningAt(sentence, by + 1) : null;
        return author == null ? null : find(author).entity();
    }

    /** Somebody without a name, under the words that describe them: the same for the same words. */
    private Entity itself(Phrase phrase, String head, int at) {
        String name = withOwner(phrase, at);
        return unnamed.computeIfAbsent(name, key -> described(phrase, head, name));
    }

    private Entity described(Phrase phrase, String head, String name) {
        Sentence sentence = phrase.sentence();
        boolean plural = sentence.tag(headEnd(phrase) - 1).endsWith("S");
        boolean body = nouns.isBody(head) || words.is(WordClass.DOCUMENTS, head);
        Kind kind = plural ? Kind.GROUP : body ? Kind.BODY : Kind.PERSON;
        Entity entity = new Entity(name, false, kind, Descriptions.gender(head, words));
        entity.describe(head, name);
        return entity;
    }

    /** "her spokesman" and "one of her aides" by the name of the one who has them. */
    private String withOwner(Phrase phrase, int at) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from(); i + 1 < phrase.to(); i++) {
            Entity owner = sentence.tag(i).equals("PRP$") ? pronoun(sentence.word(i), at) : null;
            if (owner != null) {
                String before = i == phrase.from() ? "" : plain(new Phrase(sentence, phrase.from(), i)) + " ";
                String ending = owner.name().endsWith("s") ? "’ " : "’s ";
                return before + owner.name() + ending + NameReader.text(sentence, i + 1, phrase.to());
            }
        }
        return plain(phrase);
    }

    /** The words themselves, with a small first article. */
    private static String plain(Phrase phrase) {
        String text = NameReader.text(phrase.sentence(), phrase.from(), phrase.to());
        return phrase.sentence().tag(phrase.from()).matches("DT|PRP\\$")
                ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                : text;
    }
}
