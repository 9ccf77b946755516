package org.citebot.telegram;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows "typing" in a chat, soon after its start and until it is closed: most answers are there before. Best effort: what fails here has no effect on anything else. */
final class TypingIndicator implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TypingIndicator.class);
    private static final Duration BEGINNING = Duration.ofMillis(300);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(1);

    private final MessageSender sender;
    private final ReplyTarget target;
    private final Duration renewal;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private TypingIndicator(MessageSender sender, ReplyTarget target, Duration renewal) {
        this.sender = sender;
        this.target = target;
        this.renewal = renewal;
        this.thread = Thread.ofVirtual().name("telegram-typing").unstarted(this::show);
    }

    /** @param renewal how often it is shown again: Telegram takes it away after five seconds */
    static TypingIndicator start(MessageSender sender, ReplyTarget target, Duration renewal) {
        TypingIndicator indicator = new TypingIndicator(sender, target, renewal);
        indicator.thread.start();
        return indicator;
    }

    /** Waits a little for the last sign to arrive, so that none follows the answer. */
    @Override
    public void close() {
        closed.countDown();
        try {
            if (!thread.join(LONGEST_CLOSING)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    private void show() {
        try {
            boolean ended = closed.await(BEGINNING.toMillis(), TimeUnit.MILLISECONDS);
            while (!ended) {
                showOnce();
                ended = closed.await(renewal.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            LOG.debug("Typing cut short");
        }
    }

    private void showOnce() {
        try {
            sender.showTyping(target);
        } catch (BotApiException | RuntimeException e) {
            LOG.debug("Typing not shown: {}", e.getMessage());
        }
    }
}
