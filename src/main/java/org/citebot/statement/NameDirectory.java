package org.citebot.statement;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/** Everybody whom a document names, with what it tells about them, and where. Built once a document, for one thread. */
final class NameDirectory {

    private static final Map<String, String> TITLES = Map.of(
            "gov",
            "governor",
            "sen",
            "senator",
            "rep",
            "representative",
            "pres",
            "president",
            "gen",
            "general",
            "col",
            "colonel",
            "prof",
            "professor",
            "sgt",
            "sergeant",
            "lt",
            "lieutenant",
            "dr",
            "doctor");

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

    private static final int LONGEST_APPOSITION = 20;

    private final List<Sentence> sentences;
    private final WordClasses words;
    private final Set<String> lowerCase = new HashSet<>();
    private final Set<String> capitals = new HashSet<>();
    private final NameReader names;
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final Map<Integer, List<Mention>> mentions = new LinkedHashMap<>();

    /**
     * A place where somebody is named in full or in part.
     *
     * @param from the first token of the name
     * @param to behind the last one
     * @param place what the name does in its sentence
     */
    record Mention(Sentence sentence, int from, int to, Entity entity, Place place) {

        boolean subject() {
            return place == Place.SUBJECT;
        }
    }

    /** What a name does in its sentence. */
    enum Place {
        SUBJECT,
        OTHER,
        /** "the Hollenbeck campaign": it only tells which one. */
        MODIFIER
    }

    NameDirectory(List<Sentence> sentences, WordClasses words) {
        this.sentences = sentences;
        this.words = words;
        sentences.forEach(sentence -> sentence.tokens().stream()
                .skip(1)
                .filter(Token::isWord)
                .forEach(token -> (token.isCapital() ? capitals : lowerCase).add(token.word())));
        names = new NameReader(words);
        sentences.forEach(sentence -> read(sentence, true));
        sentences.forEach(sentence -> read(sentence, false));
        for (int i = 0; i < sentences.size(); i++) {
            mentions.put(sentences.get(i).span().start(), mentions(sentences.get(i)));
        }
        learnKinds();
        learnPlaces();
        sentences.forEach(this::learnFromPronouns);
    }

    /** "Marsh, who", "Marsh, 41,", "Marsh’s wife": a person; "Solanex, which", "a Solanex spokeswoman": a body. */
    private void learnKinds() {
        List<Mention> all = mentions.values().stream().flatMap(List::stream).toList();
        all.stream()
                .filter(NameDirectory::isLikeAPerson)
                .forEach(mention -> mention.entity().learn(Kind.PERSON));
        all.stream()
                .filter(NameDirectory::isLikeABody)
                .forEach(mention -> mention.entity().learn(Kind.BODY));
    }

    private static boolean isLikeAPerson(Mention mention) {
        Sentence sentence = mention.sentence();
        int to = mention.to();
        boolean age = sentence.word(to + 1).matches("[1-9]\\d") && sentence.isMark(to + 2, ",");
        return (sentence.isMark(to, ",") && (sentence.word(to + 1).matches("who|whose") || age))
                || (sentence.isPossessive(to - 1)
                        && sentence.word(to)
                                .matches(
                                        "wife|husband|son|daughter|brother|sister|mother|father|lawyer|attorney|life|career"));
    }

    private static boolean isLikeABody(Mention mention) {
        Sentence sentence = mention.sentence();
        int to = mention.to();
        return (sentence.isMark(to, ",") && sentence.word(to + 1).equals("which"))
                || (sentence.tag(mention.from() - 1).equals("DT")
                        && sentence.word(to).matches("spokes\\p{L}+|executives?|employees?|shareholders?"))
                || (sentence.isPossessive(to - 1)
                        && sentence.word(to)
                                .matches("shares|headquarters|employees|shareholders|chairman|board|members"))
                || (sentence.word(mention.from() - 1).matches("of|at")
                        && sentence.word(mention.from() - 2)
                                .matches(
                                        "chairman|chairwoman|president|executive|director|founder|head|members?|employees?"));
    }

    /** Who is alone with a "his" or "her" in a sentence is meant by it. */
    private void learnFromPronouns(Sentence sentence) {
        List<Mention> persons = mentionsIn(sentence).stream()
                .filter(mention -> mention.entity().kind() == Kind.PERSON
                        || mention.entity().kind() == Kind.UNKNOWN)
                .toList();
        boolean alone = persons.stream().map(Mention::entity).distinct().count() == 1;
        if (!alone || !persons.getFirst().subject()) {
            return;
        }
        for (int i = persons.getFirst().to(); i < sentence.size(); i++) {
            if (sentence.word(i).matches("he|his|him|she|her")) {
                persons.getFirst()
                        .entity()
                        .learn(
                                sentence.word(i).startsWith("h")
                                                && !sentence.word(i).equals("her")
                                        ? Gender.MALE
                                        : Gender.FEMALE);
                return;
            }
        }
    }

    /**
     * Whom the first sentences of a text call "a lawyer" before they give the name: who is described so, if only one is, or
     * with whom the next sentence begins; null if nobody is.
     */
    @Nullable
    Entity introduced(String role, Sentence sentence) {
        List<Entity> found = entities.values().stream()
                .filter(entity -> entity.hasRole(role) && entity.kind() == Kind.PERSON)
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        int next = sentences.indexOf(sentence) + 1;
        List<Mention> following = next < sentences.size() ? mentionsIn(sentences.get(next)) : List.of();
        return sentence.paragraph() == 0 && !following.isEmpty() && isToldMore(following.getFirst(), role)
                ? following.getFirst().entity()
                : null;
    }

    /** Whether a sentence begins with a person, and what it was described as before may be meant. */
    private boolean isToldMore(Mention first, String role) {
        boolean general =
                role.matches("head|leader|chief|boss|m[ae]n|wom[ae]n|lawmaker|politician|official|owner|star|author");
        boolean titled =
                first.from() > 0 && words.is(WordClass.TITLES, first.sentence().word(first.from() - 1));
        return first.from() <= 3
                && first.entity().kind() == Kind.PERSON
                && (first.sentence().isMark(first.to(), ",") || titled)
                && (general || first.entity().roles().isEmpty() || !words.is(WordClass.TITLES, role));
    }

    /** Whether the text has called somebody so who has no name: "a biologist", "her lawyer". */
    boolean isIntroduced(String role, Sentence until) {
        for (Sentence sentence : sentences) {
            if (sentence.span().start() >= until.span().start()) {
                return false;
            }
            for (int i = 1; i < sentence.size(); i++) {
                if (sentence.word(i).equals(role)
                        && !sentence.isCapital(i)
                        && !sentence.word(NounPhrases.start(sentence, i + 1)).equals("the")) {
                    return true;
                }
            }
        }
        return false;
    }

    NameReader names() {
        return names;
    }

    List<Mention> mentionsIn(Sentence sentence) {
        return mentions.getOrDefault(sentence.span().start(), List.of());
    }

    Iterable<Entity> entities() {
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
                                    || sentence.isMark(to, ",:")));
            if (full == multiple && !known && !title && !common) {
                Entity entity = enter(sentence, i, from, to, text);
                describe(sentence, from, to, entity);
            } else if (known && named(text).size() == 1) {
                learnTitles(sentence, i, from, named(text).getFirst());
                describe(sentence, from, to, named(text).getFirst());
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
            Kind kind = kind(sentence, run, from, to, gender);
            known = new Entity(text, true, kind, kind == Kind.BODY ? Gender.UNKNOWN : gender);
            entities.put(text.toLowerCase(Locale.ROOT), known);
        }
        learnTitles(sentence, run, from, known);
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

    private Kind kind(Sentence sentence, int run, int from, int to, Gender gender) {
        if (names.isBody(sentence, from, to)
                || (to - from == 1 && NameReader.isAcronym(sentence.token(from).text()))) {
            return Kind.BODY;
        }
        boolean initial = to - from > 2 && sentence.token(from + 1).text().matches("\\p{Lu}\\.?");
        if ((gender != Gender.UNKNOWN && to - from > 1) || from > run || initial) {
            return Kind.PERSON;
        }
        if (sentence.tag(to - 1).equals("NNPS") && to - from == 1) {
            return Kind.GROUP;
        }
        boolean article = sentence.tag(from - 1).equals("DT");
        return article || sentence.word(to - 1).matches("\\d+") ? Kind.BODY : Kind.UNKNOWN;
    }

    private void learnTitles(Sentence sentence, int run, int from, Entity entity) {
        for (int i = run; i < from; i++) {
            String word = sentence.word(i);
            if (words.is(WordClass.MALE, word) && !word.matches("john|frank")) {
                entity.learn(Gender.MALE);
            } else if (words.is(WordClass.FEMALE, word)) {
                entity.learn(Gender.FEMALE);
            }
            entity.learn(Kind.PERSON);
            if (!words.is(WordClass.HONORIFICS, word) || word.equals("dr")) {
                String role = TITLES.getOrDefault(word, word);
                entity.describe(role, NameReader.text(sentence, run, from));
            }
        }
    }

    /** What stands in front of a name and in apposition to it. */
    private void describe(Sentence sentence, int from, int to, Entity entity) {
        int start = NounPhrases.start(sentence, from);
        if (start < from
                && sentence.isNoun(from - 1)
                && !sentence.isCapital(from - 1)
                && !sentence.isPossessive(from - 1)) {
            entity.describe(sentence.word(from - 1), NameReader.text(sentence, start, from));
            learnGender(sentence.word(from - 1), entity);
        }
        int behind = sentence.isMark(to, "(") && sentence.isMark(to + 2, ")") ? to + 3 : to;
        if (sentence.isMark(behind, ",") && !sentence.isPossessive(to - 1)) {
            apposition(sentence, behind + 1, entity);
        } else if (sentence.word(behind).matches("is|was")
                && sentence.tag(behind + 1).equals("DT")) {
            role(sentence, behind + 1, entity);
        }
        if (sentence.isMark(from - 1, ",") && (to >= sentence.size() || !sentence.isWord(to))) {
            Phrase before = NounPhrases.endingAt(sentence, from - 1);
            if (before != null && !SubjectFinder.endsInName(before)) {
                describe(sentence, before, entity);
            }
        }
    }

    private void apposition(Sentence sentence, int from, Entity entity) {
        int end = NounPhrases.end(sentence, from);
        boolean opens = sentence.tag(from).matches("DT|PRP\\$|JJ.*|NN|NNS|CD|VBG") || sentence.isPossessive(from);
        Phrase phrase = opens && end > from ? NounPhrases.beginningAt(sentence, from) : null;
        boolean closed = phrase != null && (phrase.to() >= sentence.limit() || !sentence.isFinite(phrase.to()));
        if (phrase != null && closed && !sentence.isName(end - 1)) {
            describe(sentence, phrase, entity);
        }
    }

    private void role(Sentence sentence, int from, Entity entity) {
        Phrase phrase = NounPhrases.beginningAt(sentence, from);
        if (phrase != null && !SubjectFinder.endsInName(phrase)) {
            describe(sentence, phrase, entity);
        }
    }

    private void describe(Sentence sentence, Phrase phrase, Entity entity) {
        String head = sentence.word(NounPhrases.end(sentence, phrase.from()) - 1);
        if (!head.isEmpty() && !head.matches("\\d+") && !NounPhrases.isTime(sentence, phrase.from(), phrase.to())) {
            entity.describe(head, NameReader.text(sentence, phrase.from(), phrase.to()));
            learnGender(head, entity);
        }
    }

    private void learnGender(String head, Entity entity) {
        entity.learn(words.is(WordClass.GENERIC_BODIES, head) ? Kind.BODY : Kind.PERSON);
        if (entity.kind() == Kind.PERSON || entity.kind() == Kind.UNKNOWN) {
            entity.learn(gender(head, words));
        }
    }

    static Gender gender(String head, WordClasses words) {
        if (head.matches(
                "\\p{L}+woman|\\p{L}+ress|wife|mother|daughter|sister|widow|girl|girlfriend|aunt|niece|grandmother|heroine")) {
            return Gender.FEMALE;
        }
        return head.matches("\\p{L}*[^o]man|husband|father|son|brother|widower|boy|boyfriend|uncle|nephew|grandfather")
                        && !head.equals("woman")
                ? Gender.MALE
                : Gender.UNKNOWN;
    }

    private List<Mention> mentions(Sentence sentence) {
        List<Mention> found = new ArrayList<>();
        for (int i = 0; i < sentence.size(); i++) {
            int to = nameEnd(sentence, i);
            if (to == i) {
                continue;
            }
            int from = names.withoutTitles(sentence, i, to);
            List<Entity> named = named(NameReader.text(sentence, from, to));
            if (named.size() == 1) {
                found.add(new Mention(sentence, from, to, named.getFirst(), place(sentence, i, to, found.isEmpty())));
            }
            i = to - 1;
        }
        return Collections.unmodifiableList(found);
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

    private static Place place(Sentence sentence, int from, int to, boolean first) {
        if (sentence.isPossessive(to - 1)) {
            return Place.OTHER;
        }
        if (sentence.isNoun(to) && !sentence.isCapital(to)) {
            return Place.MODIFIER;
        }
        int phrase = Math.min(from, NounPhrases.start(sentence, to));
        boolean object = sentence.tag(phrase - 1).matches("IN|TO|VB.*");
        boolean subject =
                !object && (first || isBeforeVerb(sentence, to) || isBeforeVerb(sentence, behind(sentence, to)));
        return subject ? Place.SUBJECT : Place.OTHER;
    }

    private static boolean isBeforeVerb(Sentence sentence, int at) {
        return sentence.isFinite(at) || sentence.tag(at).startsWith("RB");
    }

    /** Behind the commas or brackets that follow a name. */
    private static int behind(Sentence sentence, int to) {
        boolean bracket = sentence.isMark(to, "(");
        if (!bracket && !sentence.isMark(to, ",")) {
            return to;
        }
        for (int i = to + 1; i < Math.min(sentence.size(), to + LONGEST_APPOSITION); i++) {
            if (sentence.isMark(i, bracket ? ")" : ",") && (bracket || sentence.isFinite(i + 1))) {
                return i + 1;
            }
        }
        return sentence.isFinite(to + 1) ? to + 1 : to;
    }

    /** What only stands behind "in" and "at" is a place. */
    private void learnPlaces() {
        for (Entity entity : entities.values()) {
            boolean elsewhere = false;
            for (List<Mention> list : mentions.values()) {
                for (Mention mention : list) {
                    elsewhere |= mention.entity() == entity && !isPlace(mention);
                }
            }
            if (!elsewhere
                    && (entity.kind() == Kind.UNKNOWN || entity.gender() == Gender.UNKNOWN)
                    && entity.kind() != Kind.BODY) {
                entity.learn(Kind.PLACE);
            }
        }
    }

    private static boolean isPlace(Mention mention) {
        Sentence sentence = mention.sentence();
        int before = mention.from() - 1;
        while (before > 0 && sentence.tag(before).matches("JJ|DT|NN")) {
            before--;
        }
        return sentence.word(before).matches("in|at|near|from|of|outside|to|around|across|into|between|through|over")
                || (sentence.isMark(before, ",")
                        && sentence.isCapital(before - 1)
                        && (mention.to() >= sentence.size() || sentence.isMark(mention.to(), ",.")));
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

    /** The only entity that bears a name; null if there is none, or more. */
    @Nullable
    Entity only(String name) {
        List<Entity> named = named(name);
        return named.size() == 1 ? named.getFirst() : null;
    }
}
