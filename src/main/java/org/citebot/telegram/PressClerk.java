package org.citebot.telegram;

import java.time.Clock;
import java.time.Instant;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries presses to what they stand for, and shows what comes of them. For many threads. */
final class PressClerk {

    private static final Logger LOG = LoggerFactory.getLogger(PressClerk.class);

    private final ChatServices chat;
    private final DeskClerk desk;
    private final AnswerClerk answers;
    private final MessageSender sender;
    private final ReplyWriter writer;
    private final Clock clock;

    PressClerk(
            ChatServices chat,
            DeskClerk desk,
            AnswerClerk answers,
            MessageSender sender,
            ReplyWriter writer,
            Clock clock) {
        this.chat = chat;
        this.desk = desk;
        this.answers = answers;
        this.sender = sender;
        this.writer = writer;
        this.clock = clock;
    }

    /** Has done what a button stands for; those of the desk are the desk's. */
    void press(Received.Pressed pressed, Instant received) throws BotApiException {
        Optional<Press> press = Press.read(pressed.data());
        Sender presser = Sender.of(pressed.from()).orElse(null);
        if (press.isEmpty() || presser == null) {
            desk.press(pressed, received);
            return;
        }
        Presser who = new Presser(
                pressed.chat(),
                pressed.message(),
                presser.person(),
                words(pressed),
                pressed.from().getLanguageCode() == null ? "" : pressed.from().getLanguageCode(),
                LocalDate.now(clock));
        show(chat.presses().press(press.get(), who), pressed, who, received);
    }

    /** Says that a press came to nothing. */
    void apologise(Received.Pressed pressed) throws BotApiException {
        sender.answerPress(pressed.id(), words(pressed).say(Phrase.PRESS_FAILED));
    }

    private Words words(Received.Pressed pressed) {
        return chat.preferences()
                .words(Sender.person(pressed.from().getId()), pressed.from().getLanguageCode());
    }

    private void show(PressResult result, Received.Pressed pressed, Presser who, Instant received)
            throws BotApiException {
        ReplyTarget place = ReplyTarget.of(pressed);
        switch (result) {
            case PressResult.Told told -> sender.answerPress(pressed.id(), told.notice(), told.lasting());
            case PressResult.Shown shown -> {
                writer.refresh(
                        place.below(shown.below()),
                        shown.card().text(),
                        shown.card().keyboard());
                sender.answerPress(pressed.id(), shown.notice());
            }
            case PressResult.Replaced replaced -> {
                sender.edit(
                        place,
                        pressed.message(),
                        replaced.card().text(),
                        replaced.card().keyboard());
                sender.answerPress(pressed.id(), replaced.notice());
            }
            case PressResult.Closed closed -> {
                writer.remove(place.below(closed.below()));
                sender.answerPress(pressed.id(), closed.notice());
            }
            case PressResult.Asked asked -> {
                sender.answerPress(pressed.id(), null);
                answers.answer(asking(asked.question(), pressed, who, received));
            }
            case PressResult.Erased erased -> erase(pressed, who);
        }
    }

    private static Asking asking(String question, Received.Pressed pressed, Presser who, Instant received) {
        return new Asking(
                ReplyTarget.of(pressed),
                place(pressed),
                who.person(),
                who.words(),
                "press:" + pressed.id(),
                received,
                new Intent.Ask(question),
                pressed.direct(),
                true);
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
