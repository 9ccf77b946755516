package org.citebot.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found for a question. Immutable, but for the vector, which nobody changes. */
public final class Retrieval {

    private final List<RankedPassage> passages;
    private final float @Nullable [] questionVector;

    /** @param questionVector of unit length; null where it was searched by words alone */
    Retrieval(List<RankedPassage> passages, float @Nullable [] questionVector) {
        this.passages = List.copyOf(passages);
        this.questionVector = questionVector;
    }

    /** The passages, best first. */
    public List<RankedPassage> passages() {
        return passages;
    }

    /** Whether meaning played no part. */
    public boolean byWords() {
        return questionVector == null;
    }

    /** The same question with other passages. */
    public Retrieval with(List<RankedPassage> others) {
        return new Retrieval(others, questionVector);
    }

    float @Nullable [] questionVector() {
        return questionVector;
    }
}
