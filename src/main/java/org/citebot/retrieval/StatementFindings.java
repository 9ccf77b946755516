package org.citebot.retrieval;

import java.util.List;
import org.citebot.statement.SpeakerMatch;

/**
 * What was found for a question about who said what.
 *
 * @param question as it was understood
 * @param speakers whom its words may mean, the surest first; empty if it names none, or nobody whom the documents quote
 * @param others the same of the second speaker of a comparison
 * @param found what may answer, the surest first
 */
public record StatementFindings(
        StatementQuestion question, List<Asked> speakers, List<Asked> others, List<FoundStatement> found) {

    /**
     * A speaker whom a question means.
     *
     * @param words of the question that do
     */
    public record Asked(String words, SpeakerMatch match) {}

    public StatementFindings {
        speakers = List.copyOf(speakers);
        others = List.copyOf(others);
        found = List.copyOf(found);
    }

    /** That of the surest statement; 0 where there is none. */
    public double confidence() {
        return found.stream().mapToDouble(FoundStatement::confidence).max().orElse(0);
    }
}
