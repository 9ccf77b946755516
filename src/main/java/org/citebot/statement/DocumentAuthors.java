package org.citebot.statement;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who wrote the letters, reports and complaints of which a text has told so far. For one document and one thread. */
final class DocumentAuthors {

    /** Nouns for one thing: "in the complaint …", "the suit asks". */
    private static final List<Set<String>> SAME = List.of(
            Set.of("suit", "lawsuit", "complaint", "filing", "petition"),
            Set.of("report", "study", "paper", "survey", "analysis", "review", "audit", "assessment"),
            Set.of("ad", "advert", "advertisement", "commercial", "spot"),
            Set.of("post", "tweet", "message", "comment", "note"),
            Set.of("letter", "memo", "memorandum", "email", "e-mail", "note"));

    private final Map<String, Entity> authors = new HashMap<>();
    private @Nullable Entity last;

    /** Somebody wrote a document; the noun in lower case. */
    void note(String noun, Entity author) {
        authors.put(noun, author);
        SAME.stream()
                .filter(same -> same.contains(noun))
                .forEach(same -> same.forEach(other -> authors.put(other, author)));
        last = author;
    }

    /** Who wrote what the noun names; null if the text has not told. */
    @Nullable
    Entity of(String noun) {
        return authors.get(noun);
    }

    /** Who wrote the document that came last; null if there is none. */
    @Nullable
    Entity last() {
        return last;
    }
}
