package org.citebot.telegram;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import org.citebot.telegram.ReplyLog.SentPart;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.HtmlWriter;
import org.citebot.telegram.text.MessageSplitter;
import org.jspecify.annotations.Nullable;

/**
 * Makes a chat show an answer: messages that are there already are changed or left alone, missing ones sent, surplus
 * ones deleted. So a question that was edited, and an answer that was interrupted half way, need no case of their own.
 */
final class ReplyWriter {

    private final MessageSender sender;
    private final ReplyLog log;

    ReplyWriter(MessageSender sender, ReplyLog log) {
        this.sender = sender;
        this.log = log;
    }

    /** Shows {@code text} as the answer to the target's question. */
    void write(ReplyTarget target, FormattedText text) throws BotApiException {
        List<FormattedText> parts = MessageSplitter.split(text);
        List<SentPart> shown = log.find(target);
        for (int i = 0; i < parts.size(); i++) {
            SentPart before = i < shown.size() ? shown.get(i) : null;
            String content = hash(HtmlWriter.write(parts.get(i)));
            if (before == null || !before.content().equals(content)) {
                Integer message = show(i == 0 ? target : target.followUp(), before, parts.get(i));
                log.record(target, i, new SentPart(message, content));
            }
        }
        for (int i = shown.size() - 1; i >= parts.size(); i--) {
            Integer message = shown.get(i).message();
            if (message != null) {
                sender.delete(target, message);
            }
            log.remove(target, i);
        }
    }

    private @Nullable Integer show(ReplyTarget target, @Nullable SentPart before, FormattedText part)
            throws BotApiException {
        if (before != null && before.message() != null && sender.edit(target, before.message(), part)) {
            return before.message();
        }
        OptionalInt sent = sender.send(target, part);
        return sent.isPresent() ? sent.getAsInt() : null;
    }

    private static String hash(String content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
