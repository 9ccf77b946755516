package org.citebot.evaluation;

import java.util.List;

/**
 * A claim, the page it cites, and whether that supports it.
 *
 * @param evidence the sentences of the page, in order; some perhaps blank
 * @param label {@code supported}, or how it is not
 * @param supporting sets of numbers of sentences, from 0, each of which supports what is supported of it
 */
record LabelledClaim(String id, String claim, List<String> evidence, String label, List<List<Integer>> supporting) {

    private static final String SUPPORTED = "supported";

    LabelledClaim {
        evidence = List.copyOf(evidence);
        supporting = List.copyOf(supporting);
    }

    static LabelledClaim of(JsonLine line) {
        return new LabelledClaim(
                line.text("id"),
                line.text("claim"),
                line.numberedTexts("evidence"),
                line.text("label"),
                line.numberLists("supporting"));
    }

    boolean isSupported() {
        return label.equals(SUPPORTED);
    }
}
