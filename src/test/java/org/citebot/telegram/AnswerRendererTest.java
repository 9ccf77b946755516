package org.citebot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.citebot.telegram.SampleAnswers.TODAY;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.citebot.answering.Answer;
import org.citebot.answering.Answer.CitedAnswer;
import org.citebot.answering.Answer.Unavailable;
import org.citebot.answering.FailureKind;
import org.citebot.answering.Notice;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentDetails.About;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.citebot.telegram.chat.AnswerRenderer;
import org.citebot.telegram.chat.AnswerRenderer.Passages;
import org.citebot.telegram.chat.Words;
import org.citebot.telegram.fake.Entity;
import org.citebot.telegram.fake.MessageText;
import org.citebot.telegram.fake.ParsedText;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.HtmlWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerRendererTest {

    @Test
    void anAnswerShowsItsSentencesThenItsSources() {
        assertThat(HtmlWriter.write(render(SampleAnswers.ferry("q")))).isEqualTo("""
                        The harbour master said that ice is early. [1]

                        [1] <a href="https://gazette.example/ferry?a=1&amp;b=2">Ferry stops for the winter</a>,\
                         The Ferry Gazette, Nov 20, 2026 (3 days ago)
                        <blockquote expandable>The ferry to the island stops on Monday.\
                         <b>The harbour master said that ice is early.</b> Buses run instead.</blockquote>""");
    }

    @Test
    void quotesFromOnePassageShareIt() {
        DocumentVersion document = SampleAnswers.document(SampleAnswers.details("T"), "One.", "Two.", "Three.");

        ParsedText shown = parse(SampleAnswers.cited("q", document, 0, 2));

        assertThat(shown.text()).startsWith("One. [1] Three. [2]\n\n[1][2] T, ");
        assertThat(words(shown, "expandable_blockquote")).containsExactly("One. Two. Three.");
        assertThat(words(shown, "bold")).containsExactly("One.", "Three.");
    }

    @Test
    void aDigestReadsAsADigestOfTheArticle() {
        DocumentDetails details = SampleAnswers.digest("Notes", new About("Ferry stops", "The Ferry Gazette"));

        ParsedText shown = parse(SampleAnswers.cited("q", SampleAnswers.document(details, "It stops."), 0));

        assertThat(shown.text())
                .contains("[1] Citebot digest of “Ferry stops”, The Ferry Gazette, Nov 22, 2026 (yesterday)\n");
    }

    @Test
    void withoutDateLinkOrSourceTheTitleStandsAlone() {
        DocumentDetails details = new DocumentDetails("T", null, null, null, Language.ENGLISH, null, Map.of());

        assertThat(parse(SampleAnswers.cited("q", SampleAnswers.document(details, "S."), 0))
                        .text())
                .isEqualTo("S. [1]\n\n[1] T\nS.");
    }

    @Test
    void aNoteIsShown() {
        CitedAnswer plain = SampleAnswers.ferry("q");
        CitedAnswer noted = new CitedAnswer(
                plain.question(),
                plain.kind(),
                plain.sentences(),
                plain.citations(),
                List.of(new Notice.StillReading(2)),
                null,
                plain.confidence(),
                plain.searched(),
                plain.timings());

        assertThat(parse(noted).text()).contains("early. [1]\n\n2 passages are still being read");
    }

    @Test
    void whereNothingIsFoundTheNearestIsShownAsNoAnswer() {
        assertThat(parse(SampleAnswers.nothing("q")).text())
                .startsWith("I found no answer to this in the 1 document I searched (Nov 23, 2026).\n\n"
                        + "The nearest thing found, which is no answer:\nFerry stops");
    }

    @Test
    void aFailureIsTold() {
        Answer answer = new Unavailable(
                "q", FailureKind.RESOURCES, "Please try again.", SampleAnswers.SEARCHED, SampleAnswers.TIMINGS);

        assertThat(parse(answer).text()).startsWith("I cannot answer this at the moment.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>bold</b> & <a href=\"https://evil.com\">here</a>",
                "see evil.com/path?x=1 or https://evil.com",
                "tg://resolve?domain=evil and ton://transfer",
                "ask @evil_bot, say /stop or /stop@evil_bot",
                "#tag $TON mail@evil.com 10.0.0.1",
                "пример.рф и evil.com.",
                "a\u202Eevil\u2066.com\u200B b",
                "😀.ws ...evil.com -evil.com _evil.com_",
                "</blockquote></a><code>x</code>&lt;b&gt;",
                "\uD83D half a character \uDE00"
            })
    void hostileWordsAreShownAndDoNothing(String hostile) {
        DocumentDetails details = new DocumentDetails(
                hostile, hostile, TODAY, null, Language.ENGLISH, new About(hostile, hostile), Map.of());
        CitedAnswer answer =
                SampleAnswers.cited("q", SampleAnswers.document(details, "First.", "Someone said: " + hostile), 1);

        ParsedText shown = parse(answer);

        assertThat(shown.entities()).filteredOn(Entity::automatic).isEmpty();
        assertThat(shown.entities())
                .extracting(Entity::type)
                .doesNotContain("text_link")
                .contains("expandable_blockquote", "bold");
        assertThat(shown.text()).contains(InvisibleCharacters.strip(hostile)).doesNotContain("\u202E", "\u200B");
    }

    @Test
    void codeStandsInNeitherBoldNorLink() {
        DocumentVersion document = SampleAnswers.document(
                SampleAnswers.details("More on evil.com"), "Before.", "He wrote to @someone about it.");

        ParsedText shown = parse(SampleAnswers.cited("q", document, 1));

        assertThat(words(shown, "code")).containsExactly("@someone", "@someone");
        assertThat(words(shown, "bold")).containsExactly("He wrote to ", " about it.");
        assertThat(words(shown, "text_link")).containsExactly("More on evil.com");
    }

    @Test
    void anAddressTooLongForTelegramIsNotLinked() {
        DocumentDetails details = new DocumentDetails(
                "T", null, null, URI.create("https://a.example/" + "x".repeat(3000)), Language.ENGLISH, null, Map.of());

        assertThat(words(parse(SampleAnswers.cited("q", SampleAnswers.document(details, "S."), 0)), "text_link"))
                .isEmpty();
    }

    private static FormattedText render(Answer answer) {
        return AnswerRenderer.render(answer, Words.in(Language.ENGLISH), TODAY, Passages.INSIDE);
    }

    private static ParsedText parse(Answer answer) {
        return MessageText.ofHtml(HtmlWriter.write(render(answer)));
    }

    private static List<String> words(ParsedText shown, String type) {
        return shown.entities().stream()
                .filter(entity -> entity.type().equals(type))
                .map(entity -> entity.in(shown.text()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "RUSSIAN, 'Да, такими словами:', 'источник: The Ferry Gazette, 20 нояб. 2026 г.', "
                + "'сказано, вероятно, 16 нояб. 2026 г. (в источнике: «Monday»)', Я искал только за эти дни: с 1 нояб.",
        "UKRAINIAN, 'Так, такими словами:', 'джерело: The Ferry Gazette, 20 лист. 2026 р.', "
                + "'сказано, ймовірно, 16 лист. 2026 р. (у джерелі: «Monday»)', Я шукав лише",
        "BELARUSIAN, 'Так, такімі словамі:', 'крыніца: The Ferry Gazette, 20 ліс 2026 г.', "
                + "'сказана, верагодна, 16 ліс 2026 г. (у крыніцы: «Monday»)', Я шукаў толькі",
        "POLISH, 'Tak, tymi słowami:', 'źródło: The Ferry Gazette, 20 lis 2026', "
                + "'powiedziano prawdopodobnie 16 lis 2026 (w źródle: „Monday”)', Szukałem tylko"
    })
    void allButTheQuotationsIsInTheLanguageOfTheReader(
            Language language, String opening, String source, String when, String days) {
        String shown = AnswerRenderer.render(
                        SampleAnswers.said("q"), Words.in(language), SampleAnswers.TODAY, Passages.BEHIND_BUTTONS)
                .text()
                .replaceAll("\\p{Zs}", " ");
        assertThat(shown)
                .startsWith(opening)
                .contains(source, when, days, "• said that the ferry would stop. [1]")
                .doesNotContain("probably", "via", "Searched");
    }

    @Test
    void statementsStandUnderTheirSpeakersAndAboveTheirSources() {
        FormattedText shown = render(SampleAnswers.said("q"));
        assertThat(shown.text())
                .startsWith(
                        "Yes, in these words:\n\nIlse Brandt, the harbour master — via The Ferry Gazette, Nov 20, 2026\n"
                                + "• said that the ferry would stop. [1] (said Monday, probably Nov 16, 2026)")
                .contains("\n\nSearched only these days: since Nov 1, 2026 (“since November”).")
                .contains("[1] Ferry stops, The Ferry Gazette, Nov 20, 2026 (3 days ago)");
        assertThat(shown.marks()).anySatisfy(mark -> {
            assertThat(mark.style()).isEqualTo(Style.BOLD);
            assertThat(mark.span().in(shown.text())).startsWith("Ilse Brandt");
        });
    }
}
