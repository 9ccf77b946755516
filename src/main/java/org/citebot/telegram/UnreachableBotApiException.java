package org.citebot.telegram;

import java.net.URI;

/** Nothing that speaks the Bot API answers at the configured address. Trying again later may help. */
public final class UnreachableBotApiException extends TelegramException {

    private static final long serialVersionUID = 1;

    UnreachableBotApiException(URI apiUrl, String why) {
        super("telegram.api-url: the Bot API at " + apiUrl + " cannot be used: " + why
                + "; check the network and the address, then start again");
    }
}
