package org.citebot.telegram.desk;

import org.citebot.corpus.PersonId;
import org.citebot.moderation.Submission;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks of the desk. A reference to a document is its number, with or without {@code #}, its id, or words of
 * its title.
 */
public sealed interface DeskRequest {

    /** To own the bot, by the code that whoever runs it was shown. */
    record Claim(String code) implements DeskRequest {}

    /** To look at what could become a document. */
    record Offer(Submission submission) implements DeskRequest {}

    /**
     * To collect a text that comes in several messages.
     *
     * @param firstPart what came with the request; blank for nothing
     */
    record Collect(String firstPart) implements DeskRequest {

        /** From so many UTF-16 units on Telegram may have cut off the rest, and sends it as further messages. */
        public static final int LEAST_CUT = 3500;
    }

    /**
     * The next part of such a text, or a part that was edited.
     *
     * @param message the number of the message that is the part
     */
    record CollectedPart(int message, String text) implements DeskRequest {}

    /** To see the documents whose names hold these words; blank for all. */
    record Docs(String words) implements DeskRequest {}

    /** To see a document and its history. */
    record Doc(String reference) implements DeskRequest {}

    /** To take a document out of the answers. */
    record Remove(String reference) implements DeskRequest {}

    /** To bring a document back: as it was where {@code version} is null, else as it was in that version. */
    record Restore(String reference, @Nullable Integer version) implements DeskRequest {}

    /** To take back one's own last change of a document. */
    record Undo() implements DeskRequest {}

    /** To see what waits for a decision. */
    record Proposals() implements DeskRequest {}

    /** To see one of them. */
    record ShowProposal(long id) implements DeskRequest {}

    /** To change what is said of a proposed document, with lines such as {@code Title: …}. */
    record Change(long proposal, String lines) implements DeskRequest {}

    /** To see who moderates. */
    record Members() implements DeskRequest {}

    /** To make somebody a moderator; {@code name} is what to call that person. */
    record Grant(PersonId person, String name) implements DeskRequest {}

    /** To take a moderator's role away. */
    record Revoke(PersonId person) implements DeskRequest {}

    /** To get a link that lets one person into a private bot; {@code bot} is the bot's name. */
    record Invite(String bot) implements DeskRequest {}

    /** To see who came by such a link. */
    record ListGuests() implements DeskRequest {}
}
