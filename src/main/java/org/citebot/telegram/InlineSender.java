package org.citebot.telegram;

import java.util.List;
import org.citebot.telegram.BotApiException.Kind;
import org.citebot.telegram.text.HtmlWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerGuestQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultsButton;

/** Sends into chats where the bot is not. Link previews are always off. For many threads. */
final class InlineSender {

    private static final Logger LOG = LoggerFactory.getLogger(InlineSender.class);
    private static final int CACHE_SECONDS = 60;
    private static final String FROM_INLINE = "inline";

    private final BotApi api;

    InlineSender(BotApi api) {
        this.api = api;
    }

    /** Offers cards for a query, below a line that leads to the bot. A query that is too old is passed. */
    void offer(String query, List<InlineCard> cards, String line) throws BotApiException {
        callInTime(AnswerInlineQuery.builder()
                .inlineQueryId(query)
                .results(cards.stream().map(InlineSender::article).toList())
                .button(InlineQueryResultsButton.builder()
                        .text(line)
                        .startParameter(FROM_INLINE)
                        .build())
                .cacheTime(CACHE_SECONDS)
                // Two people may speak different languages.
                .isPersonal(true)
                .build());
    }

    /** Answers somebody who called the bot into a chat. */
    void answerCall(String query, InlineCard card) throws BotApiException {
        callInTime(AnswerGuestQuery.builder()
                .guestQueryId(query)
                .result(article(card))
                .build());
    }

    private void callInTime(BotApiMethod<?> method) throws BotApiException {
        try {
            api.call(method);
        } catch (BotApiException e) {
            if (e.kind() != Kind.BAD_REQUEST && e.kind() != Kind.UNINTELLIGIBLE) {
                throw e;
            }
            LOG.debug("{} was refused: {}", method.getMethod(), e.description());
        }
    }

    private static InlineQueryResult article(InlineCard card) {
        return InlineQueryResultArticle.builder()
                .id(card.id())
                .title(card.title())
                .description(card.description().isEmpty() ? null : card.description())
                .inputMessageContent(InputTextMessageContent.builder()
                        .messageText(HtmlWriter.write(card.message()))
                        .parseMode(ParseMode.HTML)
                        .linkPreviewOptions(
                                LinkPreviewOptions.builder().isDisabled(true).build())
                        .build())
                .build();
    }
}
