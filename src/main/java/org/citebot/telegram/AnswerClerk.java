package org.citebot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.citebot.answering.Answer;
import org.citebot.answering.FollowUps;
import org.citebot.answering.Question;
import org.citebot.citation.Citation;
import org.citebot.telegram.RunningAnswers.Running;
import org.citebot.telegram.chat.AnswerRenderer;
import org.citebot.telegram.chat.AnswerRenderer.Passages;
import org.citebot.telegram.chat.AnswerStore.NewAnswer;
import org.citebot.telegram.chat.Buttons;
import org.citebot.telegram.chat.Card;
import org.citebot.telegram.chat.ChatServices;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.StoredAnswer;
import org.citebot.telegram.chat.StoredAnswer.Outcome;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.MessageSplitter;
import org.citebot.telegram.text.TextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * The way of a question: read what it asks by itself, answer it while the chat sees that something is done, cut the
 * answer into pages, keep what it cites, show the first page with its buttons, and note what was talked about. For many
 * threads.
 */
final class AnswerClerk {

    private static final Duration FRAME = Duration.ofMillis(1100);
    private final ChatServices chat;
    private final MessageSender sender;
    private final ReplyWriter writer;
    private final Outbox outbox;
    private final RunningAnswers running;
    private final Clock clock;

    AnswerClerk(
            ChatServices chat,
            MessageSender sender,
            ReplyWriter writer,
            Outbox outbox,
            RunningAnswers running,
            Clock clock) {
        this.chat = chat;
        this.sender = sender;
        this.writer = writer;
        this.outbox = outbox;
        this.running = running;
        this.clock = clock;
    }

    /** What was made of a question. */
    private record Made(Question question, boolean rewritten, Answer answer) {}

    /** Answers a question where it was asked. */
    void answer(Asking asking) throws BotApiException {
        Optional<Outbox.Reply> made = outbox.find(asking.update());
        Outbox.Reply reply = made.orElseGet(() -> reply(asking));
        show(asking, reply, made.isPresent() && asking.update().isResumed())
                .ifPresent(message -> chat.answers().shown(asking.target().chat(), asking.origin(), message));
    }

    /** Makes an answer and keeps it: whatever happens to its sending, the question is not answered again. */
    private Outbox.Reply reply(Asking asking) {
        Optional<Made> made = make(asking);
        Card card = made.isEmpty()
                ? new Card(FormattedText.plain(asking.words().say(Phrase.STOPPED)), Keyboard.NONE)
                : keep(asking, made.get());
        Outbox.Reply reply = new Outbox.Reply(card.text(), card.keyboard());
        outbox.keep(asking.update(), reply);
        return reply;
    }

    /** Keeps what was made, before it is shown: its buttons name it. Returns the first of its pages. */
    private Card keep(Asking asking, Made made) {
        List<FormattedText> pages = MessageSplitter.split(render(asking, made.answer()));
        long number = chat.answers().save(newAnswer(asking, made, pages));
        remember(asking, number, made);
        StoredAnswer stored =
                chat.answers().find(number, asking.target().chat()).orElseThrow();
        return new Card(pages.getFirst(), Buttons.ofAnswer(stored, 0, asking.words()));
    }

    /** Empty if it was stopped. */
    private Optional<Made> make(Asking asking) {
        try (Running run = running.begin(asking);
                AnswerProgress progress = AnswerProgress.start(sender, asking, FRAME)) {
            Optional<String> rewritten = rewritten(asking);
            String text = rewritten.orElse(asking.ask().question());
            String quoted = asking.ask().quoted();
            if (quoted != null && !text.contains(quoted)) {
                text = text + " (“" + quoted + "”)";
            }
            Question question =
                    Question.of(text, LocalDate.now(clock)).by(asking.person().value());
            Answer answer = asking.draft() == null
                    ? chat.source().answerer().answer(question)
                    : chat.source().answerer().answer(question, progress::add);
            return run.end() ? Optional.empty() : Optional.of(new Made(question, rewritten.isPresent(), answer));
        }
    }

    private Optional<String> rewritten(Asking asking) {
        Long repliedTo = repliedTo(asking);
        // In a group others may have spoken since: only a reply goes on with something there.
        if (repliedTo == null && !asking.direct()) {
            return Optional.empty();
        }
        return chat.source()
                .followUps()
                .read(
                        asking.ask().question(),
                        chat.contexts().before(asking.place(), asking.person(), repliedTo),
                        repliedTo != null,
                        LocalDate.now(clock),
                        asking.person().value());
    }

    private @Nullable Long repliedTo(Asking asking) {
        Integer message = asking.ask().repliedTo();
        return message == null
                ? null
                : chat.answers().shownBy(asking.target().chat(), message).orElse(null);
    }

    private FormattedText render(Asking asking, Answer answer) {
        TextBuilder head = new TextBuilder();
        if (asking.suggested()) {
            head.marked(Style.BOLD, () -> head.foreign(asking.ask().question()));
        }
        Duration waited = Duration.between(asking.asked(), clock.instant());
        if (Lateness.isLate(waited)) {
            head.ours((asking.suggested() ? "\n\n" : "")
                    + asking.words().say(Phrase.LATE, "minutes", waited.toMinutes()));
        }
        FormattedText body = body(answer, asking);
        FormattedText above = head.build();
        return above.text().isEmpty() ? body : above.followedBy(body);
    }

    /** In a rich message the passages are folded below their sources, where all of it fits into one. */
    private FormattedText body(Answer answer, Asking asking) {
        LocalDate today = LocalDate.now(clock);
        if (sender.isRich()) {
            FormattedText whole = AnswerRenderer.render(answer, asking.words(), today, Passages.INSIDE);
            if (MessageSplitter.split(whole).size() == 1) {
                return whole;
            }
        }
        return AnswerRenderer.render(answer, asking.words(), today, Passages.BEHIND_BUTTONS);
    }

    private static NewAnswer newAnswer(Asking asking, Made made, List<FormattedText> pages) {
        String asked = asking.ask().question();
        return new NewAnswer(
                asking.target().chat(),
                asking.origin(),
                asking.person(),
                asking.words().language(),
                asked,
                made.question().text().equals(asked) ? null : made.question().text(),
                outcome(made.answer()),
                cited(made.answer()),
                pages);
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.CitedAnswer cited -> Outcome.ANSWERED;
            case Answer.StatementsAnswer said -> Outcome.ANSWERED;
            case Answer.NoEvidence none -> Outcome.NOTHING;
            case Answer.Unavailable unavailable -> Outcome.FAILED;
        };
    }

    private static List<Citation> cited(Answer answer) {
        return answer instanceof Answer.NoEvidence none && none.nearest() != null
                ? List.of(none.nearest())
                : answer.citations();
    }

    /** A suggested question has no message of its own whose answer could be changed. */
    private OptionalInt show(Asking asking, Outbox.Reply reply, boolean resumed) throws BotApiException {
        if (asking.suggested()) {
            return sender.send(asking.target(), reply.text(), reply.keyboard());
        }
        return resumed
                ? writer.resume(asking.target(), reply.text(), reply.keyboard())
                : writer.write(asking.target(), reply.text(), reply.keyboard());
    }

    private void remember(Asking asking, long number, Made made) {
        List<String> speakers = chat.source().speakers().quoted(made.answer());
        chat.contexts()
                .remember(
                        asking.place(),
                        asking.person(),
                        number,
                        FollowUps.turn(made.question().text(), made.answer(), speakers));
    }
}
