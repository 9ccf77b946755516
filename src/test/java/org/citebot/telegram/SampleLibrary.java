package org.citebot.telegram;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.AnswerKind;
import org.citebot.answering.AnswerSentence;
import org.citebot.citation.Citation;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageOutline;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.statement.StatementArchive;
import org.jspecify.annotations.Nullable;

/** Documents in a store, and answers that cite them. */
final class SampleLibrary {

    static final DocumentId FERRY = new DocumentId("ferry");

    private static final Pattern SENTENCE_END = Pattern.compile("(?<=\\.) ");

    /** One for all tests, since its model takes a while to load; to read a document, its store does not matter. */
    private static @Nullable StatementArchive reader;

    private final CorpusStore store;

    SampleLibrary(CorpusStore store) {
        this.store = store;
    }

    private static synchronized StatementArchive reader(CorpusStore store) {
        StatementArchive loaded = reader == null ? new StatementArchive(store) : reader;
        reader = loaded;
        return loaded;
    }

    /** Stores a document, or its next version, each paragraph a passage of its sentences. */
    DocumentVersion put(DocumentId id, String title, String... paragraphs) {
        StringBuilder text = new StringBuilder();
        List<PassageOutline> passages = new ArrayList<>();
        for (String paragraph : paragraphs) {
            text.append(text.isEmpty() ? "" : "\n\n");
            int start = text.length();
            text.append(paragraph);
            List<TextSpan> sentences = new ArrayList<>();
            int from = start;
            for (String sentence : SENTENCE_END.split(paragraph, -1)) {
                sentences.add(new TextSpan(from, from + sentence.length()));
                from += sentence.length() + 1;
            }
            passages.add(new PassageOutline(new TextSpan(start, text.length()), sentences));
        }
        DocumentDetails details = new DocumentDetails(
                title,
                "The Ferry Gazette",
                LocalDate.of(2026, 11, 20),
                URI.create("https://gazette.example/ferry"),
                Language.ENGLISH,
                null,
                Map.of("Ilse Brandt", List.of("Brandt")));
        NewDocument document = new NewDocument(id, details, text.toString(), passages);
        store.put(reader(store).read(document), Origin.ADDED);
        return store.current(id).orElseThrow();
    }

    DocumentVersion ferry() {
        return put(
                FERRY,
                "Ferry stops for the winter",
                "The ferry to the island stops on Monday. Ilse Brandt said that ice is early. Buses run instead.",
                "The causeway is narrow. Brandt said that it will be cleared every morning.");
    }

    /** Quotes sentences, each given by its passage and its place in it, counted from 0. */
    static CitedAnswer quote(String question, DocumentVersion document, int[]... places) {
        List<AnswerSentence> said = new ArrayList<>();
        List<Citation> citations = new ArrayList<>();
        for (int[] place : places) {
            Passage passage = document.passages().get(place[0]);
            Citation citation = Citation.of(
                    citations.size() + 1, document, passage, passage.sentences().get(place[1]));
            citations.add(citation);
            said.add(new AnswerSentence(citation.quote(), List.of(citation.number())));
        }
        return new CitedAnswer(
                question,
                AnswerKind.EXTRACTIVE,
                said,
                citations,
                List.of(),
                null,
                0.9,
                SampleAnswers.SEARCHED,
                SampleAnswers.TIMINGS);
    }

    static int[] at(int passage, int sentence) {
        return new int[] {passage, sentence};
    }
}
