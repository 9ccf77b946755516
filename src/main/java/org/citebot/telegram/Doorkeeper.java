package org.citebot.telegram;

import java.time.Duration;
import java.util.Optional;
import org.citebot.corpus.PersonId;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.limit.Quotas;
import org.citebot.telegram.text.FormattedText;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Lets in who may use the bot, and no more questions than anybody may ask. What moderators want of the desk passes: the
 * desk knows them. For many threads.
 */
final class Doorkeeper {

    private static final String JOIN = "join-";

    private final Desk desk;
    private final Quotas quotas;
    private final boolean invitedOnly;

    /** @param invitedOnly whether the bot is private */
    Doorkeeper(Desk desk, Quotas quotas, boolean invitedOnly) {
        this.desk = desk;
        this.quotas = quotas;
        this.invitedOnly = invitedOnly;
    }

    /** Counts a question that a button asks; the reason why it is not answered, or empty if it is. */
    Optional<String> refuse(StoredUpdate update, PersonId person, long chat, Words words) {
        return switch (quotas.take(update.id(), person, chat)) {
            case Quotas.Verdict.Allowed allowed -> Optional.empty();
            case Quotas.Verdict.Refused refused ->
                Optional.of(words.say(Phrase.ENOUGH, "minutes", minutes(refused.remaining())));
            case Quotas.Verdict.Ignored ignored -> Optional.of("");
        };
    }

    /** Counts a question of somebody in a chat where the bot is not. */
    boolean mayAsk(StoredUpdate update, User user) {
        // No chat has this number; in private people are still to be told that they asked too much.
        long elsewhere = Long.MIN_VALUE + user.getId();
        return quotas.take(update.id(), Sender.person(user.getId()), elsewhere) instanceof Quotas.Verdict.Allowed;
    }

    /** What a message gets: what it wants, or the reason why not. */
    Intent check(StoredUpdate update, Message message, Intent wanted, Words words) {
        if (wanted instanceof Intent.Nothing || wanted instanceof Intent.Desk || wanted instanceof Intent.OfferFile) {
            return wanted;
        }
        Optional<Sender> sender = Sender.of(message);
        boolean direct = message.getChat().isUserChat();
        Optional<String> code = direct && message.getForwardOrigin() == null ? code(message) : Optional.empty();
        if (code.isPresent() && sender.isPresent()) {
            return desk.admit(sender.get().person(), sender.get().name(), code.get())
                    ? new Intent.Start("")
                    : tell(words.say(Phrase.INVITATION_VOID));
        }
        if (invitedOnly && !sender.map(each -> isKnown(each.person())).orElse(false)) {
            // In a group others go on without the bot.
            return direct ? tell(words.say(Phrase.PRIVATE_BOT)) : new Intent.Nothing();
        }
        return wanted instanceof Intent.Ask ? count(update, message, wanted, words) : wanted;
    }

    /** Whether somebody may press buttons. */
    boolean admits(User user) {
        return !invitedOnly || isKnown(Sender.person(user.getId()));
    }

    private boolean isKnown(PersonId person) {
        return desk.mayModerate(person) || desk.isGuest(person);
    }

    private Intent count(StoredUpdate update, Message message, Intent wanted, Words words) {
        // A channel or an anonymous admin asks on the account of the chat.
        User from = message.getFrom();
        PersonId person = Sender.person(from == null ? message.getChatId() : from.getId());
        return switch (quotas.take(update.id(), person, message.getChatId())) {
            case Quotas.Verdict.Allowed allowed -> wanted;
            case Quotas.Verdict.Refused refused ->
                tell(words.say(Phrase.ENOUGH, "minutes", minutes(refused.remaining())));
            case Quotas.Verdict.Ignored ignored -> new Intent.Nothing();
        };
    }

    private static Intent tell(String line) {
        return new Intent.Tell(FormattedText.plain(line));
    }

    private static long minutes(Duration wait) {
        return wait.plusSeconds(59).toMinutes();
    }

    private static Optional<String> code(Message message) {
        return Command.of(message.getText() == null ? null : message.getText().strip())
                .filter(command ->
                        command.name().equals("start") && command.rest().startsWith(JOIN))
                .map(command -> command.rest().substring(JOIN.length()));
    }
}
