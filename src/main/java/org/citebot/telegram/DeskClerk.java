package org.citebot.telegram;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.citebot.corpus.PersonId;
import org.citebot.language.Language;
import org.citebot.moderation.Submission;
import org.citebot.telegram.FileDownload.Result;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.desk.DeskPhrase;
import org.citebot.telegram.desk.DeskReply;
import org.citebot.telegram.desk.DeskRequest;
import org.citebot.telegram.desk.DeskWords;
import org.citebot.telegram.desk.Occasion;
import org.citebot.telegram.desk.PressReply;
import org.citebot.telegram.text.FormattedText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Document;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Carries requests to the {@link Desk}, and what it says to the chats. For many threads. */
final class DeskClerk {

    private static final Logger LOG = LoggerFactory.getLogger(DeskClerk.class);

    private static final String NAMELESS = "file";

    private final Desk desk;
    private final DeskReader reader;
    private final ReplyWriter writer;
    private final MessageSender sender;
    private final FileDownload files;
    private final ModeratorMenus menus;

    DeskClerk(
            Desk desk,
            DeskReader reader,
            ReplyWriter writer,
            MessageSender sender,
            FileDownload files,
            ModeratorMenus menus) {
        this.desk = desk;
        this.reader = reader;
        this.writer = writer;
        this.sender = sender;
        this.files = files;
        this.menus = menus;
    }

    /** What a message wants of the desk; empty if nothing. */
    Optional<Intent> read(Message message, Instant received, Language language) {
        return reader.read(message, received, language);
    }

    /** Has a request done, and shows what came of it. */
    void handle(ReplyTarget target, Intent.Desk request) throws BotApiException {
        show(target, desk.handle(request.occasion(), request.request()));
        menus.publish(desk.roles());
    }

    /** Fetches a file and offers it. */
    void handle(ReplyTarget target, Intent.OfferFile offer) throws BotApiException {
        if (!desk.mayModerate(offer.occasion().person())) {
            // Before anything is fetched: the desk says why not.
            show(target, desk.handle(offer.occasion(), new DeskRequest.Proposals()));
            return;
        }
        DeskWords words = offer.occasion().words();
        Document file = offer.file();
        switch (files.fetch(file.getFileId(), file.getFileSize(), FileDownload.MOST_BYTES)) {
            case Result.Fetched fetched -> {
                String name = file.getFileName() == null ? NAMELESS : file.getFileName();
                Submission submission = Submission.file(name, fetched.content());
                show(
                        target,
                        desk.handle(
                                offer.occasion(),
                                new DeskRequest.Offer(
                                        offer.title().isEmpty() ? submission : submission.titled(offer.title()))));
            }
            case Result.TooBig tooBig -> writer.write(target, words.line(DeskPhrase.FILE_TOO_BIG));
            case Result.Gone gone -> writer.write(target, words.line(DeskPhrase.FILE_GONE));
            case Result.NotServed notServed -> {
                LOG.error("Files cannot be fetched. {}", notServed.reason());
                writer.write(target, words.line(DeskPhrase.FILES_NOT_SERVED));
            }
        }
    }

    /**
     * Has done what a button stands for, and shows what came of it.
     *
     * @param language in which who pressed is spoken to
     * @param fresh whether the press may still be answered
     */
    void press(Received.Pressed press, Instant received, Language language, boolean fresh) throws BotApiException {
        Sender presser = Sender.of(press.from()).orElse(null);
        String notice = null;
        if (presser != null) {
            Occasion occasion = new Occasion(
                    presser.person(),
                    presser.name(),
                    "press:" + press.id(),
                    received,
                    press.chat(),
                    press.message(),
                    press.direct(),
                    language);
            PressReply reply = desk.press(
                    occasion,
                    press.data(),
                    desk.subject(press.chat(), press.message()).orElse(null));
            notice = reply.notice();
            if (reply.message() != null) {
                DeskReply message = reply.message();
                remember(
                        press.chat(),
                        writer.edit(ReplyTarget.of(press), press.message(), message.text(), message.keyboard()),
                        message.subject());
            }
            menus.publish(desk.roles());
        }
        if (fresh) {
            sender.answerPress(press.id(), notice);
        }
    }

    /** What the writer may do beside asking; empty for nothing, and where others read along. */
    Optional<FormattedText> help(Message message, Language language) {
        return Sender.of(message)
                .filter(person -> message.getChat().isUserChat())
                .flatMap(person -> desk.help(person.person(), language));
    }

    /** Whether the writer keeps documents. */
    boolean moderates(Message message) {
        return Sender.of(message)
                .filter(person -> desk.mayModerate(person.person()))
                .isPresent();
    }

    /** Erases a person, role and name included. */
    void forget(PersonId person) {
        desk.forget(person);
        menus.publish(desk.roles());
    }

    private void show(ReplyTarget target, DeskReply reply) throws BotApiException {
        remember(target.chat(), writer.write(target, reply.text(), reply.keyboard()), reply.subject());
    }

    private void remember(long chat, OptionalInt message, @Nullable String subject) {
        if (subject != null && message.isPresent()) {
            desk.remember(chat, message.getAsInt(), subject);
        }
    }
}
