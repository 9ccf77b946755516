package org.citebot.telegram;

/** There is no token, or Telegram knows no bot by it. Trying again does not help. */
public final class BadTokenException extends TelegramException {

    private static final long serialVersionUID = 1;

    private BadTokenException(String message) {
        super(message);
    }

    static BadTokenException missing() {
        return new BadTokenException("telegram.token: there is no bot token;"
                + " ask @BotFather on Telegram for one (/newbot) and set CITEBOT_TELEGRAM_TOKEN to it");
    }

    static BadTokenException refused(int code) {
        return new BadTokenException("telegram.token: Telegram knows no bot by this token (" + code + ");"
                + " ask @BotFather for the current one (/mybots, API Token) and set CITEBOT_TELEGRAM_TOKEN to it");
    }
}
