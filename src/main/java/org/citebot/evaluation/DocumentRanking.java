package org.citebot.evaluation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citebot.answering.CorpusAnswerer;
import org.citebot.answering.Question;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.retrieval.RankedPassage;
import org.citebot.retrieval.RankingMethod;

/** Documents in the order of the best passage of each. */
final class DocumentRanking {

    /** Many documents have more than one passage. */
    private static final int PASSAGES_A_DOCUMENT = 2;

    private DocumentRanking() {}

    /** The first documents for a question, at most {@code count}; fewer only where no more are found. */
    static List<DocumentVersion> find(CorpusAnswerer answerer, Question question, int count, RankingMethod method) {
        int passages = count * PASSAGES_A_DOCUMENT;
        while (true) {
            List<RankedPassage> found = answerer.search(question, passages, method);
            Map<DocumentId, DocumentVersion> documents = new LinkedHashMap<>();
            found.forEach(passage -> documents.putIfAbsent(passage.version().document(), passage.version()));
            if (documents.size() >= count || found.size() < passages) {
                return documents.values().stream().limit(count).toList();
            }
            passages *= 2;
        }
    }
}
