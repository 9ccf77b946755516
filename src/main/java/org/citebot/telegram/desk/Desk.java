package org.citebot.telegram.desk;

import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.Member.Role;
import org.citebot.moderation.Moderation;
import org.citebot.telegram.text.FormattedText;
import org.jspecify.annotations.Nullable;

/** Takes the requests of those who keep the corpus. For many threads. */
public final class Desk {

    private static final String NOT_ALLOWED = "Only moderators of this bot can do this. Nothing was done.";
    private static final String NOT_YET = "I cannot do this yet.";

    private final Moderation moderation;
    private final DeskMessages messages;
    private final PersonNames names;

    public Desk(Moderation moderation, CorpusStore store, Database telegramDatabase, Clock clock) {
        this.moderation = moderation;
        this.messages = new DeskMessages(telegramDatabase);
        this.names = new PersonNames(telegramDatabase);
    }

    /** Does what is asked, once for each key, and tells what came of it. */
    public DeskReply handle(Occasion occasion, DeskRequest request) {
        return DeskReply.plain(mayModerate(occasion.person()) ? NOT_YET : NOT_ALLOWED);
    }

    /**
     * Does what a button stands for.
     *
     * @param data what the button brought back; anything, as it may be forged
     * @param subject what the message with the button is about; null if that is not known
     */
    public PressReply press(Occasion occasion, String data, @Nullable String subject) {
        return PressReply.notice(mayModerate(occasion.person()) ? NOT_YET : NOT_ALLOWED);
    }

    /** Whether a person is a moderator or the owner at this moment. */
    public boolean mayModerate(PersonId person) {
        return moderation.roles().of(person).isPresent();
    }

    /** Whether a text message of this occasion is a part of a text that is being collected, even if too late. */
    public boolean collects(Occasion occasion) {
        return false;
    }

    /** What one of the bot's messages is about; empty for a message that is about nothing, or is not the bot's. */
    public Optional<String> subject(long chat, int message) {
        return messages.subject(chat, message);
    }

    /** Notes what one of the bot's messages is about from now on. */
    public void remember(long chat, int message, String subject) {
        messages.remember(chat, message, subject);
    }

    /** The lines of /help for those with a role. */
    public static FormattedText helpFor(Role role) {
        return FormattedText.plain("You are the " + role.name().toLowerCase(Locale.ROOT) + " of this bot.");
    }

    /** Erases what is kept of a person here. */
    public void forget(PersonId person) {
        names.forget(person);
    }
}
