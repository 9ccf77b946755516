package org.citebot.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citebot.language.TextSpan;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Everybody whom a document names, with what it tells about them, and where. Built once a document, for one thread. */
final class NameDirectory {

    /** "Clinton" is not the Clinton Foundation. */
    private static final Set<String> NOT_SHORTENED = Set.of(
            "foundation",
            "campaign",
            "administration",
            "university",
            "organization",
            "institute",
            "tower",
            "house",
            "hall",
            "street",
            "county",
            "city",
            "college",
            "school",
            "park",
            "hospital",
            "department",
            "ministry",
            "committee",
            "club",
            "party");

    private final List<Sentence> sentences;
    private final WordClasses words;
    private final Set<String> lowerCase = new HashSet<>();
    private final Set<String> capitals = new HashSet<>();
    private final NameReader names;
    private final Descriptions descriptions;
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<Integer, List<Mention>> mentions = new LinkedHashMap<>();

    NameDirectory(List<Sentence> sentences, WordClasses words) {
        this.sentences = sentences;
        this.words = words;
        sentences.forEach(sentence -> sentence.tokens().stream()
                .skip(1)
                .filter(Token::isWord)
                .forEach(token -> (token.isCapital() ? capitals : lowerCase).add(token.word())));
        names = new NameReader(words);
        descriptions = new Descriptions(words);
        sentences.forEach(sentence -> read(sentence, true));
        sentences.forEach(sentence -> read(sentence, false));
        for (Sentence sentence : sentences) {
            mentions.put(sentence.span().start(), mentions(sentence));
        }
        NameEvidence.learn(entities.values(), mentions.values());
    }

    NameReader names() {
        return names;
    }

    List<Mention> mentionsIn(Sentence sentence) {
        return mentions.getOrDefault(sentence.span().start(), List.of());
    }

    /** Whether somebody is named behind a phrase, in a part of its sentence. */
    boolean isNamedBehind(Entity entity, Phrase phrase, TextSpan part) {
        return mentionsIn(phrase.sentence()).stream()
                .anyMatch(mention -> mention.entity() == entity
                        && mention.from() >= phrase.to()
                        && part.contains(mention.sentence().span(mention.from(), mention.to())));
    }

    Collection<Entity> entities() {
        return entities.values();
    }

    /** Enters the names of several words first: what is single then may be a part of them. */
    private void read(Sentence sentence, boolean multiple) {
        for (int i = 0; i < sentence.size(); i++) {
            int to = names.end(sentence, i);
            if (to == i) {
                continue;
            }
            int from = names.withoutTitles(sentence, i, to);
            boolean full =
                    to - from > 1 || NameReader.isAcronym(sentence.token(from).text());
            String text = NameReader.text(sentence, from, to);
            boolean title = names.isDescription(sentence, i, to) || isTitle(sentence, from, to);
            boolean known = !multiple && !named(text).isEmpty();
            boolean common = !full
                    && (i == 0 || sentence.isMark(i - 1, ":—") || sentence.isQuote(i - 1))
                    && (lowerCase.contains(sentence.word(from))
                            || !(capitals.contains(sentence.word(from))
                                    || sentence.isFinite(to)
                                    || (sentence.word(to).equals("and") && sentence.isName(to + 1))
                                    || sentence.isMark(to, ",:")));
            if (full == multiple && !known && !title && !common) {
                Entity entity = enter(sentence, i, from, to, text);
                descriptions.describe(sentence, from, to, entity);
            } else if (known && named(text).size() == 1 && mayBear(named(text).getFirst(), sentence, i, from)) {
                descriptions.learnTitles(sentence, i, from, named(text).getFirst());
                descriptions.describe(sentence, from, to, named(text).getFirst());
            }
            i = to - 1;
        }
    }

    private boolean isTitle(Sentence sentence, int from, int to) {
        String word = sentence.word(from);
        return to - from == 1
                && (words.is(WordClass.TITLES, word)
                        || words.is(WordClass.ORGANISATIONS, word)
                        || words.is(WordClass.MONTHS, word)
                        || word.matches("u\\.?[sk]\\.?"));
    }

    private Entity enter(Sentence sentence, int run, int from, int to, String text) {
        Entity known = entities.get(text.toLowerCase(Locale.ROOT));
        if (known == null) {
            String first = sentence.word(from);
            Gender gender = words.is(WordClass.MALE, first)
                    ? Gender.MALE
                    : words.is(WordClass.FEMALE, first) ? Gender.FEMALE : Gender.UNKNOWN;
            boolean given = gender != Gender.UNKNOWN || words.is(WordClass.EITHER, first);
            Kind kind = kind(sentence, run, from, to, given);
            known = new Entity(text, true, kind, kind == Kind.BODY ? Gender.UNKNOWN : gender);
            entities.put(text.toLowerCase(Locale.ROOT), known);
        }
        descriptions.learnTitles(sentence, run, from, known);
        boolean bracket = sentence.isMark(to, "(") && sentence.isCapital(to + 1);
        if (bracket && sentence.word(to + 1).matches("[rd](?:-.*)?")) {
            known.play(sentence.word(to + 1).startsWith("r") ? "republican" : "democrat");
        } else if (bracket
                && sentence.isMark(to + 2, ")")
                && !sentence.word(to + 1).matches("[rdi](?:-.*)?|left|right")) {
            known.abbreviate(sentence.token(to + 1).text());
        } else if (sentence.isMark(to, ",")
                && sentence.word(to + 1).equals("or")
                && sentence.isWord(to + 2)
                && NameReader.isAcronym(sentence.token(to + 2).text())) {
            known.abbreviate(sentence.token(to + 2).text());
        }
        return known;
    }

    /** "Dunmore & Hale". */
    private static boolean isFirm(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (sentence.token(i).text().equals("&")) {
                return true;
            }
        }
        return false;
    }

    private Kind kind(Sentence sentence, int run, int from, int to, boolean given) {
        if (names.isBody(sentence, from, to)
                || isFirm(sentence, from, to)
                || (to - from == 1 && NameReader.isAcronym(sentence.token(from).text()))) {
            return Kind.BODY;
        }
        boolean initial = to - from > 2 && sentence.token(from + 1).text().matches("\\p{Lu}\\.?");
        if ((given && to - from > 1) || from > run || initial) {
            return Kind.PERSON;
        }
        if (sentence.tag(to - 1).equals("NNPS") && to - from == 1) {
            return Kind.GROUP;
        }
        // "A Florida jury" tells nothing of Florida.
        boolean modifier = sentence.isNoun(to) && !sentence.isCapital(to);
        boolean article = sentence.tag(from - 1).equals("DT") && !modifier;
        return article || sentence.word(to - 1).matches("\\d+") ? Kind.BODY : Kind.UNKNOWN;
    }

    private List<Mention> mentions(Sentence sentence) {
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            int to = nameEnd(sentence, i);
            if (to == i) {
                continue;
            }
            int from = names.withoutTitles(sentence, i, to);
            int run = i;
            List<Entity> named = named(NameReader.text(sentence, from, to)).stream()
                    .filter(bearer -> mayBear(bearer, sentence, run, from))
                    .toList();
            Entity entity = named.size() > 1 ? main(named, sentence) : named.isEmpty() ? null : named.getFirst();
            if (entity != null) {
                found.add(new Mention(sentence, from, to, entity, Mention.place(sentence, i, to, found.isEmpty())));
            }
            i = to - 1;
        }
        return Collections.unmodifiableList(found);
    }

    /** "Ms. Marsh" is not Tom, whoever else she is. */
    private static boolean mayBear(Entity entity, Sentence sentence, int from, int name) {
        for (int i = from; i < name; i++) {
            Gender titled = NameReader.gender(sentence.word(i));
            if (titled != Gender.UNKNOWN && entity.gender() == Agreement.opposite(titled)) {
                return false;
            }
        }
        return true;
    }

    /** A name that is known may begin a sentence whatever its tag. */
    private int nameEnd(Sentence sentence, int from) {
        int to = names.end(sentence, from);
        boolean known = from == 0
                && to == 0
                && sentence.isCapital(0)
                && !named(NameReader.text(sentence, 0, 1)).isEmpty();
        return known ? 1 : to;
    }

    /** All who bear a name, in full, in part or abbreviated. */
    List<Entity> named(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Entity entity : entities.values()) {
            String abbreviation = entity.abbreviation();
            if ((abbreviation != null && abbreviation.equalsIgnoreCase(text)) || isInitials(entity, text)) {
                return List.of(entity);
            }
        }
        Entity exact = entities.get(lower);
        if (exact != null) {
            return List.of(exact);
        }
        List<String> wanted = List.of(lower.split("[\\s-]+", -1));
        List<Entity> fitting = entities.values().stream()
                .filter(entity -> isPart(entity, wanted))
                .toList();
        List<Entity> persons = fitting.stream()
                .filter(entity -> entity.kind() == Kind.PERSON || entity.kind() == Kind.UNKNOWN)
                .toList();
        return persons.isEmpty() ? fitting : persons;
    }

    /** "Clinton" is Hillary Clinton, but not the Clinton Foundation. */
    private static boolean isPart(Entity entity, List<String> wanted) {
        int at = Collections.indexOfSubList(entity.parts(), wanted);
        boolean last = at >= 0 && at + wanted.size() == entity.parts().size();
        return at >= 0
                && (last
                        || entity.kind() == Kind.PERSON
                        || (wanted.size() > 1 && at == 0)
                        || !NOT_SHORTENED.contains(entity.parts().getLast()));
    }

    private static boolean isInitials(Entity entity, String text) {
        if (entity.kind() != Kind.BODY || entity.abbreviation() != null || !NameReader.isAcronym(text)) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (String part : entity.name().split("[\\s-]+", -1)) {
            if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
                initials.append(part.charAt(0));
            }
        }
        return initials.length() >= 2
                && (initials.toString().contentEquals(text.replace(".", ""))
                        || (text.length() > 2 && initials.toString().startsWith(text)));
    }

    /**
     * Whom the text means by a name that several bear: who was named in full in the same paragraph before; else who came
     * first, unless they came together; null then.
     */
    @Nullable
    Entity main(List<Entity> named, Sentence in) {
        Entity last = null;
        for (Sentence sentence : sentences) {
            if (sentence.paragraph() == in.paragraph()
                    && sentence.span().start() < in.span().start()) {
                List<Entity> here = mentionsIn(sentence).stream()
                        .filter(Mention::subject)
                        .map(Mention::entity)
                        .filter(named::contains)
                        .distinct()
                        .toList();
                last = here.size() == 1 ? here.getFirst() : here.isEmpty() ? last : null;
            }
        }
        if (last != null) {
            return last;
        }
        for (Sentence sentence : sentences) {
            List<Entity> here = mentionsIn(sentence).stream()
                    .map(Mention::entity)
                    .filter(named::contains)
                    .distinct()
                    .toList();
            if (!here.isEmpty()) {
                return here.size() == 1 ? here.getFirst() : null;
            }
        }
        return null;
    }

    /** Whether somebody is named in another sentence too. */
    boolean isNamedOutside(Entity entity, Sentence sentence) {
        return sentences.stream()
                .filter(other -> !other.equals(sentence))
                .anyMatch(other -> mentionsIn(other).stream().anyMatch(mention -> mention.entity() == entity));
    }

    /** The only entity that bears a name; null if there is none, or more. */
    @Nullable
    Entity only(String name) {
        List<Entity> named = named(name);
        return named.size() == 1 ? named.getFirst() : null;
    }
}
