package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.citebot.config.Secret;
import org.citebot.corpus.Database;
import org.citebot.telegram.UpdatePoller.Pace;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.chat.ChatServices;
import org.citebot.telegram.chat.Contexts;
import org.citebot.telegram.chat.Retention;
import org.citebot.telegram.desk.Desk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;

/**
 * The bot on Telegram, by long polling. Started once, closed once; its threads are virtual and keep no process alive,
 * so whoever starts it calls {@link #await()}.
 */
public final class TelegramBot implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TelegramBot.class);

    private static final String MIGRATIONS = "db/telegram";
    private static final int NEWEST_MIGRATION = 4;
    private static final Duration CALL_PATIENCE = Duration.ofSeconds(20);
    private static final Duration POLL_SLACK = Duration.ofSeconds(15);
    private static final Duration CLOSING_PATIENCE = Duration.ofSeconds(8);
    private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);
    private static final RandomGenerator JITTER =
            () -> ThreadLocalRandom.current().nextLong();
    private static final Backoff POLL_BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), JITTER);
    private static final Backoff SEND_BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), JITTER);

    private final TelegramSettings settings;
    private final AnswerSource source;
    private final Desk desk;
    private final Database database;
    private final Clock clock;
    private final Tempo tempo;
    private @Nullable Running running;

    /**
     * How fast the bot polls, how it waits after sends that failed, and how long closing waits for questions in hand.
     */
    record Tempo(Pace polling, Backoff sending, Duration closing) {

        static final Tempo USUAL = new Tempo(new Pace(SHORTEST_POLL, POLL_BACKOFF), SEND_BACKOFF, CLOSING_PATIENCE);
    }

    private record Running(BotIdentity identity, BotApi sending, ChatQueues queues, UpdatePoller poller) {}

    /**
     * A bot that is not started yet.
     *
     * @param source what is answered from
     * @param desk where moderators keep the corpus; on the same database
     * @param database the bot's own, from {@link #openDatabase}
     * @param clock tells times, and by its zone which day it is
     */
    public TelegramBot(TelegramSettings settings, AnswerSource source, Desk desk, Database database, Clock clock) {
        this(settings, source, desk, database, clock, Tempo.USUAL);
    }

    TelegramBot(
            TelegramSettings settings, AnswerSource source, Desk desk, Database database, Clock clock, Tempo tempo) {
        this.settings = settings;
        this.source = source;
        this.desk = desk;
        this.database = database;
        this.clock = clock;
        this.tempo = tempo;
    }

    /** What erases what is past its time in the bot's database; to be run now and then. */
    public static Retention retention(Database database, Clock clock) {
        return new Retention(database, new Contexts(database, clock), clock);
    }

    /** Opens the file in which the bot keeps updates and what it answered, making it where it is missing. */
    public static Database openDatabase(Path file) {
        return Database.open(file, MIGRATIONS, NEWEST_MIGRATION);
    }

    /**
     * Asks Telegram whose token this is.
     *
     * @throws BadTokenException if there is none, or Telegram knows no bot by it
     * @throws UnreachableBotApiException if the Bot API does not answer
     */
    public static BotIdentity fetchIdentity(TelegramSettings settings) {
        try (BotApi api = new BotApi(settings.apiUrl(), token(settings), CALL_PATIENCE)) {
            return fetchIdentity(settings, api);
        }
    }

    /**
     * Verifies the token, takes up what was left unanswered, and begins to poll.
     *
     * @return who the bot is
     * @throws BadTokenException if there is no token, or Telegram knows no bot by it
     * @throws UnreachableBotApiException if the Bot API does not answer
     */
    public synchronized BotIdentity start() {
        if (running != null) {
            throw new IllegalStateException("The bot runs already");
        }
        Secret token = token(settings);
        BotApi sending = new BotApi(settings.apiUrl(), token, CALL_PATIENCE);
        BotIdentity identity;
        try {
            identity = fetchIdentity(settings, sending);
        } catch (TelegramException e) {
            sending.close();
            throw e;
        }
        CommandMenus menus = new CommandMenus(sending);
        menus.showToEveryone();
        running = run(identity, token, sending, new ModeratorMenus(menus));
        LOG.info("@{} is running", identity.username());
        return identity;
    }

    /**
     * Waits until the bot is closed.
     *
     * @throws BadTokenException if it ended because Telegram no longer knows it
     */
    public void await() throws InterruptedException {
        Running bot = running();
        if (bot == null) {
            throw new IllegalStateException("The bot is not running");
        }
        try {
            bot.poller().ended().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TelegramException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /**
     * Stops polling, gives the questions in hand some seconds to be answered, and lets go of everything. What is not
     * answered by then is answered after the next start.
     */
    @Override
    public void close() {
        Running bot = running();
        if (bot != null) {
            bot.poller().close();
            bot.queues().drain(tempo.closing());
            bot.sending().close();
            bot.queues().close();
        }
    }

    private synchronized @Nullable Running running() {
        return running;
    }

    private Running run(BotIdentity identity, Secret token, BotApi sending, ModeratorMenus menus) {
        Inbox inbox = new Inbox(database, clock);
        UpdateDecoder decoder = new UpdateDecoder();
        MessageSender sender = new MessageSender(sending);
        ReplyLog replies = new ReplyLog(database);
        DeskClerk clerk = new DeskClerk(
                desk,
                new DeskReader(identity, desk),
                new ReplyWriter(sender, replies),
                sender,
                new FileDownload(sending),
                menus);
        RunningAnswers answering = new RunningAnswers(inbox, decoder, identity);
        UpdateHandler handler = handler(new Means(identity, decoder, sender, replies, clerk, answering), sending);
        ChatQueues queues = new ChatQueues(inbox, handler::handle, settings.workers(), clock);
        Runnable stored = () -> {
            answering.look();
            queues.wake();
        };
        BotApi polling =
                new BotApi(settings.apiUrl(), token, settings.pollTimeout().plus(POLL_SLACK));
        UpdatePoller poller =
                new UpdatePoller(polling, inbox, decoder, stored, settings.pollTimeout(), tempo.polling());
        queues.start();
        poller.start();
        Thread.ofVirtual().name("telegram-menus").start(() -> menus.publish(desk.roles()));
        return new Running(identity, sending, queues, poller);
    }

    /** What handlers work with. */
    private record Means(
            BotIdentity identity,
            UpdateDecoder decoder,
            MessageSender sender,
            ReplyLog replies,
            DeskClerk desk,
            RunningAnswers answering) {}

    private UpdateHandler handler(Means means, BotApi sending) {
        URI link = URI.create("https://t.me/" + means.identity().username());
        ChatServices chat = ChatServices.over(source, database, clock, link);
        ReplyWriter writer = new ReplyWriter(means.sender(), means.replies());
        AnswerClerk answers = new AnswerClerk(chat, means.sender(), writer, means.answering(), clock);
        MessageClerk messages = new MessageClerk(
                new IntentReader(means.identity()),
                answers,
                new PageClerk(chat, means.desk(), means.answering(), clock),
                means.desk(),
                chat.preferences(),
                means.sender(),
                means.replies());
        return new UpdateHandler(
                means.decoder(),
                messages,
                new PressClerk(chat, means.desk(), answers, means.sender(), writer, clock),
                new InlineAnswers(chat, new InlineSender(sending), clock),
                tempo.sending());
    }

    private static Secret token(TelegramSettings settings) {
        return settings.token().orElseThrow(BadTokenException::missing);
    }

    private static BotIdentity fetchIdentity(TelegramSettings settings, BotApi api) {
        try {
            JsonNode me = api.call(new GetMe());
            if (!me.path("id").canConvertToLong() || !me.path("username").isTextual()) {
                throw new UnreachableBotApiException(settings.apiUrl(), "its answer to getMe names no bot");
            }
            return new BotIdentity(me.path("id").asLong(), me.path("username").asText());
        } catch (BotApiException e) {
            if (e.kind() == BotApiException.Kind.UNKNOWN_BOT) {
                throw BadTokenException.refused(e.code());
            }
            String why = e.code() == 0 ? e.description() : "it answered " + e.code() + " " + e.description();
            throw new UnreachableBotApiException(settings.apiUrl(), why.strip());
        }
    }
}
