package org.citebot.telegram;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.Language;
import org.citebot.moderation.Submission;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.desk.DeskPhrase;
import org.citebot.telegram.desk.DeskRequest;
import org.citebot.telegram.desk.DeskRequest.Collect;
import org.citebot.telegram.desk.DeskWords;
import org.citebot.telegram.desk.Occasion;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.Contact;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOrigin;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChannel;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginChat;
import org.telegram.telegrambots.meta.api.objects.messageorigin.MessageOriginUser;

/**
 * Tells what a message wants of the {@link Desk}. Only what a person writes under their own name counts, only in the
 * chat with the bot, and of forwarded messages only the content: a forwarded command does nothing. For many threads.
 */
final class DeskReader {

    private static final String CLAIM = "claim-";

    /** The commands, some of them with numbers behind them that make them one word to tap: {@code /restore_17_2}. */
    private static final Pattern COMMAND = Pattern.compile(
            "(add|docs|doc|remove|restore|undo|proposals|proposal|moderators|invite|guests)(?:_(\\d{1,18}))?(?:_(\\d{1,9}))?");

    private static final Pattern REFERENCE_AND_VERSION = Pattern.compile("(\\S.*)\\s(\\d{1,9})", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

    private final BotIdentity bot;
    private final Desk desk;

    DeskReader(BotIdentity bot, Desk desk) {
        this.bot = bot;
        this.desk = desk;
    }

    /**
     * What a message wants of the desk; empty if nothing.
     *
     * @param received when it arrived
     * @param language in which the writer is spoken to
     */
    Optional<Intent> read(Message message, Instant received, Language language) {
        if (message.getChat().isChannelChat()) {
            return Optional.empty();
        }
        Occasion occasion = Sender.of(message)
                .map(sender -> occasion(sender, message, received, language))
                .orElse(null);
        Command command = Command.of(strip(message.getText() == null ? message.getCaption() : message.getText()))
                .filter(each -> each.isFor(bot))
                .orElse(null);
        Matcher name = COMMAND.matcher(command == null ? "" : command.name());
        if (command != null && message.getForwardOrigin() == null) {
            if (name.matches()) {
                return ofCommand(occasion, message, command, name, DeskWords.in(language));
            }
            boolean claim = command.name().equals("start") && command.rest().startsWith(CLAIM);
            if (claim && occasion != null && occasion.personal()) {
                String code = command.rest().substring(CLAIM.length());
                return Optional.of(new Intent.Desk(occasion, new DeskRequest.Claim(code)));
            }
            return Optional.empty();
        }
        if (occasion == null || !occasion.personal() || !desk.mayModerate(occasion.person())) {
            return Optional.empty();
        }
        return command != null
                ? Optional.of(new Intent.Tell(DeskWords.in(language).line(DeskPhrase.FORWARDED_COMMAND)))
                : ofContent(occasion, message);
    }

    /** The occasion of a message; the same for one that was edited, so that it acts once. */
    private static Occasion occasion(Sender sender, Message message, Instant received, Language language) {
        return new Occasion(
                sender.person(),
                sender.name(),
                "message:" + message.getChatId() + ":" + message.getMessageId(),
                received,
                message.getChatId(),
                message.getMessageId(),
                message.getChat().isUserChat(),
                language);
    }

    private Optional<Intent> ofCommand(
            @Nullable Occasion occasion, Message message, Command command, Matcher name, DeskWords words) {
        boolean personal = message.getChat().isUserChat();
        boolean meant =
                personal || command.addressee() != null || (occasion != null && desk.mayModerate(occasion.person()));
        if (!meant) {
            // In a group it may be meant for another bot.
            return Optional.empty();
        }
        if (occasion == null) {
            return Optional.of(new Intent.Tell(words.line(DeskPhrase.NO_PERSON)));
        }
        DeskRequest grant = name.group(1).equals("moderators") ? grant(message.getReplyToMessage()) : null;
        if (grant != null) {
            return Optional.of(new Intent.Desk(occasion, grant));
        }
        return Optional.of(
                personal
                        ? ofCommand(occasion, message, command.rest(), name)
                        : new Intent.Tell(words.line(DeskPhrase.PRIVATELY)));
    }

    private Intent ofCommand(Occasion occasion, Message message, String rest, Matcher name) {
        String number = name.group(2);
        String reference = number == null ? rest : number;
        return switch (name.group(1)) {
            case "add" -> add(occasion, message, rest);
            case "docs" -> new Intent.Desk(occasion, new DeskRequest.Docs(rest));
            case "doc" -> new Intent.Desk(occasion, ofDocument(reference, new DeskRequest.Doc(reference)));
            case "remove" -> new Intent.Desk(occasion, ofDocument(reference, new DeskRequest.Remove(reference)));
            case "restore" -> new Intent.Desk(occasion, ofDocument(reference, restore(reference, name.group(3))));
            case "undo" -> new Intent.Desk(occasion, new DeskRequest.Undo());
            case "moderators" -> new Intent.Desk(occasion, new DeskRequest.Members());
            case "invite" -> new Intent.Desk(occasion, new DeskRequest.Invite(bot.username()));
            case "guests" -> new Intent.Desk(occasion, new DeskRequest.ListGuests());
            case "proposal" ->
                new Intent.Desk(
                        occasion,
                        NUMBER.matcher(reference).matches()
                                ? new DeskRequest.ShowProposal(Long.parseLong(reference))
                                : new DeskRequest.Proposals());
            default -> new Intent.Desk(occasion, new DeskRequest.Proposals());
        };
    }

    /** Without a reference, the documents to choose from. */
    private static DeskRequest ofDocument(String reference, DeskRequest request) {
        return reference.isEmpty() ? new DeskRequest.Docs("") : request;
    }

    private static DeskRequest restore(String reference, @Nullable String version) {
        Matcher both = REFERENCE_AND_VERSION.matcher(reference);
        if (version != null) {
            return new DeskRequest.Restore(reference, Integer.valueOf(version));
        }
        return both.matches()
                ? new DeskRequest.Restore(both.group(1).strip(), Integer.valueOf(both.group(2)))
                : new DeskRequest.Restore(reference, null);
    }

    private Intent add(Occasion occasion, Message message, String rest) {
        if (message.getDocument() != null) {
            return new Intent.OfferFile(occasion, message.getDocument(), rest);
        }
        Message repliedTo = message.getReplyToMessage();
        if (rest.isEmpty() && repliedTo != null) {
            return offer(occasion, repliedTo)
                    .orElse(new Intent.Tell(occasion.words().line(DeskPhrase.NOTHING_TO_ADD)));
        }
        return new Intent.Desk(
                occasion,
                rest.isEmpty() || rest.length() >= Collect.LEAST_CUT
                        ? new Collect(rest)
                        : new DeskRequest.Offer(Submission.text(rest)));
    }

    private Optional<Intent> ofContent(Occasion occasion, Message message) {
        Contact contact = message.getContact();
        if (contact != null) {
            return Optional.of(
                    contact.getUserId() == null
                            ? new Intent.Tell(occasion.words().line(DeskPhrase.UNKNOWN_CONTACT))
                            : new Intent.Desk(
                                    occasion,
                                    new DeskRequest.Grant(
                                            Sender.person(contact.getUserId()),
                                            Sender.name(contact.getFirstName(), contact.getLastName()))));
        }
        if (message.getDocument() != null || message.getForwardOrigin() != null) {
            return offer(occasion, message);
        }
        String text = message.getText();
        if (text == null) {
            return Optional.empty();
        }
        Optional<Long> proposal = Optional.ofNullable(message.getReplyToMessage())
                .flatMap(preview -> desk.proposal(occasion.chat(), preview.getMessageId()));
        if (proposal.isPresent()) {
            return Optional.of(new Intent.Desk(occasion, new DeskRequest.Change(proposal.get(), text)));
        }
        return desk.collects(occasion)
                ? Optional.of(new Intent.Desk(occasion, new DeskRequest.CollectedPart(message.getMessageId(), text)))
                : Optional.empty();
    }

    /** A message as material: its file, else its words, with what is known of where they come from. */
    private static Optional<Intent> offer(Occasion occasion, Message material) {
        if (material.getDocument() != null) {
            boolean own = material.getForwardOrigin() == null;
            String caption = own ? strip(material.getCaption()) : "";
            return Optional.of(new Intent.OfferFile(occasion, material.getDocument(), caption));
        }
        String text = strip(material.getText() == null ? material.getCaption() : material.getText());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        MessageOrigin origin = material.getForwardOrigin();
        Submission submission = origin == null ? Submission.text(text) : post(text, origin);
        return Optional.of(new Intent.Desk(occasion, new DeskRequest.Offer(submission)));
    }

    private static Submission post(String text, MessageOrigin origin) {
        LocalDate day = switch (origin) {
            case MessageOriginChannel channel -> day(channel.getDate());
            case MessageOriginChat chat -> day(chat.getDate());
            default -> null;
        };
        return switch (origin) {
            case MessageOriginChannel channel ->
                Submission.post(text, channel.getChat().getTitle(), day, address(channel));
            case MessageOriginChat chat ->
                Submission.post(text, chat.getSenderChat().getTitle(), day, null);
            // A private person is no outlet; whoever adds it can name one.
            default -> Submission.post(text, null, null, null);
        };
    }

    private static @Nullable LocalDate day(@Nullable Integer seconds) {
        return seconds == null ? null : LocalDate.ofInstant(Instant.ofEpochSecond(seconds), ZoneOffset.UTC);
    }

    private static @Nullable URI address(MessageOriginChannel channel) {
        String name = channel.getChat().getUserName();
        return name == null || channel.getMessageId() == null
                ? null
                : URI.create("https://t.me/" + name + "/" + channel.getMessageId());
    }

    /** The wish to make the writer of a message a moderator; null if it tells of no person. */
    private static @Nullable DeskRequest grant(@Nullable Message repliedTo) {
        // Whatever is written in a topic is formally a reply to the message that opened it.
        if (repliedTo == null || repliedTo.getForumTopicCreated() != null) {
            return null;
        }
        Optional<Sender> writer = switch (repliedTo.getForwardOrigin()) {
            case null -> Sender.of(repliedTo);
            case MessageOriginUser user -> Sender.of(user.getSenderUser());
            default -> Optional.empty();
        };
        return writer.map(sender -> new DeskRequest.Grant(sender.person(), sender.name()))
                .orElse(null);
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
