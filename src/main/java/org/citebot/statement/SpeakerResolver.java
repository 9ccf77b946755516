package org.citebot.statement;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.MentionDirectory.Name;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Leads the words for a speaker back to a name, from the first sentence of a document to its last: for one document and
 * one thread. A pronoun goes to whom the text was last about, if only one fits.
 */
final class SpeakerResolver {

    private static final Set<String> CONNECTORS =
            Set.of("of", "for", "at", "from", "in", "with", "on", "to", "by", "who", "familiar");

    private final List<Sentence> sentences;
    private final MentionDirectory directory;
    private final WordClasses words;
    private @Nullable Focus person;
    private @Nullable Focus body;
    private @Nullable Focus group;
    private @Nullable String last;
    private @Nullable String beforeLast;
    private @Nullable Sentence done;
    private int next;

    SpeakerResolver(List<Sentence> sentences, MentionDirectory directory, WordClasses words) {
        this.sentences = sentences;
        this.directory = directory;
        this.words = words;
    }

    /** Whom the text is about. */
    private record Focus(String name, @Nullable Entity entity) {}

    /** Of a statement; statements come in the order of the text. */
    Speaker resolve(Attribution attribution) {
        Phrase phrase = attribution.subject();
        advance(attribution.sentence(), phrase == null ? 0 : phrase.from());
        if (phrase == null) {
            return last == null ? open(null) : described(new Speaker(null, last, Resolution.CARRIED));
        }
        Phrase hearer = attribution.hearer();
        boolean both = hearer != null
                && hearer.size() == 1
                && (phrase.first().word() + " " + hearer.first().word()).matches("she her|he him");
        Speaker speaker = described(both ? open(phrase) : resolve(phrase));
        String name = speaker.name();
        if (name != null && !name.equals(last)) {
            beforeLast = last;
        }
        last = name;
        focus(speaker, phrase);
        return speaker;
    }

    /** With what the document tells about the speaker elsewhere. */
    private Speaker described(Speaker speaker) {
        String name = speaker.name();
        List<Entity> named = name == null ? List.of() : directory.named(name);
        if (named.size() != 1) {
            return speaker;
        }
        Entity entity = named.getFirst();
        return new Speaker(speaker.words(), name, entity.description(), entity.abbreviation(), speaker.resolution());
    }

    /** The name behind words that name somebody who is no speaker: who passed it on, whom it was told to. */
    String name(Phrase phrase) {
        String name = resolve(phrase).name();
        return name == null ? plain(phrase.sentence(), phrase.from(), phrase.to()) : name;
    }

    /** Whom the sentences up to this one are about: those with whom they begin. */
    private void advance(Sentence until, int limit) {
        while (next < sentences.size()) {
            Sentence sentence = sentences.get(next);
            if (sentence.equals(until) && sentence.equals(done)) {
                return;
            }
            if (sentence.equals(until)) {
                begin(sentence, limit);
                done = until;
                return;
            }
            if (!sentence.equals(done)) {
                begin(sentence, sentence.size());
            }
            next++;
        }
    }

    /** Whom a sentence begins with, before a token. */
    private void begin(Sentence sentence, int limit) {
        int from = 0;
        for (int i = 1; i < Math.min(sentence.size(), 14); i++) {
            if (sentence.isMark(i, "-–—") && sentence.token(0).text().matches("\\p{Lu}{2,}")) {
                from = i + 1;
            }
        }
        for (int i = from; i < Math.min(limit, from + 16); i++) {
            int to = directory.runEnd(sentence, i);
            if (to > i && to <= limit) {
                Name name = directory.withoutTitles(sentence, i, to);
                List<Entity> named = directory.named(MentionDirectory.text(sentence, name.from(), name.to()));
                boolean aside = sentence.token(to - 1).isPossessive()
                        || words.is(WordClass.PREPOSITIONS, sentence.word(i - 1))
                        || (words.is(WordClass.DETERMINERS, sentence.word(i - 1))
                                && words.is(WordClass.PREPOSITIONS, sentence.word(i - 2)));
                if (named.size() == 1 && !aside && named.getFirst().kind() != Kind.PLACE) {
                    focus(named.getFirst());
                    return;
                }
                i = to - 1;
            } else if (i < from + 7
                    && i > from
                    && i + 1 < limit
                    && words.is(WordClass.GENERIC_BODIES, sentence.word(i))
                    && !sentence.isCapital(i)
                    && !sentence.token(i).isPossessive()
                    && isDefinite(sentence, from)) {
                Speaker speaker = role(new Phrase(sentence, from, i + 1));
                if (speaker.name() != null) {
                    List<Entity> named = directory.named(speaker.name());
                    body = new Focus(speaker.name(), named.size() == 1 ? named.getFirst() : null);
                }
                return;
            } else if (words.is(WordClass.FINITE, sentence.word(i)) || (i > 0 && sentence.isQuote(i))) {
                return;
            }
        }
    }

    private boolean isDefinite(Sentence sentence, int from) {
        String first = sentence.word(from);
        return first.equals("the")
                || words.is(WordClass.POSSESSIVES, first)
                || (sentence.isWord(from) && sentence.token(from).isPossessive());
    }

    private void focus(Entity entity) {
        Focus focus = new Focus(entity.name(), entity);
        if (entity.kind() == Kind.PERSON) {
            person = focus;
        } else {
            body = focus;
        }
    }

    private void focus(Speaker speaker, Phrase phrase) {
        String name = speaker.name();
        if (name == null) {
            return;
        }
        List<Entity> named = directory.named(name);
        if (named.size() == 1) {
            focus(named.getFirst());
            learn(named.getFirst(), phrase);
        } else {
            Focus focus = new Focus(name, null);
            String head = head(phrase);
            if (isPlural(head)) {
                group = focus;
            } else if (words.is(WordClass.GENERIC_BODIES, head)) {
                body = focus;
            } else if (speaker.resolution() != Resolution.PRONOUN) {
                person = focus;
            }
        }
    }

    private void learn(Entity entity, Phrase phrase) {
        if (phrase.size() == 1) {
            switch (phrase.first().word()) {
                case "he" -> entity.learn(Gender.MALE);
                case "she" -> entity.learn(Gender.FEMALE);
                default -> {}
            }
        }
    }

    private Speaker resolve(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        String first = phrase.first().word();
        if (phrase.size() <= 2
                && words.is(WordClass.PRONOUNS, first)
                && (phrase.size() == 1 || !sentence.isCapital(phrase.from() + 1))) {
            return pronoun(phrase, first);
        }
        Speaker named = named(phrase);
        return named == null ? role(phrase) : named;
    }

    private Speaker open(@Nullable Phrase phrase) {
        return new Speaker(phrase == null ? null : phrase.span(), null, Resolution.NONE);
    }

    private Speaker pronoun(Phrase phrase, String pronoun) {
        int at = phrase.first().start();
        String name = switch (pronoun) {
            case "he" -> person(at, Gender.MALE);
            case "she" -> person(at, Gender.FEMALE);
            case "it" -> body == null ? lastBody(at) : body.name();
            case "they" -> group != null ? group.name() : body != null ? body.name() : null;
            default -> null;
        };
        return name == null ? open(phrase) : new Speaker(phrase.span(), name, Resolution.PRONOUN);
    }

    private @Nullable String lastBody(int at) {
        Entity entity = directory.lastBefore(at, one -> one.kind() == Kind.BODY);
        return entity == null ? null : entity.name();
    }

    private @Nullable String person(int at, Gender gender) {
        Focus focus = person;
        if (focus != null) {
            Entity entity = focus.entity();
            if (entity == null || fits(entity, gender)) {
                return focus.name();
            }
        }
        Entity entity = directory.lastBefore(at, one -> one.kind() == Kind.PERSON && fits(one, gender));
        return entity == null ? null : entity.name();
    }

    private static boolean fits(Entity entity, Gender gender) {
        return entity.gender() == Gender.UNKNOWN || entity.gender() == gender;
    }

    /** Where the head of the phrase is a name. */
    private @Nullable Speaker named(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int to = headEnd(phrase);
        int start = -1;
        int end = -1;
        for (int i = phrase.from(); i < to; i++) {
            int run = Math.min(directory.runEnd(sentence, i), phrase.to());
            if (run > i) {
                start = i;
                end = run;
                i = run - 1;
            }
        }
        if (start < 0 || end < to || sentence.token(end - 1).isPossessive()) {
            return null;
        }
        Name name = directory.withoutTitles(sentence, start, end);
        String text = MentionDirectory.text(sentence, name.from(), name.to());
        List<Entity> named = directory.named(text);
        if (named.size() > 1) {
            named = narrowed(named, sentence, phrase.from(), name.from());
        }
        if (named.size() > 1) {
            return open(phrase);
        }
        boolean onlyTitle = name.to() - name.from() == 1 && words.is(WordClass.TITLES, sentence.word(name.from()));
        boolean generic = name.to() - name.from() == 1
                && words.is(WordClass.ORGANISATIONS, sentence.word(name.from()))
                && !MentionDirectory.isAcronym(text);
        if (named.isEmpty()) {
            return onlyTitle || generic ? null : new Speaker(phrase.span(), text, Resolution.NAME);
        }
        Entity entity = named.getFirst();
        if ((onlyTitle || generic) && entity.name().equalsIgnoreCase(text)) {
            return null;
        }
        Resolution resolution = entity.name().equalsIgnoreCase(text)
                ? Resolution.NAME
                : MentionDirectory.isAcronym(text) ? Resolution.ABBREVIATION : Resolution.SURNAME;
        return new Speaker(phrase.span(), entity.name(), resolution);
    }

    /** "Mr Reeve" is not Isla. */
    private List<Entity> narrowed(List<Entity> named, Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            String word = sentence.word(i);
            Gender gender = word.matches("mr|sir") ? Gender.MALE : word.matches("mrs|ms|miss") ? Gender.FEMALE : null;
            if (gender != null) {
                return named.stream().filter(one -> fits(one, gender)).toList();
            }
        }
        return named;
    }

    private int headEnd(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        int at = phrase.from();
        while (at < phrase.to()) {
            int run = Math.min(directory.runEnd(sentence, at), phrase.to());
            if (run > at) {
                at = run;
            } else if (at > phrase.from() && (CONNECTORS.contains(sentence.word(at)) || !sentence.isWord(at))) {
                return at;
            } else {
                at++;
            }
        }
        return phrase.to();
    }

    private String head(Phrase phrase) {
        return phrase.sentence().word(headEnd(phrase) - 1);
    }

    private boolean isPlural(String head) {
        return words.is(WordClass.PLURAL_HEADS, head)
                || (head.length() > 4 && head.endsWith("s") && !head.endsWith("ss"));
    }

    /** A description: of somebody named, if one is described so; else it stands for itself. */
    private Speaker role(Phrase phrase) {
        String name = describedName(phrase);
        return name == null || name.isEmpty() ? open(phrase) : new Speaker(phrase.span(), name, Resolution.ROLE);
    }

    private @Nullable String describedName(Phrase whole) {
        Phrase phrase = withoutReflexive(whole);
        Sentence sentence = phrase.sentence();
        String head = head(phrase);
        String first = phrase.first().word();
        int at = phrase.first().start();
        boolean indefinite = first.equals("a") || first.equals("an");
        if (first.equals("one")
                && phrase.size() > 2
                && sentence.word(phrase.from() + 2).equals("them")) {
            return null;
        }
        if (first.equals("both") && last != null && beforeLast != null) {
            return beforeLast + " and " + last;
        }
        if (words.is(WordClass.DOCUMENTS, head)) {
            String author = author(phrase, head);
            if (author != null) {
                return author;
            }
        }
        if (indefinite && sentence.equals(sentences.getFirst()) && !words.is(WordClass.GENERIC_BODIES, head)) {
            Entity later = namedLater(sentence);
            if (later != null) {
                return later.name();
            }
        }
        if (indefinite) {
            Entity later = only(one -> one.introductions().contains(head));
            return later == null ? plain(sentence, phrase.from(), phrase.to()) : later.name();
        }
        if (isDefinite(sentence, phrase.from()) || hasOwner(phrase)) {
            Entity described = isPlural(head) ? null : described(phrase, head, at);
            if (described != null) {
                return described.name();
            }
        }
        return ownedName(phrase);
    }

    private static Phrase withoutReflexive(Phrase phrase) {
        boolean reflexive = phrase.size() > 1 && phrase.last().word().matches("(?:him|her|it)self|themselves");
        return reflexive ? new Phrase(phrase.sentence(), phrase.from(), phrase.to() - 1) : phrase;
    }

    /** Who wrote it: "the agency's reply", "its statement"; "the statement" is by whoever spoke last. */
    private @Nullable String author(Phrase phrase, String head) {
        Sentence sentence = phrase.sentence();
        for (int i = phrase.from(); i < headEnd(phrase); i++) {
            if (sentence.token(i).isPossessive()) {
                return resolve(new Phrase(sentence, phrase.from(), i + 1), true);
            }
        }
        String first = phrase.first().word();
        Focus focus = first.equals("its") || first.equals("their") ? body : person;
        if (words.is(WordClass.POSSESSIVES, first)) {
            return focus == null ? null : focus.name();
        }
        boolean back =
                first.equals("the") && (head.equals("statement") || head.equals("report") || head.equals("letter"));
        return back ? last : null;
    }

    private @Nullable String resolve(Phrase owner, boolean possessive) {
        Sentence sentence = owner.sentence();
        String text = MentionDirectory.text(sentence, owner.from(), owner.to());
        String plain = text.replaceFirst("^(?:[Tt]he|[Aa]n?) ", "");
        List<Entity> named = directory.named(plain);
        if (named.size() == 1) {
            return named.getFirst().name();
        }
        Entity described =
                possessive ? described(owner, owner.last().word(), owner.first().start()) : null;
        return described == null ? plain(sentence, owner.from(), owner.to()) : described.name();
    }

    /** "its engineers" are the engineers of the one whom the text is about. */
    private String ownedName(Phrase phrase) {
        Sentence sentence = phrase.sentence();
        String first = phrase.first().word();
        String plain = plain(sentence, phrase.from(), phrase.to());
        Focus owner = switch (first) {
            case "its" -> body;
            case "his", "her" -> person;
            case "their" -> group == null ? body : group;
            default -> null;
        };
        if (owner == null || phrase.size() < 2) {
            return plain;
        }
        return plain(sentence, phrase.from() + 1, phrase.to()) + " of " + owner.name();
    }

    private @Nullable Entity only(Predicate<Entity> fits) {
        Entity found = null;
        for (Entity entity : directory.entities()) {
            if (fits.test(entity)) {
                if (found != null) {
                    return null;
                }
                found = entity;
            }
        }
        return found;
    }

    /** News often begins with "a former colleague" and names them in the next paragraph. */
    private @Nullable Entity namedLater(Sentence lead) {
        int index = sentences.indexOf(lead) + 1;
        if (index >= sentences.size()) {
            return null;
        }
        Sentence second = sentences.get(index);
        for (int i = 0; i < Math.min(3, second.size()); i++) {
            int to = directory.runEnd(second, i);
            if (to > i) {
                Name name = directory.withoutTitles(second, i, to);
                List<Entity> named = directory.named(MentionDirectory.text(second, name.from(), name.to()));
                return named.size() == 1 && named.getFirst().kind() == Kind.PERSON ? named.getFirst() : null;
            }
        }
        return null;
    }

    private @Nullable Entity described(Phrase phrase, String head, int at) {
        boolean generic = words.is(WordClass.GENERIC_BODIES, head);
        boolean owned = words.is(WordClass.POSSESSIVES, phrase.first().word()) || hasOwner(phrase);
        boolean simple = headEnd(phrase) == phrase.to();
        if (generic && (owned || !simple)) {
            return null;
        }
        Entity named = directory.lastBefore(
                at,
                one -> hasRole(one, head, phrase)
                        || (generic
                                && one.kind() == Kind.BODY
                                && List.of(one.parts()).contains(head)));
        if (named != null && (generic || named.kind() == Kind.PERSON)) {
            return named;
        }
        if (generic) {
            Focus focus = body;
            Entity about = focus != null && focus.entity() != null
                    ? focus.entity()
                    : directory.lastBefore(at, one -> one.kind() == Kind.BODY);
            return about != null && phrase.size() <= 2 && mayBe(about, head) ? about : null;
        }
        Entity later = only(one -> one.kind() == Kind.PERSON && hasRole(one, head, phrase));
        if (later != null || owned || !simple) {
            return later;
        }
        // "The biologist" of whom only the name was told.
        Focus focus = person;
        Entity entity = focus == null ? directory.lastBefore(at, one -> one.kind() == Kind.PERSON) : focus.entity();
        return entity != null && entity.roles().isEmpty() && phrase.size() <= 3 ? entity : null;
    }

    /** "The bank" is no ministry; "the agency" may be anything. */
    private boolean mayBe(Entity entity, String head) {
        return words.is(WordClass.UNSPECIFIC_BODIES, head)
                || List.of(entity.parts()).contains(head)
                || Stream.of(entity.parts()).noneMatch(part -> words.is(WordClass.ORGANISATIONS, part));
    }

    /** The deputy governor is not the governor. */
    private boolean hasRole(Entity entity, String head, Phrase phrase) {
        boolean deputy = entity.roles().stream().anyMatch(role -> words.is(WordClass.DEPUTIES, role));
        return entity.hasRole(head)
                && (!deputy
                        || words.is(WordClass.DEPUTIES, head)
                        || (phrase.size() > 1
                                && words.is(
                                        WordClass.DEPUTIES, phrase.sentence().word(phrase.from() + 1))));
    }

    private boolean hasOwner(Phrase phrase) {
        for (int i = phrase.from(); i < headEnd(phrase) - 1; i++) {
            if (phrase.sentence().token(i).isPossessive()) {
                return true;
            }
        }
        return false;
    }

    /** The words themselves, with a small first article. */
    private String plain(Sentence sentence, int from, int to) {
        String text = MentionDirectory.text(sentence, from, to);
        String first = sentence.word(from);
        return words.is(WordClass.DETERMINERS, first) && !text.isEmpty()
                ? text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1)
                : text;
    }
}
