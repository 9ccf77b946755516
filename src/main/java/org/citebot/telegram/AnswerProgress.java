package org.citebot.telegram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.citebot.answering.AnswerSentence;
import org.citebot.telegram.chat.AnswerRenderer;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.MessageSplitter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shows that an answer is being made: "typing", and in a private chat drafts of it, one frame in a pause, the first after
 * a pause, so that what is answered at once comes at once. Best effort: after the first frame that fails there are no
 * more, and the answer itself never waits for a frame for longer than a second.
 */
final class AnswerProgress implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerProgress.class);
    private static final Duration TYPING_RENEWAL = Duration.ofMillis(4500);
    private static final Duration LONGEST_CLOSING = Duration.ofSeconds(1);

    private final MessageSender sender;
    private final Asking asking;
    private final Duration pause;
    private final TypingIndicator typing;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<AnswerSentence> sentences = new ArrayList<>();
    private final Thread thread;

    private AnswerProgress(MessageSender sender, Asking asking, Duration pause) {
        this.sender = sender;
        this.asking = asking;
        this.pause = pause;
        this.typing = TypingIndicator.start(sender, asking.target(), TYPING_RENEWAL);
        this.thread = Thread.ofVirtual().name("telegram-draft").unstarted(this::show);
    }

    /** @param pause the shortest time between two frames */
    static AnswerProgress start(MessageSender sender, Asking asking, Duration pause) {
        AnswerProgress draft = new AnswerProgress(sender, asking, pause);
        draft.thread.start();
        return draft;
    }

    /** Adds a sentence that has passed its check. */
    synchronized void add(AnswerSentence sentence) {
        sentences.add(sentence);
    }

    @Override
    public void close() {
        closed.countDown();
        typing.close();
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
        Integer draft = asking.draft();
        FormattedText shown = null;
        try {
            while (draft != null && !closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                shown = showNext(draft, shown);
            }
        } catch (InterruptedException e) {
            LOG.debug("A draft was cut short");
        } catch (BotApiException | RuntimeException e) {
            LOG.debug("Drafts are not shown: {}", e.getMessage());
        }
    }

    private FormattedText showNext(int draft, @Nullable FormattedText shown) throws BotApiException {
        FormattedText next = frame();
        if (!next.equals(shown)) {
            sender.showDraft(asking.target(), draft, next);
        }
        return next;
    }

    private synchronized FormattedText frame() {
        if (sentences.isEmpty()) {
            Words words = asking.words();
            return FormattedText.plain(words.say(Phrase.SEARCHING));
        }
        return MessageSplitter.split(AnswerRenderer.renderBeginning(sentences)).getFirst();
    }
}
