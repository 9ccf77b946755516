package org.citebot.benchmark;

import java.net.URI;
import okhttp3.OkHttpClient;
import org.citebot.telegram.fake.FakeTelegramServer;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The least that a bot on TelegramBots can do: its own long polling, every text sent back; nothing is kept. */
final class EchoBot {

    private static final int POLL_SECONDS = 20;

    private final TelegramBotsLongPollingApplication application = new TelegramBotsLongPollingApplication();

    EchoBot(FakeTelegramServer server) throws TelegramApiException {
        URI url = server.url();
        TelegramUrl telegram = TelegramUrl.builder()
                .schema("http")
                .host(url.getHost())
                .port(url.getPort())
                .build();
        String token = server.token().reveal();
        TelegramClient client = new OkHttpTelegramClient(new OkHttpClient(), token, telegram);
        application.registerBot(
                token,
                () -> telegram,
                offset -> GetUpdates.builder()
                        .offset(offset + 1)
                        .timeout(POLL_SECONDS)
                        .build(),
                updates -> updates.forEach(update -> echo(client, update)));
    }

    private static void echo(TelegramClient client, Update update) {
        try {
            client.execute(SendMessage.builder()
                    .chatId(update.getMessage().getChatId())
                    .text(update.getMessage().getText())
                    .build());
        } catch (TelegramApiException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() throws Exception {
        application.close();
    }
}
