package org.citebot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.citebot.answering.Answer;
import org.citebot.answering.Question;
import org.citebot.citation.Citation;
import org.citebot.corpus.PersonId;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.chat.AnswerRenderer;
import org.citebot.telegram.chat.AnswerRenderer.Passages;
import org.citebot.telegram.chat.ChatServices;
import org.citebot.telegram.chat.Phrase;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.MessageSplitter;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Answers in chats where the bot is not: what people type behind its name, and calls of guests. Such an answer has no
 * buttons, so it holds its passages, and nothing of it is kept but for a few minutes in memory. For many threads.
 */
final class InlineAnswers {

    /** What comes later is not shown any more. */
    private static final Duration WORTH = Duration.ofSeconds(25);

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int MOST_IN_WINDOW = 12;
    private static final int MOST_KEPT = 200;
    private static final int MOST_PEOPLE = 10_000;
    /** People type letter by letter: so much may be a question. */
    private static final int SHORTEST = 6;

    private static final int LONGEST_TITLE = 60;
    private static final int LONGEST_DESCRIPTION = 120;

    private final ChatServices chat;
    private final Doorkeeper door;
    private final InlineSender sender;
    private final Clock clock;
    private final LinkedHashMap<String, Kept> kept = new LinkedHashMap<>();
    private final Map<PersonId, Deque<Typed>> asked = new HashMap<>();

    /** A query that was answered. */
    private record Typed(Instant at, String query) {

        /** People type letter by letter: all of that is one question. */
        boolean goesOnAs(String later) {
            return later.startsWith(query) || query.startsWith(later);
        }
    }

    private record Kept(long revision, Instant at, Answer answer) {}

    InlineAnswers(ChatServices chat, Doorkeeper door, InlineSender sender, Clock clock) {
        this.chat = chat;
        this.door = door;
        this.sender = sender;
        this.clock = clock;
    }

    /** Offers cards for what somebody types. */
    void offer(Received.Searched search, StoredUpdate update) throws BotApiException {
        if (Duration.between(update.received(), clock.instant()).compareTo(WORTH) > 0) {
            return;
        }
        Words words = words(search.from());
        String query = search.query().strip();
        String hint = words.say(Phrase.BUTTON_ASK_PRIVATELY);
        if (query.length() < SHORTEST || !door.admits(search.from())) {
            sender.offer(search.id(), List.of(), hint);
            return;
        }
        Optional<Answer> answer = answer(query, search.from(), update);
        if (answer.isEmpty()) {
            sender.offer(search.id(), List.of(), words.say(Phrase.INLINE_TOO_MANY));
            return;
        }
        List<InlineCard> cards = cards(answer.get(), words);
        sender.offer(search.id(), cards, cards.isEmpty() ? words.say(Phrase.INLINE_NOTHING) : hint);
    }

    /** Answers somebody who called the bot into a chat; a call can be answered once. */
    void answerCall(Received.Called call, String question, StoredUpdate update) throws BotApiException {
        User caller = call.message().getGuestBotCallerUser() == null
                ? call.message().getFrom()
                : call.message().getGuestBotCallerUser();
        if (caller == null || !door.admits(caller)) {
            return;
        }
        Words words = words(caller);
        FormattedText text = answer(question, caller, update)
                .map(answer -> message(answer, words))
                .orElseGet(() -> FormattedText.plain(words.say(Phrase.INLINE_TOO_MANY)));
        sender.answerCall(call.query(), new InlineCard("answer", Excerpt.of(question, LONGEST_TITLE), "", text));
    }

    private Words words(User user) {
        return chat.preferences().words(Sender.person(user.getId()), user.getLanguageCode());
    }

    /** Empty if this person has asked too much of late. */
    private Optional<Answer> answer(String query, User user, StoredUpdate update) {
        String key = query.toLowerCase(Locale.ROOT);
        long revision = chat.source().corpus().revision();
        Answer known = find(key, revision);
        if (known != null) {
            return Optional.of(known);
        }
        if (!mayAsk(user, key, update)) {
            return Optional.empty();
        }
        Answer answer = chat.source()
                .answerer()
                .answer(Question.of(query, LocalDate.now(clock))
                        .by(Sender.person(user.getId()).value()));
        keep(key, new Kept(revision, clock.instant(), answer));
        return Optional.of(answer);
    }

    private synchronized @Nullable Answer find(String key, long revision) {
        Kept found = kept.get(key);
        if (found == null || found.revision() != revision) {
            return null;
        }
        return found.at().isAfter(clock.instant().minus(KEPT)) ? found.answer() : null;
    }

    private synchronized void keep(String key, Kept answer) {
        if (answer.answer() instanceof Answer.Unavailable) {
            return;
        }
        kept.remove(key);
        kept.put(key, answer);
        if (kept.size() > MOST_KEPT) {
            kept.pollFirstEntry();
        }
    }

    private synchronized boolean mayAsk(User user, String query, StoredUpdate update) {
        Deque<Typed> recent = recent(Sender.person(user.getId()));
        boolean goesOn = recent.stream().anyMatch(typed -> typed.goesOnAs(query));
        if (recent.size() >= MOST_IN_WINDOW || (!goesOn && !door.mayAsk(update, user))) {
            return false;
        }
        recent.addLast(new Typed(clock.instant(), query));
        return true;
    }

    private Deque<Typed> recent(PersonId person) {
        Instant since = clock.instant().minus(WINDOW);
        if (asked.size() > MOST_PEOPLE) {
            asked.values()
                    .removeIf(typed -> typed.isEmpty() || typed.getLast().at().isBefore(since));
        }
        Deque<Typed> recent = asked.computeIfAbsent(person, each -> new ArrayDeque<>());
        recent.removeIf(typed -> typed.at().isBefore(since));
        return recent;
    }

    /** The whole answer, and a card for each thing that it cites. */
    private List<InlineCard> cards(Answer answer, Words words) {
        if (!answer.isGiven() || answer.citations().isEmpty()) {
            return List.of();
        }
        List<InlineCard> cards = new ArrayList<>();
        String first = answer.citations().getFirst().quote();
        cards.add(new InlineCard(
                "answer",
                Excerpt.of(answer.question(), LONGEST_TITLE),
                Excerpt.of(first, LONGEST_DESCRIPTION),
                message(answer, words)));
        LocalDate today = LocalDate.now(clock);
        for (Citation citation : answer.citations()) {
            cards.add(new InlineCard(
                    "citation-" + citation.number(),
                    Excerpt.of(citation.version().details().title(), LONGEST_TITLE),
                    Excerpt.of(citation.quote(), LONGEST_DESCRIPTION),
                    MessageSplitter.split(AnswerRenderer.renderCitation(citation, words, today))
                            .getFirst()));
        }
        return cards;
    }

    /** One message: with its passages where they fit, else without. */
    private FormattedText message(Answer answer, Words words) {
        LocalDate today = LocalDate.now(clock);
        List<FormattedText> whole = MessageSplitter.split(AnswerRenderer.render(answer, words, today, Passages.INSIDE));
        return whole.size() == 1
                ? whole.getFirst()
                : MessageSplitter.split(AnswerRenderer.render(answer, words, today, Passages.BEHIND_BUTTONS))
                        .getFirst();
    }
}
