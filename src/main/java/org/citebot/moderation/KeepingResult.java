package org.citebot.moderation;

import org.citebot.corpus.DocumentChange;

/** What became of a change to the documents that are there. */
public sealed interface KeepingResult
        permits KeepingResult.Changed,
                KeepingResult.Unchanged,
                KeepingResult.NothingToUndo,
                KeepingResult.ChangedSince,
                NoSuchDocument,
                NotAllowed {

    /** It is done; {@code change} tells what the document is from here on. */
    record Changed(DocumentChange change) implements KeepingResult {}

    /** It was so already. */
    record Unchanged() implements KeepingResult {}

    /** The person has changed nothing, or has taken it all back. */
    record NothingToUndo() implements KeepingResult {}

    /** Somebody else, or a folder, has changed the document since the person did: {@code later} comes first. */
    record ChangedSince(DocumentChange later) implements KeepingResult {}
}
