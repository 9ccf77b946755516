package org.citebot.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.citebot.telegram.ReplyLog.SentPart;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.HtmlWriter;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.MessageSplitter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a chat show an answer: messages that are there already are changed or left alone, missing ones sent, surplus
 * ones deleted. So a question that was edited, and an answer that was interrupted half way, need no case of their own.
 */
final class ReplyWriter {

    /** The hash of nothing that was ever sent. */
    private static final String UNKNOWN = "";

    /** What stands where an answer is to come. */
    private static final FormattedText PLACE = FormattedText.plain("…");

    private final MessageSender sender;
    private final ReplyLog log;

    ReplyWriter(MessageSender sender, ReplyLog log) {
        this.sender = sender;
        this.log = log;
    }

    /** Shows {@code text} as the answer to the target's question. */
    void write(ReplyTarget target, FormattedText text) throws BotApiException {
        write(target, text, Keyboard.NONE);
    }

    /**
     * Shows {@code text} as the answer to the target's question, with the buttons below its last message.
     *
     * @return the number of that message; empty where the server did not say, or the text is blank
     */
    OptionalInt write(ReplyTarget target, FormattedText text, Keyboard keyboard) throws BotApiException {
        return show(target, log.find(target), MessageSplitter.split(text), keyboard);
    }

    /**
     * As {@link #write}, where the process ended in an earlier attempt: what was sent last may stand there unknown to the
     * log. So a place is held for each missing message by one whose number is noted, and which then becomes the answer:
     * whenever this ends too early again, nothing of the answer is shown a third time.
     */
    OptionalInt resume(ReplyTarget target, FormattedText text, Keyboard keyboard) throws BotApiException {
        List<SentPart> shown = new ArrayList<>(log.find(target));
        List<FormattedText> parts = MessageSplitter.split(text);
        for (int i = shown.size(); i < parts.size(); i++) {
            OptionalInt place = sender.send(i == 0 ? target : target.followUp(), PLACE, Keyboard.NONE);
            SentPart held = new SentPart(place.isPresent() ? place.getAsInt() : null, UNKNOWN);
            log.record(target, i, held);
            shown.add(held);
        }
        return show(target, shown, parts, keyboard);
    }

    /**
     * Makes a message of the bot show {@code text}; one that can no longer be changed is left alone, and another sent
     * in its place, which takes its place for later changes too. What of the text does not fit follows in messages of
     * its own.
     *
     * @param target where the message stands; its question does not matter
     * @return the number of the message with the buttons; empty where the server did not say, or the text is blank
     */
    OptionalInt edit(ReplyTarget target, int message, FormattedText text, Keyboard keyboard) throws BotApiException {
        ReplyTarget place = target.answering(message);
        List<SentPart> known = log.find(place);
        // The message may be part of an answer too, and have been changed as such: what it shows is not known.
        List<SentPart> shown = known.isEmpty()
                ? List.of(new SentPart(message, UNKNOWN))
                : known.stream().map(ReplyWriter::ofUnknownContent).toList();
        return show(place, shown, MessageSplitter.split(text), keyboard);
    }

    /**
     * As {@link #write}, where the message may have been changed or deleted by others: what the log says of it counts for
     * nothing, and one that is gone is sent again.
     */
    OptionalInt refresh(ReplyTarget target, FormattedText text, Keyboard keyboard) throws BotApiException {
        List<SentPart> shown =
                log.find(target).stream().map(ReplyWriter::ofUnknownContent).toList();
        return show(target, shown, MessageSplitter.split(text), keyboard);
    }

    /** Takes away what answers the target's question. */
    void remove(ReplyTarget target) throws BotApiException {
        show(target, log.find(target), List.of(), Keyboard.NONE);
    }

    private OptionalInt show(ReplyTarget target, List<SentPart> shown, List<FormattedText> parts, Keyboard keyboard)
            throws BotApiException {
        Integer last = null;
        for (int i = 0; i < parts.size(); i++) {
            SentPart before = i < shown.size() ? shown.get(i) : null;
            Keyboard buttons = i == parts.size() - 1 ? keyboard : Keyboard.NONE;
            String content = hash(parts.get(i), buttons);
            if (before != null && before.content().equals(content)) {
                last = before.message();
            } else {
                last = show(i == 0 ? target : target.followUp(), before, parts.get(i), buttons);
                log.record(target, i, new SentPart(last, content));
            }
        }
        for (int i = shown.size() - 1; i >= parts.size(); i--) {
            Integer message = shown.get(i).message();
            if (message != null) {
                sender.delete(target, message);
            }
            log.remove(target, i);
        }
        return last == null ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private @Nullable Integer show(ReplyTarget target, @Nullable SentPart before, FormattedText part, Keyboard keyboard)
            throws BotApiException {
        if (before != null && before.message() != null && sender.edit(target, before.message(), part, keyboard)) {
            return before.message();
        }
        OptionalInt sent = sender.send(target, part, keyboard);
        return sent.isPresent() ? sent.getAsInt() : null;
    }

    /** A part without a number cannot be changed, only sent again: there the note of what it shows stands. */
    private static SentPart ofUnknownContent(SentPart part) {
        return part.message() == null ? part : new SentPart(part.message(), UNKNOWN);
    }

    private static String hash(FormattedText text, Keyboard keyboard) {
        StringBuilder content = new StringBuilder(HtmlWriter.write(text));
        for (List<Button> row : keyboard.rows()) {
            content.append('\0');
            row.forEach(button ->
                    content.append('\1').append(button.label()).append('\2').append(button.data()));
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(content.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
