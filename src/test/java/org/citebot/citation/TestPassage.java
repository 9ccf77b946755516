package org.citebot.citation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;

/** A document of one passage. */
record TestPassage(DocumentVersion version, Passage passage) {

    static TestPassage of(Language language, Map<String, List<String>> speakers, List<String> sentences) {
        StringBuilder text = new StringBuilder();
        List<TextSpan> spans = new ArrayList<>();
        for (String sentence : sentences) {
            text.append(text.isEmpty() ? "" : " ");
            spans.add(new TextSpan(text.length(), text.length() + sentence.length()));
            text.append(sentence);
        }
        DocumentId id = new DocumentId("test");
        Passage passage = new Passage(new PassageId(id, 1, 0), new TextSpan(0, text.length()), spans);
        DocumentDetails details = new DocumentDetails("Test", "Outlet", null, null, language, null, speakers);
        return new TestPassage(
                new DocumentVersion(id, 1, details, text.toString(), List.of(passage), Instant.EPOCH), passage);
    }

    static TestPassage english(String... sentences) {
        return of(Language.ENGLISH, Map.of(), List.of(sentences));
    }
}
