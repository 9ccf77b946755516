package org.citebot.telegram.chat;

import java.util.List;
import java.util.Optional;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.TextSpan;

/** Who is quoted in the documents. For many threads. */
public interface Speakers {

    /** Their names as people use them, those in most documents first. */
    List<String> all();

    /** Who says the words at a place of a document; empty if that is not known. */
    Optional<String> of(DocumentVersion version, TextSpan quote);
}
