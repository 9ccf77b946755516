package org.citebot.telegram.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes and presses. In a private chat the number of the person is that of the chat.
 *
 * @param username without the @; null for somebody who has none
 * @param language of their Telegram; null where it does not tell
 */
public record FakePerson(
        long id,
        String firstName,
        @Nullable String username,
        boolean bot,
        @Nullable String language) {

    /** A person whose Telegram does not tell its language. */
    public FakePerson(long id, String firstName, @Nullable String username, boolean bot) {
        this(id, firstName, username, bot, null);
    }

    /** The same person with a Telegram in a language. */
    public FakePerson speaking(String code) {
        return new FakePerson(id, firstName, username, bot, code);
    }

    /** As whom Telegram shows an administrator who writes in the name of the group. */
    public static final FakePerson ANONYMOUS_ADMIN = new FakePerson(1_087_968_824L, "Group", "GroupAnonymousBot", true);

    /** As whom Telegram shows a channel that writes in a group. */
    public static final FakePerson CHANNEL = new FakePerson(136_817_688L, "Channel", "Channel_Bot", true);

    /** A person without a username. */
    public FakePerson(long id, String firstName) {
        this(id, firstName, null, false);
    }

    void write(ObjectNode user) {
        user.put("id", id).put("is_bot", bot).put("first_name", firstName);
        if (username != null) {
            user.put("username", username);
        }
        if (language != null) {
            user.put("language_code", language);
        }
    }
}
