package org.citebot.statement;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.citebot.statement.NameDirectory.Mention;
import org.jspecify.annotations.Nullable;

/**
 * Whom a text has been about: who was mentioned where, as a subject or not, and who spoke. A pronoun or "the company"
 * goes to whom the text was about last. For one document and one thread.
 */
final class Discourse {

    static final double NEVER = -100;

    /** Farther back nobody is meant by a pronoun. */
    private static final int REACH = 8;

    private static final double SUBJECT = 1.5;
    private static final double SPEAKER = 0.7;

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

    /** Reads on to a sentence, that one included. */
    void advance(Sentence until) {
        while (next < sentences.size()
                && sentences.get(next).span().start() <= until.span().start()) {
            for (Mention mention : directory.mentionsIn(sentences.get(next))) {
                int at = mention.sentence().token(mention.from()).start();
                appearances.add(new Appearance(mention.entity(), next, at, mention.subject() ? SUBJECT : 0));
            }
            next++;
        }
    }

    /** Somebody speaks. */
    void speak(Entity entity, int at) {
        appearances.add(new Appearance(entity, next - 1, at, SUBJECT + SPEAKER));
    }

    /**
     * Who fits best before an offset.
     *
     * @param fit how well somebody fits; {@link #NEVER} if not at all
     * @return null if nobody fits
     */
    @Nullable
    Entity find(int at, ToDoubleFunction<Entity> fit) {
        Map<Entity, Double> scores = new HashMap<>();
        for (Appearance one : appearances) {
            int distance = next - 1 - one.sentence();
            double fits = fit.applyAsDouble(one.entity());
            if (one.at() < at && distance <= REACH && fits > NEVER) {
                scores.merge(one.entity(), fits + one.weight() - distance + one.at() * 1e-7, Math::max);
            }
        }
        Entity best = null;
        for (Map.Entry<Entity, Double> entry : scores.entrySet()) {
            if (best == null || entry.getValue() > scores.getOrDefault(best, NEVER)) {
                best = entry.getKey();
            }
        }
        return best;
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
