package org.citebot.telegram.fake;

/** One thing that happened in a chat. */
public sealed interface TranscriptLine {

    /** A message was sent or changed; {@code who} wrote it. */
    record Said(FakeMessage message, String who) implements TranscriptLine {}

    /** Something else, in words: a press, a draft, a deletion. */
    record Note(String text) implements TranscriptLine {}
}
