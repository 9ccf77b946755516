package org.citebot.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.citebot.answering.Answer;
import org.citebot.answering.AnswerText;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentDetails;

/** An answer as a person reads it in a terminal: the sentences, then the numbered sources. */
final class AnswerPage {

    private AnswerPage() {}

    static String of(Answer answer, LocalDate today) {
        List<String> lines = new ArrayList<>(List.of(AnswerText.of(answer)));
        if (answer instanceof Answer.CitedAnswer cited) {
            lines.add("");
            cited.citations().forEach(citation -> lines.add(source(citation, today)));
            if (cited.note() != null) {
                lines.addAll(List.of("", cited.note()));
            }
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String source(Citation citation, LocalDate today) {
        return "[" + citation.number() + "] " + source(citation.version().details(), today);
    }

    static String source(DocumentDetails details, LocalDate today) {
        List<String> parts = new ArrayList<>();
        DocumentDetails.About about = details.about();
        if (about == null) {
            parts.add("“" + details.title() + "”");
            if (details.source() != null) {
                parts.add(details.source());
            }
        } else {
            String digest = details.source() == null ? "Digest" : details.source();
            parts.add(digest + " of “" + about.title() + "”");
            if (about.outlet() != null) {
                parts.add(about.outlet());
            }
        }
        LocalDate published = details.published();
        parts.add(
                published == null
                        ? "undated"
                        : AnswerText.day(published) + " (" + AnswerText.age(published, today) + ")");
        if (details.url() != null) {
            parts.add(details.url().toString());
        }
        return String.join(", ", parts);
    }
}
