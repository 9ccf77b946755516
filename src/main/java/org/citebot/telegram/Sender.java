package org.citebot.telegram;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.citebot.corpus.PersonId;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * A real person who wrote a message or pressed a button.
 *
 * @param person by Telegram's number, which nobody can choose
 * @param name as the person writes it: not to be trusted
 */
record Sender(PersonId person, String name) {

    private static final String PREFIX = "telegram:";

    /**
     * Who wrote a message as themselves. Empty where a channel, an anonymous administrator, another bot or a business
     * account speaks: there Telegram puts somebody into {@code from} who did not write.
     */
    static Optional<Sender> of(Message message) {
        boolean inAnothersName = Stream.of(
                        message.getSenderChat(),
                        message.getViaBot(),
                        message.getBusinessConnectionId(),
                        message.getSenderBusinessBot(),
                        message.getGuestQueryId())
                .anyMatch(Objects::nonNull);
        return inAnothersName || Boolean.TRUE.equals(message.getIsAutomaticForward()) || message.getFrom() == null
                ? Optional.empty()
                : of(message.getFrom());
    }

    /** The person behind an account; empty for a bot. */
    static Optional<Sender> of(User user) {
        return Boolean.TRUE.equals(user.getIsBot())
                ? Optional.empty()
                : Optional.of(new Sender(person(user.getId()), name(user.getFirstName(), user.getLastName())));
    }

    /** On whose account a message asks; a channel or an anonymous administrator asks on that of the chat. */
    static PersonId asker(Message message) {
        User from = message.getFrom();
        return person(from == null ? message.getChatId() : from.getId());
    }

    /** The person of a number of Telegram's. */
    static PersonId person(long number) {
        return new PersonId(PREFIX + number);
    }

    /** Telegram's number of a person, which is that of the private chat with them too; empty if from elsewhere. */
    static Optional<Long> number(PersonId person) {
        String value = person.value();
        return value.startsWith(PREFIX)
                ? Optional.of(Long.valueOf(value.substring(PREFIX.length())))
                : Optional.empty();
    }

    /** A name as it is shown; either half may be missing. */
    static String name(@Nullable String first, @Nullable String last) {
        return Stream.of(first, last).filter(Objects::nonNull).collect(Collectors.joining(" "));
    }
}
