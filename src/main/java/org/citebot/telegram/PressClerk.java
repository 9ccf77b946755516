package org.citebot.telegram;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.citebot.corpus.PersonId;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.chat.ChatServices;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.Place;
import org.citebot.telegram.chat.Press;
import org.citebot.telegram.chat.PressResult;
import org.citebot.telegram.chat.Presser;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries presses to what they stand for, and shows what comes of them. For many threads. */
final class PressClerk {

    private static final Logger LOG = LoggerFactory.getLogger(PressClerk.class);

    private final ChatServices chat;
    private final Doorkeeper door;
    private final DeskClerk desk;
    private final AnswerClerk answers;
    private final MessageSender sender;
    private final ReplyWriter writer;
    private final Clock clock;

    PressClerk(
            ChatServices chat,
            Doorkeeper door,
            DeskClerk desk,
            AnswerClerk answers,
            MessageSender sender,
            ReplyWriter writer,
            Clock clock) {
        this.chat = chat;
        this.door = door;
        this.desk = desk;
        this.answers = answers;
        this.sender = sender;
        this.writer = writer;
        this.clock = clock;
    }

    /** Has done what a button stands for; those of the desk are the desk's. */
    void press(Received.Pressed pressed, StoredUpdate update) throws BotApiException {
        boolean fresh = Lateness.isFresh(update.received(), clock.instant());
        if (!door.admits(pressed.from())) {
            notify(pressed, words(pressed).say(Phrase.PRIVATE_BOT), false, fresh);
            return;
        }
        Optional<Press> press = Press.read(pressed.data());
        Sender presser = Sender.of(pressed.from()).orElse(null);
        if (press.isEmpty() || presser == null) {
            desk.press(pressed, update.received(), words(pressed).language(), fresh);
            return;
        }
        Presser who = new Presser(
                pressed.chat(),
                pressed.message(),
                presser.person(),
                words(pressed),
                pressed.from().getLanguageCode() == null ? "" : pressed.from().getLanguageCode(),
                LocalDate.now(clock));
        show(chat.presses().press(press.get(), who), pressed, who, update);
    }

    /** Says that a press came to nothing. */
    void apologise(Received.Pressed pressed) throws BotApiException {
        sender.answerPress(pressed.id(), words(pressed).say(Phrase.PRESS_FAILED));
    }

    private Words words(Received.Pressed pressed) {
        return chat.preferences()
                .words(Sender.person(pressed.from().getId()), pressed.from().getLanguageCode());
    }

    private void show(PressResult result, Received.Pressed pressed, Presser who, StoredUpdate update)
            throws BotApiException {
        boolean fresh = Lateness.isFresh(update.received(), clock.instant());
        ReplyTarget place = ReplyTarget.of(pressed);
        switch (result) {
            case PressResult.Told told -> notify(pressed, told.notice(), told.lasting(), fresh);
            case PressResult.Shown shown -> {
                writer.refresh(
                        place.below(shown.below()),
                        shown.card().text(),
                        shown.card().keyboard());
                notify(pressed, shown.notice(), false, fresh);
            }
            case PressResult.Replaced replaced -> {
                sender.edit(
                        place,
                        pressed.message(),
                        replaced.card().text(),
                        replaced.card().keyboard());
                notify(pressed, replaced.notice(), false, fresh);
            }
            case PressResult.Closed closed -> {
                writer.remove(place.below(closed.below()));
                notify(pressed, closed.notice(), false, fresh);
            }
            case PressResult.Asked asked -> {
                Optional<String> refusal = door.refuse(update, who.person(), pressed.chat(), who.words());
                notify(pressed, refusal.filter(line -> !line.isEmpty()).orElse(null), true, fresh);
                if (refusal.isEmpty()) {
                    answers.answer(asking(asked.question(), pressed, who, update));
                }
            }
            case PressResult.Erased erased -> erase(pressed, who);
        }
    }

    private static Asking asking(String question, Received.Pressed pressed, Presser who, StoredUpdate update) {
        return new Asking(
                ReplyTarget.of(pressed),
                place(pressed),
                who.person(),
                who.words(),
                update,
                "press:" + pressed.id(),
                update.received(),
                new Intent.Ask(question),
                pressed.direct(),
                true);
    }

    /** A press that is too old is no longer answered. */
    private void notify(Received.Pressed pressed, @Nullable String notice, boolean lasting, boolean fresh)
            throws BotApiException {
        if (fresh) {
            sender.answerPress(pressed.id(), notice, lasting);
        }
    }

    private static Place place(Received.Pressed pressed) {
        Integer topic = pressed.topic();
        return topic == null ? Place.chat(pressed.chat()) : Place.topic(pressed.chat(), topic);
    }

    /** First all of it is erased, then that is said; nothing is noted of the saying. */
    private void erase(Received.Pressed pressed, Presser who) throws BotApiException {
        PersonId person = who.person();
        chat.source().answerer().forget(person.value());
        desk.forget(person);
        chat.eraser().erase(person, pressed.from().getId());
        LOG.info("A person was erased");
        sender.edit(
                ReplyTarget.of(pressed),
                pressed.message(),
                FormattedText.plain(who.words().say(Phrase.FORGOTTEN)),
                Keyboard.NONE);
        sender.answerPress(pressed.id(), null);
    }
}
