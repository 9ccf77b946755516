package org.citebot.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Whom a text has been about: who was mentioned where, as a subject or not, and who spoke. A pronoun or "the company"
 * goes to whom the text was about last. For one document and one thread.
 */
final class Discourse {

    /** Farther back nobody is meant by a pronoun. */
    private static final int REACH = 8;

    private static final double SUBJECT = 1.5;
    private static final double EMBEDDED = 1;
    private static final double SPEAKER = 0.7;
    private static final double MODIFIER = -1;

    private final List<Sentence> sentences;
    private final NameDirectory directory;
    private final List<Appearance> appearances = new ArrayList<>();
    private int next;

    /** Somebody who appears: the number of the sentence and the offset in the text. */
    private record Appearance(Entity entity, int sentence, int at, double weight) {}

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
        for (Mention mention : directory.mentionsIn(sentence)) {
            int at = sentence.token(mention.from()).start();
            appearances.add(new Appearance(mention.entity(), next, at, weight(mention)));
        }
        next++;
        return sentence;
    }

    private static double weight(Mention mention) {
        return switch (mention.place()) {
            case SUBJECT -> SUBJECT;
            case OTHER -> 0;
            case MODIFIER -> MODIFIER;
        };
    }

    /** Somebody is meant by other words than a name, as a subject. */
    void refer(Entity entity, int at) {
        boolean main = appearances.stream()
                .noneMatch(one -> one.sentence() == next - 1 && one.at() < at && one.weight() >= SUBJECT);
        appearances.add(new Appearance(entity, next - 1, at, main ? SUBJECT : EMBEDDED));
    }

    /** Somebody speaks. */
    void speak(Entity entity, int at) {
        appearances.add(new Appearance(entity, next - 1, at, SUBJECT + SPEAKER));
    }

    /**
     * Who fits best before an offset.
     *
     * @param fit how well somebody fits; {@link Agreement#NEVER} if not at all
     * @return null if nobody fits
     */
    @Nullable
    Entity find(int at, ToDoubleFunction<Entity> fit) {
        return find(at, Agreement.NEVER, fit);
    }

    /** The same, if it fits as well as that, taken together with how near it was mentioned. */
    @Nullable
    Entity find(int at, double least, ToDoubleFunction<Entity> fit) {
        Map<Entity, Double> scores = new HashMap<>();
        for (Appearance one : appearances) {
            int distance = next - 1 - one.sentence();
            double fits = fit.applyAsDouble(one.entity());
            if (one.at() < at && distance <= REACH && fits > Agreement.NEVER) {
                scores.merge(one.entity(), fits + one.weight() - distance + one.at() * 1e-7, Math::max);
            }
        }
        Entity best = null;
        for (Map.Entry<Entity, Double> entry : scores.entrySet()) {
            if (best == null || entry.getValue() > scores.getOrDefault(best, Agreement.NEVER)) {
                best = entry.getKey();
            }
        }
        return best != null && scores.getOrDefault(best, Agreement.NEVER) >= least ? best : null;
    }

    /** Who was mentioned last of all that fit, however far back; null if nobody was. */
    @Nullable
    Entity last(int at, Predicate<Entity> fits) {
        Entity last = null;
        for (Appearance one : appearances) {
            last = one.at() < at && fits.test(one.entity()) ? one.entity() : last;
        }
        return last;
    }
}
