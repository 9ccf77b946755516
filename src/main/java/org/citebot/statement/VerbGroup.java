package org.citebot.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A verb with its auxiliaries and adverbs: "had later told", "did not say".
 *
 * @param from the first token of the group
 * @param verb the token of the verb itself
 * @param to behind the verb and its particle
 * @param form its form
 * @param passive "was told"
 * @param reality what its auxiliaries make of it; null where it is nobody's statement: "may say"
 */
record VerbGroup(
        int from,
        int verb,
        int to,
        Form form,
        boolean passive,
        @Nullable Reality reality) {

    /** What a verb does in its sentence. */
    enum Form {
        FINITE,
        INFINITIVE,
        GERUND,
        /** "told by", without an auxiliary. */
        PARTICIPLE
    }

    private static final Set<String> BE = Set.of("is", "are", "was", "were", "be", "been", "being", "get", "got");
    private static final Set<String> NEGATIONS = Set.of("not", "never", "neither", "nor");
    private static final Set<String> OPEN = Set.of("may", "might", "could", "can", "should", "must", "cannot", "ought");

    /**
     * The group of the verb at a place.
     *
     * @param particle behind the verb; null if it has none
     */
    static VerbGroup of(Sentence sentence, int verb, @Nullable String particle) {
        int from = verb;
        boolean passive = false;
        boolean auxiliary = false;
        boolean finite = sentence.isFinite(verb);
        Reality reality = Reality.SAID;
        while (from > 0 && isAuxiliary(sentence, from - 1)) {
            from--;
            String word = sentence.word(from);
            if (NEGATIONS.contains(word) || word.endsWith("n't")) {
                reality = reality == null ? null : Reality.NEGATED;
            } else if (OPEN.contains(word)) {
                reality = null;
            } else if (word.equals("would") || word.endsWith("'d")) {
                reality = reality == Reality.SAID && sentence.tag(verb).equals("VB") ? Reality.HYPOTHETICAL : reality;
            } else if (word.equals("will") || word.endsWith("'ll")) {
                reality = reality == Reality.SAID ? Reality.FUTURE : reality;
            }
            passive |= !auxiliary && BE.contains(word) && sentence.tag(verb).matches("VBN|VBD");
            auxiliary |= sentence.isFinite(from) || sentence.isVerb(from);
            finite |= sentence.isFinite(from);
            if (sentence.tag(from).equals("PRP")) {
                // "he's said": the group begins inside the word.
                from++;
                break;
            }
        }
        boolean to = sentence.tag(from - 1).equals("TO") && sentence.tag(verb).matches("VBP?");
        Form form = to
                ? Form.INFINITIVE
                : finite ? Form.FINITE : sentence.tag(verb).equals("VBG") ? Form.GERUND : Form.PARTICIPLE;
        return new VerbGroup(from, verb, verb + (particle == null ? 1 : 2), form, passive, reality);
    }

    private static boolean isAuxiliary(Sentence sentence, int index) {
        String tag = sentence.tag(index);
        boolean verb = tag.startsWith("VB")
                && sentence.word(index)
                        .matches("ha(?:s|ve|d|ving)(?:n't)?|(?:do|does|did)(?:n't)?|(?:is|are|was|were)(?:n't)?"
                                + "|be|been|being|am|go[te]?t?");
        return verb
                || tag.equals("MD")
                || tag.startsWith("RB")
                || sentence.word(index).matches("since|once|later|also|then")
                || (tag.equals("PRP") && sentence.isFinite(index));
    }
}
