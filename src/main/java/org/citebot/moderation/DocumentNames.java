package org.citebot.moderation;

import java.util.Locale;
import java.util.function.Predicate;
import org.citebot.corpus.DocumentId;

/** Makes an id for a document whose file names none, from its title. */
final class DocumentNames {

    private static final int LONGEST = 60;
    private static final String NAMELESS = "document";

    private DocumentNames() {}

    /** Small letters and digits with hyphens between them; where taken, with a number behind. */
    static DocumentId of(String title, Predicate<DocumentId> taken) {
        String words = title.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{M}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        String name = words.isEmpty() ? NAMELESS : shorten(words);
        DocumentId id = new DocumentId(name);
        for (int number = 2; taken.test(id); number++) {
            id = new DocumentId(name + "-" + number);
        }
        return id;
    }

    private static String shorten(String words) {
        if (words.length() <= LONGEST) {
            return words;
        }
        int end = words.lastIndexOf('-', LONGEST);
        return words.substring(0, end > 0 ? end : words.offsetByCodePoints(0, LONGEST / 2));
    }
}
