package org.citebot.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citebot.answering.Age;
import org.citebot.answering.Answer;
import org.citebot.answering.AnswerText;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;

/** An answer as a person reads it in a terminal: the sentences, then the numbered sources. */
final class AnswerPage {

    private AnswerPage() {}

    static String of(Answer answer, LocalDate today) {
        List<String> lines = new ArrayList<>(List.of(AnswerText.of(answer)));
        if (answer instanceof Answer.StatementsAnswer said) {
            lines.add("");
            lines.addAll(sources(said.citations(), today));
            if (said.note() != null) {
                lines.addAll(List.of("", said.note()));
            }
        }
        if (answer instanceof Answer.CitedAnswer cited) {
            lines.add("");
            lines.addAll(sources(cited.citations(), today));
            if (cited.model() != null) {
                lines.addAll(List.of("", "Written by " + cited.model() + ", checked against these passages."));
            }
            if (cited.note() != null) {
                lines.addAll(List.of("", cited.note()));
            }
        }
        return String.join(System.lineSeparator(), lines);
    }

    /** A line for each document, with all the numbers that cite it. */
    private static List<String> sources(List<Citation> citations, LocalDate today) {
        Map<DocumentId, String> numbers = new LinkedHashMap<>();
        Map<DocumentId, String> sources = new LinkedHashMap<>();
        for (Citation citation : citations) {
            DocumentId document = citation.version().document();
            numbers.merge(document, "[" + citation.number() + "]", String::concat);
            sources.put(document, source(citation.version().details(), today));
        }
        return numbers.entrySet().stream()
                .map(entry -> entry.getValue() + " " + sources.get(entry.getKey()))
                .toList();
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
                published == null ? "undated" : AnswerText.day(published) + " (" + Age.inWords(published, today) + ")");
        if (details.url() != null) {
            parts.add(details.url().toString());
        }
        return String.join(", ", parts);
    }
}
