package org.citebot.statement;

import java.util.Map;
import java.util.regex.Pattern;
import org.citebot.statement.Entity.Gender;
import org.citebot.statement.Entity.Kind;
import org.citebot.statement.WordClasses.WordClass;

/** Reads what a text says somebody is: titles, roles and appositions. Immutable, for many threads. */
final class Descriptions {

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

    private static final Pattern FEMALE = Pattern.compile(
            "\\p{L}*(?:woman|wife|mother|daughter|sister|girl)|\\p{L}+ress|mum|mom|lady|widow|girlfriend|aunt|niece|heroine"
                    + "|nun|queen|princess|duchess|baroness|bride");

    private static final Pattern MALE = Pattern.compile(
            "man|(?!german|roman|human|talisman)\\p{L}*[^o]man|(?:grand|step)?son|\\p{L}*(?:husband|father|brother|boy)|dad"
                    + "|widower|boyfriend|uncle|nephew|monk|king|prince|duke|baron|bridegroom");

    private final WordClasses words;
    private final SpeakerNouns nouns;

    Descriptions(WordClasses words) {
        this.words = words;
        nouns = new SpeakerNouns(words);
    }

    /** The role that a title gives, in lower case: "senator" for "sen". */
    static String role(String title) {
        return TITLES.getOrDefault(title, title);
    }

    /** The titles in front of a name. */
    void learnTitles(Sentence sentence, int run, int from, Entity entity) {
        for (int i = run; i < from; i++) {
            String word = sentence.word(i);
            if (NameReader.isAcronym(sentence.token(i).text())) {
                entity.learn(Kind.PERSON);
                continue;
            }
            if (words.is(WordClass.MALE, word) && !word.matches("john|frank")) {
                entity.learn(Gender.MALE);
            } else if (words.is(WordClass.FEMALE, word)) {
                entity.learn(Gender.FEMALE);
            }
            entity.learn(Kind.PERSON);
            boolean office = !words.is(WordClass.HONORIFICS, word) && !nouns.isBody(word);
            if (office || word.equals("dr")) {
                entity.entitle(role(word), NameReader.text(sentence, run, from));
            }
        }
    }

    /** What stands in front of a name and in apposition to it. */
    void describe(Sentence sentence, int from, int to, Entity entity) {
        int start = NounPhrases.start(sentence, from);
        if (start < from
                && sentence.isNoun(from - 1)
                && !sentence.isCapital(from - 1)
                && !sentence.isPossessive(from - 1)) {
            entity.entitle(sentence.word(from - 1), new Phrase(sentence, start, from).plain());
            learnGender(sentence.word(from - 1), entity);
        }
        int behind = sentence.isMark(to, "(") && sentence.isMark(to + 2, ")") ? to + 3 : to;
        if (sentence.isMark(behind, ",") && !sentence.isPossessive(to - 1)) {
            apposition(sentence, behind + 1, entity);
        } else if (sentence.word(behind).matches("is|was")
                && sentence.tag(behind + 1).equals("DT")) {
            role(sentence, behind + 1, entity);
        }
        int front = withTitles(sentence, from);
        if (sentence.isMark(front - 1, ",") && (to >= sentence.size() || !sentence.isWord(to))) {
            int begin = NounPhrases.start(sentence, front - 1);
            Phrase before = begin < front - 1 ? new Phrase(sentence, begin, front - 1) : null;
            if (before != null && !SubjectFinder.endsInName(before)) {
                describe(sentence, before, entity);
            }
        }
    }

    /** Where the titles in front of a name begin: "Gen. Reeve". */
    private static int withTitles(Sentence sentence, int name) {
        int from = name;
        while (sentence.isName(from - 1) || (sentence.isMark(from - 1, ".") && sentence.isName(from - 2))) {
            from--;
        }
        return from;
    }

    private void describe(Sentence sentence, Phrase phrase, Entity entity) {
        String head = sentence.word(NounPhrases.end(sentence, phrase.from()) - 1);
        if (!head.isEmpty() && !head.matches("\\d+") && !NounPhrases.isTime(sentence, phrase.from(), phrase.to())) {
            entity.describe(head, NameReader.text(sentence, phrase.from(), phrase.to()));
            learnGender(head, entity);
        }
    }

    private void apposition(Sentence sentence, int from, Entity entity) {
        int end = NounPhrases.end(sentence, from);
        boolean opens = sentence.tag(from).matches("DT|PRP\\$|JJ.*|NN|NNS|CD|VBG") || sentence.isPossessive(from);
        Phrase phrase = opens && end > from ? NounPhrases.beginningAt(sentence, from) : null;
        boolean closed = phrase != null
                && !isBeforeVerb(sentence, phrase.to())
                && (sentence.isMark(phrase.to(), ",") || !endsOpening(sentence, from - 1));
        if (phrase != null && closed && !sentence.isName(end - 1)) {
            describe(sentence, phrase, entity);
        }
    }

    /** "In a post on Yelp, the family who run it said": whether a comma ends what stands before the subject. */
    private static boolean endsOpening(Sentence sentence, int comma) {
        boolean opening = sentence.tag(0).equals("IN");
        for (int i = 0; i < comma; i++) {
            opening &= !sentence.isFinite(i);
        }
        return opening;
    }

    /** "Her lawyer announced Monday": a past that looks like a participle, behind which more would follow. */
    private static boolean isBeforeVerb(Sentence sentence, int at) {
        boolean past = sentence.tag(at).equals("VBN") && sentence.tag(at + 1).matches("NN.*|DT|PRP.*|CD");
        return at < sentence.limit() && (past || sentence.isFinite(at));
    }

    private void role(Sentence sentence, int from, Entity entity) {
        Phrase phrase = NounPhrases.beginningAt(sentence, from);
        if (phrase != null && !SubjectFinder.endsInName(phrase)) {
            describe(sentence, phrase, entity);
        }
    }

    /** "Two senators, Ann Marsh and Tom Reeve": what both are. */
    static void learnRole(Mention first, Entity group) {
        Sentence sentence = first.sentence();
        int noun = sentence.isMark(first.from() - 1, ",") ? first.from() - 2 : first.from() - 1;
        if (sentence.tag(noun).equals("NNS")) {
            group.play(RoleNouns.singular(sentence.word(noun)));
        }
    }

    private void learnGender(String head, Entity entity) {
        boolean body = words.is(WordClass.GENERIC_BODIES, head) || words.is(WordClass.UNSPECIFIC_BODIES, head);
        if (body || (nouns.isPerson(head) && !words.is(WordClass.EITHER_KIND, head))) {
            entity.learn(body ? Kind.BODY : Kind.PERSON);
        }
        if (entity.kind() == Kind.PERSON || entity.kind() == Kind.UNKNOWN) {
            entity.learn(gender(head));
        }
    }

    static Gender gender(String head) {
        if (FEMALE.matcher(head).matches()) {
            return Gender.FEMALE;
        }
        return MALE.matcher(head).matches() ? Gender.MALE : Gender.UNKNOWN;
    }
}
