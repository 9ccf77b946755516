package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import org.citebot.telegram.Intent.Ask;
import org.citebot.telegram.Intent.Attachment;
import org.citebot.telegram.Intent.Nothing;
import org.citebot.telegram.Intent.Show;
import org.citebot.telegram.Intent.Start;
import org.citebot.telegram.Intent.UnknownCommand;
import org.citebot.telegram.UpdateDecoder.Received;
import org.citebot.telegram.chat.ChatCommand;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntentReaderTest {

    private final UpdateDecoder decoder = new UpdateDecoder();
    private final IntentReader reader = new IntentReader(new BotIdentity(4242, "citebot"));

    @ParameterizedTest
    @CsvSource({
        "What did ISW say?, What did ISW say?",
        "  spaces  , spaces",
        "@citebot what did ISW say?, what did ISW say?",
        "is 1/2 a half, is 1/2 a half",
        "/ slash, / slash"
    })
    void inAPrivateChatAnyTextIsAQuestion(String text, String question) throws Exception {
        assertThat(inPrivate(text)).isEqualTo(new Ask(question));
    }

    @ParameterizedTest
    @CsvSource({
        "@citebot what?, what?",
        "'what, @CiteBot, now?', what now?",
        "what? @citebot, what?",
        "'@citebot: what?', what?",
        "'what did ISW say, @citebot?', what did ISW say?",
        "hey @citebot what?, hey what?"
    })
    void inAGroupTheBotsNameMakesAQuestion(String text, String question) throws Exception {
        assertThat(inGroup(text)).isEqualTo(new Ask(question));
    }

    @ParameterizedTest
    @CsvSource({
        "what?",
        "@citebot2 what?",
        "me@citebot what?",
        "@@citebot what?",
        "/help@otherbot",
        "/weather",
        "/start@otherbot now"
    })
    void inAGroupEverythingElseIsLeftAlone(String text) throws Exception {
        assertThat(inGroup(text)).isEqualTo(new Nothing());
    }

    @Test
    void commandsAreKnownByNameAndAddressee() throws Exception {
        assertThat(inPrivate("/start")).isEqualTo(new Start(""));
        assertThat(inPrivate("/START payload")).isEqualTo(new Start("payload"));
        assertThat(inPrivate("/help@citebot")).isEqualTo(new Show(ChatCommand.HELP));
        assertThat(inPrivate("/help@otherbot")).isEqualTo(new Nothing());
        assertThat(inPrivate("/weather")).isEqualTo(new UnknownCommand(null));
        assertThat(inGroup("/help")).isEqualTo(new Show(ChatCommand.HELP));
        assertThat(inGroup("/weather@citebot")).isEqualTo(new UnknownCommand(null));
    }

    @ParameterizedTest
    @CsvSource({"/sorces, SOURCES", "/hepl, HELP", "/stopp, STOP", "/spekers, SPEAKERS", "/lenguage, LANGUAGE"})
    void aSlipInACommandIsKnown(String typed, ChatCommand meant) throws Exception {
        assertThat(inPrivate(typed)).isEqualTo(new UnknownCommand(meant));
    }

    @Test
    void whatIsQuotedBelongsToTheQuestion() throws Exception {
        String quote = ",'quote':{'text':'ice is early','position':0}";
        String reply = ",'reply_to_message':{'message_id':1,'date':1,'chat':{'id':-5,'type':'supergroup'},"
                + "'text':'The ferry stops on Monday.','from':{'id':7,'is_bot':false,'first_name':'B'}}";

        assertThat(read("supergroup", "'text':'@citebot is it true?'" + quote, false))
                .isEqualTo(new Ask("is it true?", null, "ice is early"));
        assertThat(read("supergroup", "'text':'@citebot is it true?'" + reply, false))
                .isEqualTo(new Ask("is it true?", null, "The ferry stops on Monday."));
        assertThat(read("supergroup", "'text':'@citebot'" + reply, false))
                .isEqualTo(new Ask("The ferry stops on Monday."));
    }

    @Test
    void theBotsNameAloneAsksForHelp() throws Exception {
        assertThat(inGroup("@citebot")).isEqualTo(new Show(ChatCommand.HELP));
    }

    @Test
    void inATopicAnswerToItsOpeningIsNoReplyToTheBot() throws Exception {
        String reply = ",'reply_to_message':{'message_id':1,'date':1,'chat':{'id':-5,'type':'supergroup'},"
                + "'from':{'id':4242,'is_bot':true,'first_name':'c'}%s}";

        assertThat(read("supergroup", "'text':'why?'" + reply.formatted(""), false))
                .isEqualTo(new Ask("why?", 1, null));
        assertThat(read(
                        "supergroup",
                        "'text':'why?'" + reply.formatted(",'forum_topic_created':{'name':'n','icon_color':1}"),
                        false))
                .isEqualTo(new Nothing());
    }

    @Test
    void anAttachmentCountsWhereTheBotIsMeantAndOnce() throws Exception {
        String voice = "'voice':{'file_id':'f','file_unique_id':'u','duration':1}";

        assertThat(read("private", voice, false)).isEqualTo(new Attachment());
        assertThat(read("private", voice, true)).isEqualTo(new Nothing());
        assertThat(read("supergroup", voice, false)).isEqualTo(new Nothing());
        assertThat(read("supergroup", voice + ",'caption':'@citebot hear this'", false))
                .isEqualTo(new Attachment());
    }

    @Test
    void channelsAndServiceMessagesAreLeftAlone() throws Exception {
        assertThat(read("channel", "'text':'@citebot what?'", false)).isEqualTo(new Nothing());
        assertThat(read("private", "'group_chat_created':true", false)).isEqualTo(new Nothing());
    }

    @Test
    void anonymousAdministratorsAreNoBots() throws Exception {
        String bot = "'from':{'id':1087968824,'is_bot':true,'first_name':'Group'},'text':'@citebot what?'";

        assertThat(read("supergroup", bot, false)).isEqualTo(new Nothing());
        assertThat(read("supergroup", bot + ",'sender_chat':{'id':-5,'type':'supergroup'}", false))
                .isEqualTo(new Ask("what?"));
    }

    private Intent inPrivate(String text) throws Exception {
        return read("private", "'text':'" + text + "'", false);
    }

    private Intent inGroup(String text) throws Exception {
        return read("supergroup", "'text':'" + text + "'", false);
    }

    /** {@code content} is JSON with single quotes, to be readable here. */
    private Intent read(String chat, String content, boolean edited) throws Exception {
        String update = "{'update_id':1,'%s':{'message_id':2,'date':1,'chat':{'id':-5,'type':'%s'},%s}}"
                .formatted(edited ? "edited_message" : "message", chat, content);
        return reader.read(
                (Received.Written) decoder.decode(update.replace('\'', '"')).orElseThrow());
    }
}
