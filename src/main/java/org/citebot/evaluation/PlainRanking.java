package org.citebot.evaluation;

import java.util.List;
import java.util.Set;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;

/** The plainest search over the documents of a set, to measure Citebot's own against. */
@FunctionalInterface
public interface PlainRanking {

    /**
     * The first documents for a question, best first, at most {@code count}.
     *
     * @param within search only in these; in all if empty
     */
    List<DocumentVersion> find(String question, Set<DocumentId> within, int count);
}
