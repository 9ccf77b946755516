package org.citebot.telegram;

import java.net.URI;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citebot.config.Secret;
import org.citebot.config.Settings;
import org.citebot.telegram.limit.Quotas;

/**
 * The settings of the bot.
 *
 * @param token what @BotFather gave; empty if there is none yet
 * @param apiUrl the Bot API's address, without a slash at its end; a path, if any, stands before {@code /bot<token>}
 * @param pollTimeout how long one request for updates waits for one: whole seconds, at most 50
 * @param workers how many questions are answered at once
 * @param messagesPerSecond the most messages over all
 * @param quotas how many questions may be asked
 * @param invitedOnly whether the bot is private
 * @param webhook how Telegram brings updates; empty if they are fetched
 * @param richMessages whether answers are sent as rich messages where Telegram takes them
 */
public record TelegramSettings(
        Optional<Secret> token,
        URI apiUrl,
        Duration pollTimeout,
        int workers,
        int messagesPerSecond,
        Quotas.Limits quotas,
        boolean invitedOnly,
        Optional<WebhookSettings> webhook,
        boolean richMessages) {

    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9:_-]+");
    private static final Duration LONGEST_POLL = Duration.ofSeconds(50);
    private static final int MOST_WORKERS = 64;
    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_QUESTIONS = 1_000_000;

    /** Reads {@code telegram.*}; mistakes are reported by {@link Settings#verify()}. */
    public static TelegramSettings read(Settings settings) {
        Optional<Secret> token = settings.secret("telegram.token", "The bot's token, from @BotFather");
        if (token.isPresent() && !TOKEN.matcher(token.get().reveal()).matches()) {
            settings.problem(
                    "telegram.token",
                    "is no bot token: copy the whole of what @BotFather shows, digits, a colon and letters");
        }
        return new TelegramSettings(
                token,
                settings.value(
                        "telegram.api-url",
                        "https://api.telegram.org",
                        "Address of the Bot API, for those who run their own Bot API server",
                        TelegramSettings::apiUrl),
                settings.value(
                        "telegram.poll-timeout",
                        "50s",
                        "How long one request for updates waits for one: 0s to 50s",
                        TelegramSettings::pollTimeout),
                settings.value(
                        "telegram.workers", "4", "How many questions are answered at once", TelegramSettings::workers),
                settings.value(
                        "telegram.messages-per-second",
                        "30",
                        "The most messages a second over all chats; only bots that pay Telegram may send more than 30",
                        text -> number(text, 1, MOST_MESSAGES)),
                new Quotas.Limits(
                        settings.value(
                                "telegram.questions-per-hour",
                                "60",
                                "The most questions of a person in an hour; 0 for any number",
                                text -> number(text, 0, MOST_QUESTIONS)),
                        settings.value(
                                "telegram.chat-questions-per-hour",
                                "300",
                                "The most questions in a chat in an hour; 0 for any number",
                                text -> number(text, 0, MOST_QUESTIONS))),
                settings.value(
                        "telegram.access",
                        "everyone",
                        "Who may use the bot: everyone, or only the invited (/invite)",
                        TelegramSettings::invitedOnly),
                WebhookSettings.read(settings),
                settings.value(
                        "telegram.rich-messages",
                        "false",
                        "Answers with folding sources and [n] that lead to them, for clients of Bot API 10.1: true or false",
                        TelegramSettings::isTrue));
    }

    private static boolean isTrue(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    private static boolean invitedOnly(String text) {
        return switch (text) {
            case "everyone" -> false;
            case "invited" -> true;
            default -> throw new IllegalArgumentException("everyone or invited");
        };
    }

    private static URI apiUrl(String text) {
        URI url = URI.create(text.replaceAll("/+$", ""));
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null) {
            throw new IllegalArgumentException("it must look like https://api.telegram.org");
        }
        if (url.getQuery() != null || url.getFragment() != null || url.getUserInfo() != null) {
            throw new IllegalArgumentException("it must have no user, no '?' and no '#'");
        }
        return url;
    }

    private static Duration pollTimeout(String text) {
        Duration timeout = Duration.parse("PT" + text.strip().toUpperCase(Locale.ROOT));
        if (timeout.isNegative()
                || timeout.compareTo(LONGEST_POLL) > 0
                || !timeout.truncatedTo(ChronoUnit.SECONDS).equals(timeout)) {
            throw new IllegalArgumentException("it must be whole seconds, 0s to " + LONGEST_POLL.toSeconds() + "s");
        }
        return timeout;
    }

    private static int workers(String text) {
        return number(text, 1, MOST_WORKERS);
    }

    private static int number(String text, int least, int most) {
        int number = Integer.parseInt(text);
        if (number < least || number > most) {
            throw new IllegalArgumentException("it must be " + least + " to " + most);
        }
        return number;
    }
}
