package org.citebot.telegram;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citebot.answering.Absence;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.NoEvidence;
import org.citebot.answering.Answer.StatementsAnswer;
import org.citebot.answering.AnswerKind;
import org.citebot.answering.AnswerSentence;
import org.citebot.answering.Days;
import org.citebot.answering.Notice;
import org.citebot.answering.Opening;
import org.citebot.answering.SaidGroup;
import org.citebot.answering.SaidLine;
import org.citebot.answering.SaidSource;
import org.citebot.answering.Searched;
import org.citebot.answering.Timings;
import org.citebot.citation.Citation;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentDetails.About;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.statement.DateSaid;
import org.citebot.statement.Reality;
import org.citebot.statement.Resolution;
import org.citebot.statement.Speaker;
import org.citebot.statement.SpeechAct;
import org.citebot.statement.Statement;
import org.citebot.statement.StatementKind;
import org.jspecify.annotations.Nullable;

/** Answers from small documents, as the answerer would make them. */
final class SampleAnswers {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    static final Searched SEARCHED = new Searched(1, TODAY, TODAY);
    static final Timings TIMINGS = new Timings(Duration.ZERO, Duration.ZERO);

    private SampleAnswers() {}

    static DocumentDetails details(String title) {
        return new DocumentDetails(
                title,
                "The Ferry Gazette",
                TODAY.minusDays(3),
                URI.create("https://gazette.example/ferry?a=1&b=2"),
                Language.ENGLISH,
                null,
                Map.of());
    }

    static DocumentDetails digest(String title, @Nullable About about) {
        return new DocumentDetails(
                title, "Citebot digest", TODAY.minusDays(1), null, Language.ENGLISH, about, Map.of());
    }

    /** A document of one passage, which holds these sentences with one space between them. */
    static DocumentVersion document(DocumentDetails details, String... sentences) {
        DocumentId id = new DocumentId("sample");
        StringBuilder text = new StringBuilder();
        List<TextSpan> spans = new ArrayList<>();
        for (String sentence : sentences) {
            text.append(text.isEmpty() ? "" : " ");
            int start = text.length();
            spans.add(new TextSpan(start, text.append(sentence).length()));
        }
        Passage passage = new Passage(new PassageId(id, 1, 0), new TextSpan(0, text.length()), spans);
        return new DocumentVersion(id, 1, details, text.toString(), List.of(passage), Instant.EPOCH);
    }

    /** Quotes the given sentences of a document, counted from 0. */
    static CitedAnswer cited(String question, DocumentVersion document, int... sentences) {
        List<AnswerSentence> said = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        Passage passage = document.passages().getFirst();
        for (int sentence : sentences) {
            Citation citation = Citation.of(
                    citations.size() + 1, document, passage, passage.sentences().get(sentence));
            citations.add(citation);
            said.add(new AnswerSentence(citation.quote(), List.of(citation.number())));
        }
        return new CitedAnswer(
                question, AnswerKind.EXTRACTIVE, said, citations, List.of(), null, 0.9, SEARCHED, TIMINGS);
    }

    /** One statement, with its citation. */
    static StatementsAnswer said(String question) {
        DocumentVersion document = document(details("Ferry stops"), "Ilse Brandt said that the ferry would stop.");
        Citation citation = Citation.of(
                1,
                document,
                document.passages().getFirst(),
                document.passages().getFirst().span());
        Statement statement = new Statement(
                new TextSpan(22, 42),
                StatementKind.INDIRECT,
                new Speaker(new TextSpan(0, 11), "Ilse Brandt", Resolution.NAME),
                new TextSpan(12, 16),
                "say",
                SpeechAct.SAY,
                Reality.SAID,
                null,
                List.of(),
                new DateSaid("Monday", DateSaid.Precision.WEEKDAY, LocalDate.of(2026, 11, 16)),
                TODAY,
                0.95);
        SaidLine line = new SaidLine(
                "Ilse Brandt",
                "the ferry would stop",
                "said that the ferry would stop.",
                false,
                statement,
                List.of("The Ferry Gazette"),
                null,
                1,
                List.of());
        return new StatementsAnswer(
                question,
                Opening.Fixed.YES,
                List.of(new SaidGroup(
                        null,
                        "Ilse Brandt",
                        "the harbour master",
                        new SaidSource(List.of(), "The Ferry Gazette", "Ferry stops", LocalDate.of(2026, 11, 20)),
                        List.of(line))),
                List.of(citation),
                List.of(new Notice.OnlyDays(new Days(LocalDate.of(2026, 11, 1), null, "since November"))),
                0.9,
                SEARCHED,
                TIMINGS);
    }

    static CitedAnswer ferry(String question) {
        return cited(
                question,
                document(
                        details("Ferry stops for the winter"),
                        "The ferry to the island stops on Monday.",
                        "The harbour master said that ice is early.",
                        "Buses run instead."),
                1);
    }

    static NoEvidence nothing(String question) {
        DocumentVersion document = document(details("Ferry stops for the winter"), "The ferry stops on Monday.");
        Citation nearest = cited(question, document, 0).citations().getFirst();
        return new NoEvidence(
                question, new Absence.NotFound(SEARCHED, null), "too far", nearest, null, 0.1, SEARCHED, TIMINGS);
    }
}
