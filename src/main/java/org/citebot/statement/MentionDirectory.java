package org.citebot.statement;

import java.util.ArrayList;
import java.util.Comparator;
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

/** Everybody whom a document names with their full name, and where. Built once a document, for one thread. */
final class MentionDirectory {

    private static final Set<String> PARTICLES =
            Set.of("van", "der", "de", "von", "bin", "al", "la", "del", "den", "di", "da", "ibn", "dos", "le");

    private final WordClasses words;
    private final Map<String, Entity> entities = new LinkedHashMap<>();
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> lowerCase = new HashSet<>();

    /**
     * A place where somebody is named in full or in part.
     *
     * @param at offset in the text
     */
    record Mention(int at, Entity entity) {}

    /** A name inside a phrase, from one token to another, titles left out. */
    record Name(int from, int to) {}

    MentionDirectory(List<Sentence> sentences, WordClasses words) {
        this.words = words;
        sentences.forEach(sentence -> sentence.tokens().stream()
                .filter(token -> token.isWord() && !token.isCapital())
                .forEach(token -> lowerCase.add(token.word())));
        sentences.forEach(this::readFullNames);
        sentences.forEach(this::readSingleNames);
        sentences.forEach(this::readShortNames);
        mentions.sort(Comparator.comparingInt(Mention::at));
    }

    List<Mention> mentions() {
        return mentions;
    }

    Iterable<Entity> entities() {
        return entities.values();
    }

    private void readFullNames(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            int to = runEnd(sentence, i);
            if (to == i) {
                continue;
            }
            Name name = withoutTitles(sentence, i, to);
            boolean multiple = name.to() - name.from() > 1;
            boolean known = multiple || isAcronym(sentence.token(name.from()).text());
            if (name.to() > name.from() && known && !words.is(WordClass.MONTHS, sentence.word(name.from()))) {
                Entity entity = enter(sentence, name);
                addRoles(sentence, name, entity);
                int close = abbreviation(sentence, name.to());
                if (close > 0) {
                    entity.abbreviate(sentence.token(close).text());
                }
            }
            i = to - 1;
        }
    }

    /** "Altamonte", "Korvex": a word that is never without its capital, and no part of a longer name. */
    private void readSingleNames(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            int to = runEnd(sentence, i);
            if (to == i) {
                continue;
            }
            Name name = withoutTitles(sentence, i, to);
            boolean initial =
                    sentence.token(name.from()).start() == sentence.span().start();
            boolean single = name.to() - name.from() == 1
                    && !initial
                    && !lowerCase.contains(sentence.word(name.from()))
                    && !words.is(WordClass.DAYS, sentence.word(name.from()))
                    && !words.is(WordClass.MONTHS, sentence.word(name.from()))
                    && !words.is(WordClass.TITLES, sentence.word(name.from()))
                    && !words.is(WordClass.DETERMINERS, sentence.word(name.from() - 1))
                    && !sentence.isCapital(name.from() - 1)
                    && sentence.token(name.from()).text().length() > 2
                    && !sentence.token(name.from()).text().contains(".");
            if (single && named(text(sentence, name.from(), name.to())).isEmpty()) {
                addRoles(sentence, name, enter(sentence, name));
            }
            i = to - 1;
        }
    }

    private void readShortNames(Sentence sentence) {
        for (int i = 0; i < sentence.size(); i++) {
            int to = runEnd(sentence, i);
            if (to == i) {
                continue;
            }
            Name name = withoutTitles(sentence, i, to);
            if (name.to() > name.from()) {
                int at = sentence.token(i).start();
                List<Entity> named = named(text(sentence, name.from(), name.to()));
                if (named.size() == 1) {
                    mentions.add(new Mention(at, named.getFirst()));
                    learnTitle(sentence, i, name, named.getFirst());
                }
            }
            i = to - 1;
        }
    }

    private void learnTitle(Sentence sentence, int from, Name name, Entity entity) {
        for (int i = from; i < name.from(); i++) {
            if (words.is(WordClass.MALE, sentence.word(i))) {
                entity.learn(Gender.MALE);
            } else if (words.is(WordClass.FEMALE, sentence.word(i))) {
                entity.learn(Gender.FEMALE);
            }
        }
    }

    private int abbreviation(Sentence sentence, int at) {
        if (sentence.isMark(at, "(") && sentence.isMark(at + 2, ")") && sentence.isCapital(at + 1)) {
            return at + 1;
        }
        boolean or = sentence.isMark(at, ",") && sentence.word(at + 1).equals("or") && sentence.isCapital(at + 2);
        return or && isAcronym(sentence.token(at + 2).text()) ? at + 2 : -1;
    }

    static boolean isAcronym(String text) {
        return text.length() >= 2
                && text.length() <= 8
                && text.chars().filter(Character::isUpperCase).count() >= 2
                && text.equals(text.toUpperCase(Locale.ROOT));
    }

    private Entity enter(Sentence sentence, Name name) {
        String text = text(sentence, name.from(), name.to());
        Entity known = entities.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return known;
        }
        Kind kind = kind(sentence, name);
        String first = sentence.word(name.from());
        Gender gender = kind != Kind.PERSON
                ? Gender.UNKNOWN
                : words.is(WordClass.MALE, first)
                        ? Gender.MALE
                        : words.is(WordClass.FEMALE, first) ? Gender.FEMALE : Gender.UNKNOWN;
        Entity entity = new Entity(text, kind, gender);
        for (int i = name.from() - 1; i >= 0 && i > name.from() - 4 && sentence.isWord(i); i--) {
            if (sentence.word(i).matches("mr|sir")) {
                entity.learn(Gender.MALE);
            } else if (sentence.word(i).matches("mrs|ms|miss|dame")) {
                entity.learn(Gender.FEMALE);
            }
        }
        entities.put(text.toLowerCase(Locale.ROOT), entity);
        return entity;
    }

    private Kind kind(Sentence sentence, Name name) {
        String first = sentence.word(name.from());
        String before = sentence.word(name.from() - 1);
        boolean given = words.is(WordClass.MALE, first) || words.is(WordClass.FEMALE, first);
        boolean title = words.is(WordClass.TITLES, before);
        if (isBody(sentence, name)) {
            return Kind.BODY;
        }
        if (!given && !title && before.matches("in|at|near|from|of|outside|to|on|around|across|off|into|between")) {
            return Kind.PLACE;
        }
        boolean single = name.to() - name.from() == 1;
        boolean numbered =
                Character.isDigit(sentence.token(name.to() - 1).text().charAt(0));
        return !given && !title && (single || numbered) ? Kind.BODY : Kind.PERSON;
    }

    private boolean isBody(Sentence sentence, Name name) {
        for (int i = name.from(); i < name.to(); i++) {
            if (words.is(WordClass.ORGANISATIONS, sentence.word(i)) || words.is(WordClass.OUTLETS, sentence.word(i))) {
                return true;
            }
        }
        return (name.to() - name.from() == 1
                        && isAcronym(sentence.token(name.from()).text()))
                || (words.is(WordClass.DETERMINERS, sentence.word(name.from() - 1)) && name.to() - name.from() > 1);
    }

    /** The words that describe somebody: those before the name, and those in apposition to it. */
    private void addRoles(Sentence sentence, Name name, Entity entity) {
        int before = name.from() - 1;
        if (sentence.isMark(before, ",")) {
            before--;
        }
        for (int i = before; i >= 0 && i > before - 9 && sentence.isWord(i); i--) {
            String word = sentence.word(i);
            if ((words.is(WordClass.PREPOSITIONS, word) && !word.equals("of") && !word.equals("for"))
                    || words.is(WordClass.BOUNDARIES, word)
                    || words.is(WordClass.FINITE, word)) {
                break;
            }
            if (isRole(sentence, i)) {
                entity.roles().add(word);
            }
        }
        if (before == name.from() - 2 && before > 0 && sentence.word(before - 1).equals("the")) {
            entity.introductions().add(sentence.word(before));
        }
        int close = name.to() + 1;
        while (sentence.isWord(close) && !words.is(WordClass.FINITE, sentence.word(close))) {
            close++;
        }
        if (sentence.isMark(name.to(), ",") && sentence.isMark(close, ",")) {
            boolean apposition = words.is(WordClass.DETERMINERS, sentence.word(name.to() + 1))
                    || words.is(WordClass.RELATIVES, sentence.word(name.to() + 1))
                    || (sentence.isWord(name.to() + 1) && !sentence.isCapital(name.to() + 1));
            if (apposition && !words.is(WordClass.RELATIVES, sentence.word(name.to() + 1))) {
                entity.describe(text(sentence, name.to() + 1, close));
            }
            for (int i = name.to() + 1; apposition && i < Math.min(close, name.to() + 10); i++) {
                if (words.is(WordClass.PREPOSITIONS, sentence.word(i))) {
                    break;
                }
                if (isRole(sentence, i)) {
                    entity.roles().add(sentence.word(i));
                }
            }
        }
    }

    private boolean isRole(Sentence sentence, int index) {
        String word = sentence.word(index);
        return !words.is(WordClass.PREPOSITIONS, word)
                && !words.is(WordClass.DETERMINERS, word)
                && !words.is(WordClass.HONORIFICS, word)
                && !words.is(WordClass.RELATIVES, word)
                && !sentence.token(index).isPossessive();
    }

    /** Behind the last word of the name that begins at a token; the token itself if none does. */
    int runEnd(Sentence sentence, int from) {
        int to = from;
        while (sentence.isWord(to)) {
            boolean capital = sentence.isCapital(to)
                    && !(to == from && (isCommon(sentence, to) || words.is(WordClass.DAYS, sentence.word(to))))
                    && !words.is(WordClass.DAYS, sentence.word(to))
                    && !words.is(WordClass.DETERMINERS, sentence.word(to));
            if (capital) {
                boolean possessive = sentence.token(to).isPossessive()
                        && !sentence.token(to).text().endsWith("s’");
                to++;
                if (possessive && sentence.token(to - 1).text().matches(".*['’]s?$")) {
                    break;
                }
            } else if (to > from
                    && (joins(sentence, to, from)
                            || (sentence.word(to).matches("\\d{1,3}")
                                    && !words.is(WordClass.MONTHS, sentence.word(to - 1)))
                            || (sentence.word(to).equals("&") && sentence.isCapital(to + 1)))) {
                to++;
            } else {
                break;
            }
        }
        while (to > from
                && !sentence.isCapital(to - 1)
                && !sentence.word(to - 1).matches("\\d{1,3}")) {
            to--;
        }
        return to;
    }

    private boolean joins(Sentence sentence, int at, int from) {
        String word = sentence.word(at);
        if (PARTICLES.contains(word)) {
            return sentence.isCapital(at + 1) || PARTICLES.contains(sentence.word(at + 1));
        }
        boolean body = words.is(WordClass.ORGANISATIONS, sentence.word(at - 1)) || word.equals("the");
        boolean more =
                sentence.isCapital(at + 1) || (sentence.word(at + 1).equals("the") && sentence.isCapital(at + 2));
        if (word.equals("of") || word.equals("for")) {
            return (body && more && !words.is(WordClass.OUTLETS, sentence.word(at + 1)))
                    || (at - from >= 2 && !isPersonLike(sentence, from, at) && more && hasBody(sentence, from, at));
        }
        if (word.equals("the")) {
            return (sentence.word(at - 1).equals("of") || sentence.word(at - 1).equals("for"))
                    && sentence.isCapital(at + 1);
        }
        return word.equals("and")
                && sentence.isCapital(at + 1)
                && hasBody(sentence, from, at)
                && (sentence.word(at - 2).equals("of")
                        || sentence.word(at - 2).equals("and")
                        || sentence.word(at - 2).equals("for"));
    }

    private boolean hasBody(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is(WordClass.ORGANISATIONS, sentence.word(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean isPersonLike(Sentence sentence, int from, int to) {
        return to - from == 2 && !hasBody(sentence, from, to);
    }

    /** A capital at the beginning of a sentence tells nothing for a word that is often there. */
    private boolean isCommon(Sentence sentence, int at) {
        String word = sentence.word(at);
        return words.is(WordClass.DETERMINERS, word)
                || words.is(WordClass.PRONOUNS, word)
                || words.is(WordClass.PREPOSITIONS, word)
                || words.is(WordClass.BOUNDARIES, word)
                || words.is(WordClass.ADVERBS, word)
                || words.is(WordClass.FINITE, word)
                || words.is(WordClass.DAYS, word)
                || word.equals("according")
                || word.equals("asked");
    }

    Name withoutTitles(Sentence sentence, int from, int to) {
        int begin = from;
        for (int i = from; i < to - 1; i++) {
            boolean body = hasBody(sentence, i + 1, to);
            if (words.is(WordClass.TITLES, sentence.word(i)) && !body) {
                begin = i + 1;
            }
        }
        return new Name(begin, to);
    }

    /** The name as it stands, on one line, without a possessive's ending. */
    static String text(Sentence sentence, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from && sentence.token(i).start() > sentence.token(i - 1).end()) {
                text.append(' ');
            }
            text.append(sentence.token(i).text());
        }
        return text.toString().replaceAll("(?:['’]s|(?<=s)['’])$", "");
    }

    /** All who bear a name, in full, in part or abbreviated. */
    List<Entity> named(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (Entity entity : entities.values()) {
            String abbreviation = entity.abbreviation();
            if (abbreviation != null && abbreviation.equalsIgnoreCase(text)) {
                return List.of(entity);
            }
        }
        Entity exact = entities.get(lower);
        if (exact != null) {
            return List.of(exact);
        }
        List<Entity> fitting = new ArrayList<>();
        for (Entity entity : entities.values()) {
            String abbreviation = entity.abbreviation();
            if ((abbreviation != null && abbreviation.equalsIgnoreCase(text)) || isInitials(entity, text)) {
                return List.of(entity);
            }
            if (holds(entity.parts(), lower.split("\\s+", -1))) {
                fitting.add(entity);
            }
        }
        return fitting;
    }

    private static boolean isInitials(Entity entity, String text) {
        if (!isAcronym(text) || entity.kind() != Kind.BODY || entity.abbreviation() != null) {
            return false;
        }
        StringBuilder initials = new StringBuilder();
        for (String part : entity.name().split("[\\s-]+", -1)) {
            if (!part.isEmpty() && Character.isUpperCase(part.charAt(0))) {
                initials.append(part.charAt(0));
            }
        }
        return initials.length() >= 2 && initials.toString().contentEquals(text.replace(".", ""));
    }

    private static boolean holds(String[] parts, String[] wanted) {
        for (int i = 0; i + wanted.length <= parts.length; i++) {
            boolean all = true;
            for (int j = 0; j < wanted.length; j++) {
                all &= parts[i + j].equals(wanted[j]);
            }
            if (all) {
                return true;
            }
        }
        return false;
    }

    /** The last one before a place who fits; null if nobody does. */
    @Nullable
    Entity lastBefore(int at, java.util.function.Predicate<Entity> fits) {
        Entity last = null;
        for (Mention mention : mentions) {
            if (mention.at() >= at) {
                break;
            }
            if (fits.test(mention.entity())) {
                last = mention.entity();
            }
        }
        return last;
    }
}
