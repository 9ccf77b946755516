package org.citebot.corpus;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/** Documents for tests: every paragraph is a passage, every part of it up to ". " a sentence. */
public final class TestDocuments {

    private TestDocuments() {}

    public static NewDocument english(String id, String text) {
        return document(id, details("Title of " + id, Language.ENGLISH, null), text);
    }

    public static NewDocument document(String id, DocumentDetails details, String text) {
        List<PassageOutline> passages = new ArrayList<>();
        int start = 0;
        for (String paragraph : text.split("\n\n", -1)) {
            passages.add(
                    new PassageOutline(new TextSpan(start, start + paragraph.length()), sentences(start, paragraph)));
            start += paragraph.length() + 2;
        }
        return new NewDocument(new DocumentId(id), details, text, passages);
    }

    public static DocumentDetails details(String title, Language language, @Nullable LocalDate published) {
        return new DocumentDetails(title, null, published, null, language, null, Map.of());
    }

    private static List<TextSpan> sentences(int start, String paragraph) {
        List<TextSpan> sentences = new ArrayList<>();
        int from = 0;
        while (from < paragraph.length()) {
            int end = paragraph.indexOf(". ", from);
            int to = end < 0 ? paragraph.length() : end + 1;
            sentences.add(new TextSpan(start + from, start + to));
            from = end < 0 ? to : to + 1;
        }
        return sentences;
    }
}
