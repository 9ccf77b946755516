package org.citebot.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.citebot.language.TextSpan;
import org.citebot.statement.Entity.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Whom a text has been about: who was mentioned where, as a subject or not, and who spoke. A pronoun or "the company"
 * goes to whom the text was about last. For one document and one thread.
 */
final class Discourse {

    /** Farther back nobody is meant by a pronoun. */
    private static final int REACH = 8;

    private static final double SUBJECT = 1.5;
    private static final double TIE = 0.1;
    private static final double FORGOTTEN = 2.5;
    private static final double PARAGRAPH = 0.25;
    private static final double EMBEDDED = 1;
    private static final double SPEAKER = 0.7;
    private static final double MODIFIER = -1;

    private final List<Sentence> sentences;
    private final NameDirectory directory;
    private final Map<String, Entity> groups = new HashMap<>();
    private final List<Appearance> appearances = new ArrayList<>();
    private int next;

    /** Somebody who appears: the number of the sentence, the offset in the text, and whether "her" or "its" names them. */
    private record Appearance(Entity entity, int sentence, int at, double weight, boolean owned) {}

    Discourse(List<Sentence> sentences, NameDirectory directory) {
        this.sentences = sentences;
        this.directory = directory;
    }

    /** Reads the next sentence if it is not behind one; null if it is. */
    @Nullable
    Sentence next(Sentence until) {
        if (next >= sentences.size()
                || sentences.get(next).span().start() > until.span().start()) {
            return null;
        }
        Sentence sentence = sentences.get(next);
        List<Mention> mentions = directory.mentionsIn(sentence);
        mentions.forEach(mention -> appear(mention.entity(), mention));
        for (int i = 1; i < mentions.size(); i++) {
            Mention before = mentions.get(i - 1);
            if (mentions.get(i).isJoinedTo(before)) {
                Entity group = group(before.entity(), mentions.get(i).entity());
                Descriptions.learnRole(before, group);
                appear(group, before);
            }
        }
        next++;
        return sentence;
    }

    private void appear(Entity entity, Mention mention) {
        int at = mention.sentence().token(mention.from()).start();
        appearances.add(new Appearance(entity, next, at, weight(mention), false));
    }

    private Entity group(Entity one, Entity other) {
        return groups.computeIfAbsent(one.name() + " and " + other.name(), name -> Entity.group(one, other));
    }

    private static double weight(Mention mention) {
        return switch (mention.place()) {
            case SUBJECT -> SUBJECT;
            case OTHER -> 0;
            case MODIFIER -> MODIFIER;
        };
    }

    /** The first name behind a comma behind a phrase, if it is a subject; null if there is none. */
    @Nullable
    Mention subjectBehind(Phrase phrase) {
        for (Mention mention : directory.mentionsIn(phrase.sentence())) {
            int begin = NounPhrases.start(phrase.sentence(), mention.to());
            if (begin > phrase.to() && phrase.sentence().isMark(begin - 1, ",")) {
                return Mention.isBeforeVerb(mention.sentence(), mention.to()) ? mention : null;
            }
        }
        return null;
    }

    /** Somebody is meant by other words than a name, as a subject. */
    void refer(Entity entity, Phrase phrase) {
        int at = phrase.at();
        boolean main = appearances.stream()
                .noneMatch(one -> one.sentence() == next - 1 && one.at() < at && one.weight() >= SUBJECT);
        appearances.add(new Appearance(entity, next - 1, at, main ? SUBJECT : EMBEDDED, phrase.isOwned()));
    }

    /** Somebody is told of by other words than a name, and does nothing. */
    void mention(Entity entity, Phrase phrase) {
        appearances.add(new Appearance(entity, next - 1, phrase.at(), 0, phrase.isOwned()));
    }

    /** Whether somebody was a subject in the sentence that was read last, or in the one before. */
    boolean isSubject(Entity entity) {
        return appearances.stream()
                .anyMatch(one -> one.entity() == entity && one.sentence() >= next - 2 && one.weight() >= EMBEDDED);
    }

    /** "Her mother was old, she said": whether one who is described by their relation is told of in a part of the text. */
    boolean isRelatedIn(Entity entity, TextSpan part) {
        return !entity.isNamed()
                && appearances.stream()
                        .anyMatch(one -> one.entity() == entity
                                && one.owned()
                                && part.start() <= one.at()
                                && one.at() < part.end());
    }

    /** Somebody speaks. */
    void speak(Entity entity, int at) {
        appearances.add(new Appearance(entity, next - 1, at, SUBJECT + SPEAKER, false));
    }

    /**
     * Who fits best before an offset.
     *
     * @param fit how well somebody fits; {@link Agreement#NEVER} if not at all
     * @return null if nobody fits, or two fit equally
     */
    @Nullable
    Entity find(int at, ToDoubleFunction<Entity> fit) {
        return find(at, Agreement.NEVER, fit);
    }

    /** The same, if it fits as well as that, taken together with how near it was mentioned. */
    @Nullable
    Entity find(int at, double least, ToDoubleFunction<Entity> fit) {
        Map<Entity, Double> scores = new LinkedHashMap<>();
        for (Appearance one : appearances) {
            int distance = next - 1 - one.sentence();
            double fits = fit.applyAsDouble(one.entity());
            if (one.at() < at && distance <= REACH && fits > Agreement.NEVER) {
                double far = distance + (isElsewhere(one) ? PARAGRAPH : 0) + (isForgotten(one) ? FORGOTTEN : 0);
                double near = one.weight() - far;
                scores.merge(one.entity(), fits + near + one.at() * 1e-7, Math::max);
            }
        }
        Entity best = null;
        for (Map.Entry<Entity, Double> entry : scores.entrySet()) {
            if (best == null || entry.getValue() > scores.getOrDefault(best, Agreement.NEVER)) {
                best = entry.getKey();
            }
        }
        boolean fits = best != null && scores.getOrDefault(best, Agreement.NEVER) >= least;
        return fits && best != null && !isTied(best, scores) ? best : null;
    }

    /** Whether another person with a name fits equally: then nobody is meant for sure. Of two bodies the last one is. */
    private static boolean isTied(Entity best, Map<Entity, Double> scores) {
        double least = scores.getOrDefault(best, Agreement.NEVER) - TIE;
        return best.isNamed()
                && best.kind() != Kind.BODY
                && scores.entrySet().stream()
                        .filter(entry -> entry.getValue() > least)
                        .map(Map.Entry::getKey)
                        .anyMatch(other -> other != best && other.isNamed() && other.kind() == best.kind());
    }

    /** Who has no name is hardly meant any more in another paragraph, unless they spoke right before. */
    private boolean isForgotten(Appearance one) {
        boolean goesOn = one.sentence() == next - 2 && one.weight() >= SUBJECT;
        return !one.entity().isNamed() && !goesOn && isElsewhere(one);
    }

    /** Whether it was in another paragraph. */
    private boolean isElsewhere(Appearance one) {
        return sentences.get(one.sentence()).paragraph()
                != sentences.get(next - 1).paragraph();
    }

    /** Which other person with a name the text mentioned last, not far back; null if there is none. */
    @Nullable
    Entity personBeside(@Nullable Entity somebody) {
        return appearances.reversed().stream()
                .filter(one -> next - one.sentence() <= REACH)
                .map(Appearance::entity)
                .filter(entity -> entity != somebody && entity.isNamed() && entity.kind() == Kind.PERSON)
                .findFirst()
                .orElse(null);
    }

    /** Who was mentioned before an offset, however far back, the last one first. */
    List<Entity> before(int at) {
        return appearances.reversed().stream()
                .filter(one -> one.at() < at)
                .map(Appearance::entity)
                .distinct()
                .toList();
    }
}
