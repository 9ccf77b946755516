package org.citebot.answering;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.citebot.corpus.DocumentDetails;
import org.citebot.language.InvisibleCharacters;
import org.citebot.retrieval.RankedPassage;

/**
 * Puts a question and its passages between lines with a mark that nobody could know when they wrote them, so that no
 * text can pretend to end its own part and begin the instructions. The mark is made for one question.
 *
 * @param mark random; neither in the question nor in any passage
 */
record MarkedData(String mark, String question, String passages) {

    private static final int BYTES = 16;

    /** Marks with fresh randomness. */
    static MarkedData of(String question, List<RankedPassage> passages) {
        return of(question, passages, new SecureRandom());
    }

    static MarkedData of(String question, List<RankedPassage> passages, Random random) {
        String mark = mark(random);
        while (holds(question, passages, mark)) {
            mark = mark(random);
        }
        StringJoiner blocks = new StringJoiner("\n\n");
        for (int i = 0; i < passages.size(); i++) {
            RankedPassage passage = passages.get(i);
            String heading = "Outlet: " + heading(passage.version().details());
            blocks.add(block(mark, "passage " + (i + 1), heading + "\n" + shown(passage.text())));
        }
        return new MarkedData(mark, block(mark, "question", shown(question)), blocks.toString());
    }

    /** Marks a question and what was talked about before it, which takes the place of passages. */
    static MarkedData ofConversation(String question, String conversation) {
        Random random = new SecureRandom();
        String mark = mark(random);
        while (question.contains(mark) || conversation.contains(mark)) {
            mark = mark(random);
        }
        return new MarkedData(
                mark, block(mark, "question", shown(question)), block(mark, "conversation", shown(conversation)));
    }

    private static String mark(Random random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static boolean holds(String question, List<RankedPassage> passages, String mark) {
        return question.contains(mark)
                || passages.stream()
                        .anyMatch(passage -> passage.text().contains(mark)
                                || heading(passage.version().details()).contains(mark));
    }

    private static String block(String mark, String name, String data) {
        return "<<" + mark + " " + name + ">>\n" + data + "\n<<" + mark + " end of " + name + ">>";
    }

    /** A foreign text as well, so it stands between the marks. */
    private static String heading(DocumentDetails details) {
        DocumentDetails.About about = details.about();
        String outlet = about != null && about.outlet() != null ? about.outlet() : details.source();
        String title = about == null ? details.title() : about.title();
        String day = details.published() == null ? "undated" : AnswerText.day(details.published());
        return shown((outlet == null ? "unknown" : outlet) + ". Title: " + title + ". Day: " + day)
                .replace('\n', ' ');
    }

    private static String shown(String text) {
        return InvisibleCharacters.strip(text);
    }
}
