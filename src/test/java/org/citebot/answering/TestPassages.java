package org.citebot.answering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.language.Language;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;
import org.citebot.retrieval.RankedPassage;

/** Passages that were found, without anything to find them in. */
final class TestPassages {

    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    private TestPassages() {}

    static RankedPassage of(String id, String title, String text) {
        DocumentId document = new DocumentId(id);
        TextSpan whole = new TextSpan(0, text.length());
        List<TextSpan> sentences = SPLITTER.split(text, whole, Language.ENGLISH);
        Passage passage = new Passage(new PassageId(document, 1, 0), whole, sentences);
        DocumentDetails details = new DocumentDetails(
                title, "The Outlet", LocalDate.of(2024, 2, 1), null, Language.ENGLISH, null, Map.of());
        return new RankedPassage(
                new DocumentVersion(document, 1, details, text, List.of(passage), Instant.EPOCH), passage, 1, 1, 1);
    }
}
