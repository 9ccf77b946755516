package org.citebot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import org.citebot.config.Secret;
import org.citebot.corpus.Database;
import org.citebot.operation.HealthCheck;
import org.citebot.operation.Metrics;
import org.citebot.telegram.UpdatePoller.Pace;
import org.citebot.telegram.chat.AnswerSource;
import org.citebot.telegram.chat.ChatServices;
import org.citebot.telegram.chat.Contexts;
import org.citebot.telegram.chat.Retention;
import org.citebot.telegram.desk.Desk;
import org.citebot.telegram.limit.Quotas;
import org.citebot.telegram.limit.SendLimiter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/**
 * The bot on Telegram, by long polling or by a webhook. Started once, closed once; its threads are virtual and keep no process alive,
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

    /** What waits for its turn to be answered or sent takes memory, but little: some kilobytes each. */
    private static final int MOST_IN_HAND = 64;

    private static final RandomGenerator JITTER =
            () -> ThreadLocalRandom.current().nextLong();
    private static final Backoff POLL_BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30), JITTER);
    private static final Backoff STAND_DOWN = new Backoff(Duration.ofSeconds(50), Duration.ofMinutes(2), JITTER);
    private static final Backoff SEND_BACKOFF = new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(5), JITTER);

    private final TelegramSettings settings;
    private final AnswerSource source;
    private final Desk desk;
    private final Database database;
    private final Clock clock;
    private final BotMetrics metrics;
    private final Tempo tempo;
    private volatile @Nullable Running running;

    /**
     * How fast the bot polls and sends, how it waits after sends that failed, and how long closing waits for questions in
     * hand.
     */
    record Tempo(Pace polling, Backoff sending, SendLimiter limiter, Duration closing) {

        static Tempo usual(TelegramSettings settings) {
            return new Tempo(
                    new Pace(SHORTEST_POLL, POLL_BACKOFF, STAND_DOWN, Thread::sleep),
                    SEND_BACKOFF,
                    new SendLimiter(SendLimiter.Rates.ofTelegram(settings.messagesPerSecond())),
                    CLOSING_PATIENCE);
        }
    }

    /** What became of an update that Telegram brought. */
    public enum Receipt {
        /** It is stored, or was before. */
        STORED,
        /** There is no room for it now, or the bot is not running: Telegram is to bring it again. */
        FULL
    }

    /** Where updates come from: of the two, the one that the settings name. */
    private record Source(
            @Nullable UpdatePoller poller, @Nullable Webhook webhook) implements AutoCloseable {

        @Override
        public void close() {
            if (poller != null) {
                poller.close();
            }
            if (webhook != null) {
                webhook.close();
            }
        }
    }

    private record Running(
            BotIdentity identity,
            BotApi sending,
            ChatQueues queues,
            Source source,
            BotHealth health,
            Closeable connection,
            CompletableFuture<@Nullable Void> ended) {}

    /**
     * A bot that is not started yet.
     *
     * @param source what is answered from
     * @param desk where moderators keep the corpus; on the same database
     * @param database the bot's own, from {@link #openDatabase}
     * @param metrics where its figures go
     * @param clock tells times, and by its zone which day it is
     */
    public TelegramBot(
            TelegramSettings settings,
            AnswerSource source,
            Desk desk,
            Database database,
            Metrics metrics,
            Clock clock) {
        this(settings, source, desk, database, metrics, clock, Tempo.usual(settings));
    }

    TelegramBot(
            TelegramSettings settings,
            AnswerSource source,
            Desk desk,
            Database database,
            Metrics metrics,
            Clock clock,
            Tempo tempo) {
        this.settings = settings;
        this.source = source.with(new QueuedAnswerer(source.answerer(), settings.workers()));
        this.metrics = new BotMetrics(metrics);
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
     * Asks Telegram how updates come to this bot.
     *
     * @throws TelegramException as {@link #fetchIdentity(TelegramSettings)} does
     */
    public static WebhookState fetchWebhookState(TelegramSettings settings) {
        try (BotApi api = new BotApi(settings.apiUrl(), token(settings), CALL_PATIENCE)) {
            return WebhookState.of(api.call(new GetWebhookInfo()));
        } catch (BotApiException e) {
            throw unreachable(settings, e);
        }
    }

    /**
     * Takes away the address to which Telegram brings updates, so that they can be fetched. What waits there stays.
     *
     * @throws TelegramException as {@link #fetchIdentity(TelegramSettings)} does
     */
    public static void deleteWebhook(TelegramSettings settings) {
        try (BotApi api = new BotApi(settings.apiUrl(), token(settings), CALL_PATIENCE)) {
            api.call(DeleteWebhook.builder().dropPendingUpdates(false).build());
        } catch (BotApiException e) {
            throw unreachable(settings, e);
        }
    }

    /**
     * Verifies the token, takes up what was left unanswered, and begins to fetch updates, or tells Telegram where to
     * bring them.
     *
     * @return who the bot is
     * @throws BadTokenException if there is no token, or Telegram knows no bot by it
     * @throws UnreachableBotApiException if the Bot API does not answer, or refuses the webhook
     */
    public synchronized BotIdentity start() {
        if (running != null) {
            throw new IllegalStateException("The bot runs already");
        }
        Secret token = token(settings);
        MigratedChats chats = new MigratedChats(database);
        BotApi sending =
                new BotApi(settings.apiUrl(), token, CALL_PATIENCE, new SendGate(tempo.limiter(), chats, metrics));
        try {
            BotIdentity identity = fetchIdentity(settings, sending);
            CommandMenus menus = new CommandMenus(sending);
            menus.showToEveryone();
            running = run(identity, token, sending, chats, new ModeratorMenus(menus));
            LOG.info("@{} is running", identity.username());
            return identity;
        } catch (TelegramException e) {
            sending.close();
            throw e;
        }
    }

    /**
     * Waits until the bot is closed.
     *
     * @throws BadTokenException if it ended because Telegram no longer knows it
     */
    public void await() throws InterruptedException {
        Running bot = running;
        if (bot == null) {
            throw new IllegalStateException("The bot is not running");
        }
        try {
            bot.ended().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TelegramException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Whether the secret that came with an update is the one of the settings; takes as long for every wrong one. */
    public boolean isFromTelegram(@Nullable String secret) {
        return settings.webhook()
                .map(webhook -> Webhook.isSecret(webhook, secret))
                .orElse(false);
    }

    /** Takes an update that Telegram brought; it is durable when this returns {@link Receipt#STORED}. */
    public Receipt receive(byte[] update) {
        Running bot = running;
        Webhook webhook = bot == null ? null : bot.source().webhook();
        return webhook == null ? Receipt.FULL : webhook.receive(update);
    }

    /** How the bot is; without a check as long as it does not run. */
    public List<HealthCheck> health() {
        Running bot = running;
        if (bot == null) {
            return List.of(new HealthCheck("telegram", false, "the bot is not running"));
        }
        return bot.health().checks();
    }

    /**
     * Takes no more updates, gives those in hand some seconds to be answered, and lets go of everything. What is not
     * answered by then is answered after the next start. A webhook is left in place.
     */
    @Override
    public void close() {
        Running bot;
        synchronized (this) {
            bot = running;
        }
        if (bot != null) {
            bot.source().close();
            bot.queues().drain(tempo.closing());
            bot.sending().close();
            bot.queues().close();
            close(bot.connection());
            bot.ended().complete(null);
        }
    }

    private static void close(Closeable connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Running run(BotIdentity identity, Secret token, BotApi sending, MigratedChats chats, ModeratorMenus menus) {
        Inbox inbox = new Inbox(database, clock);
        UpdateDecoder decoder = new UpdateDecoder();
        RunningAnswers answering = new RunningAnswers(inbox, decoder, identity);
        UpdateHandler handler = handler(identity, sending, decoder, chats, menus, answering);
        ChatQueues queues = new ChatQueues(inbox, handler::handle, MOST_IN_HAND, metrics, clock);
        Runnable stored = () -> {
            answering.look();
            queues.wake();
        };
        UpdateReceiver receiver = new UpdateReceiver(inbox, decoder, stored, metrics);
        TelegramContact contact = new TelegramContact(clock);
        metrics.watch(inbox, queues, contact);
        Source source = source(token, sending, inbox, receiver, contact);
        queues.start();
        Thread.ofVirtual().name("telegram-menus").start(() -> menus.publish(desk.roles()));
        CompletableFuture<@Nullable Void> ended = source.poller() == null
                ? new CompletableFuture<>()
                : source.poller().ended();
        BotHealth health = new BotHealth(
                contact,
                inbox,
                queues,
                ended,
                settings.pollTimeout(),
                this.source.answerer().deadline());
        return new Running(identity, sending, queues, source, health, database.keepOpen(), ended);
    }

    private UpdateHandler handler(
            BotIdentity identity,
            BotApi sending,
            UpdateDecoder decoder,
            MigratedChats chats,
            ModeratorMenus menus,
            RunningAnswers answering) {
        MessageSender sender = new MessageSender(sending, settings.richMessages());
        ReplyLog replies = new ReplyLog(database);
        DeskClerk clerk = new DeskClerk(
                desk,
                new DeskReader(identity, desk),
                new ReplyWriter(sender, replies),
                sender,
                new FileDownload(sending),
                menus);
        Doorkeeper door = new Doorkeeper(desk, new Quotas(database, clock, settings.quotas()), settings.invitedOnly());
        URI link = URI.create("https://t.me/" + identity.username());
        ChatServices chat = ChatServices.over(source, database, clock, link);
        ReplyWriter writer = new ReplyWriter(sender, replies);
        AnswerClerk answers = new AnswerClerk(chat, sender, writer, new Outbox(database, clock), answering, clock);
        MessageClerk messages = new MessageClerk(
                new IntentReader(identity),
                door,
                answers,
                new PageClerk(chat, clerk, answering, clock),
                clerk,
                chat.preferences(),
                sender,
                replies);
        return new UpdateHandler(
                decoder,
                chats,
                messages,
                new PressClerk(chat, door, clerk, answers, sender, writer, clock),
                new InlineAnswers(chat, door, new InlineSender(sending), clock),
                tempo.sending());
    }

    private Source source(Secret token, BotApi sending, Inbox inbox, UpdateReceiver receiver, TelegramContact contact) {
        if (settings.webhook().isPresent()) {
            Webhook webhook = new Webhook(sending, settings.webhook().get(), receiver, contact);
            try {
                webhook.start();
            } catch (BotApiException e) {
                throw unreachable(settings, e);
            }
            return new Source(null, webhook);
        }
        BotApi polling =
                new BotApi(settings.apiUrl(), token, settings.pollTimeout().plus(POLL_SLACK));
        UpdatePoller poller =
                new UpdatePoller(polling, inbox, receiver, contact, settings.pollTimeout(), tempo.polling());
        poller.start();
        return new Source(poller, null);
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
            throw unreachable(settings, e);
        }
    }

    private static TelegramException unreachable(TelegramSettings settings, BotApiException failure) {
        if (failure.kind() == BotApiException.Kind.UNKNOWN_BOT) {
            return BadTokenException.refused(failure.code());
        }
        String why = failure.code() == 0
                ? failure.description()
                : "it answered " + failure.code() + " " + failure.description();
        return new UnreachableBotApiException(settings.apiUrl(), why.strip());
    }
}
