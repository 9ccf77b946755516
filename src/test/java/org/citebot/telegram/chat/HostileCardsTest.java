package org.citebot.telegram.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citebot.answering.Absence;
import org.citebot.answering.Answer;
import org.citebot.answering.Searched;
import org.citebot.answering.Timings;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.PassageOutline;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.statement.SpeakerRegister;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.fake.Entity;
import org.citebot.telegram.fake.MessageText;
import org.citebot.telegram.fake.ParsedText;
import org.citebot.telegram.text.HtmlWriter;
import org.citebot.telegram.text.MessageSplitter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in a document is shown on cards, and does nothing there. */
class HostileCardsTest {

    /** A build has no time for more; {@code -Dcitebot.hostile-rounds=10000} is the whole of it. */
    private static final int ROUNDS = Integer.getInteger("citebot.hostile-rounds", 300);

    private static final long CHAT = 100;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    @TempDir
    private Path folder;

    private final Words words = Words.in(Language.ENGLISH);
    private CorpusStore store;
    private Cards cards;

    @BeforeEach
    void open() {
        store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        cards = new Cards(
                store,
                question -> new Answer.NoEvidence(
                        question.text(),
                        new Absence.NoQuestion(),
                        "",
                        null,
                        null,
                        0,
                        Searched.NOTHING,
                        new Timings(Duration.ZERO, Duration.ZERO)),
                new Speakers(store, new SpeakerRegister(store)),
                new Suggestions(TelegramBot.openDatabase(folder.resolve("telegram.db"))));
    }

    @Test
    void hostileTitlesAndPassagesAreShownOnCardsAndDoNothing() {
        Random random = new Random(45);
        String[] bits = {
            "<b>",
            "</blockquote>",
            "&lt;",
            "<a href='https://evil.com'>x</a>",
            "evil.com",
            "https://evil.com/a",
            "@evil",
            "/stop",
            "#tag",
            "$TON",
            "+49 123 456 789",
            "\u202E",
            "\u2066",
            "\uD83D\uDE00",
            "tg://x",
            "[1](http://e.vi)",
            "&",
            "\"",
            "'",
            "word",
            "Слово",
            "10.0.0.1",
            "x@evil.com"
        };
        for (int round = 0; round < ROUNDS; round++) {
            StringBuilder hostile = new StringBuilder("A");
            for (int i = 0; i < 8; i++) {
                hostile.append(random.nextInt(4) == 0 ? "" : " ").append(bits[random.nextInt(bits.length)]);
            }
            DocumentVersion document = put(hostile.toString());
            StoredAnswer answer = new StoredAnswer(
                    1,
                    CHAT,
                    2,
                    Language.ENGLISH,
                    "q",
                    null,
                    StoredAnswer.Outcome.ANSWERED,
                    List.of(new StoredAnswer.CitedSpan(
                            1,
                            document.document(),
                            document.number(),
                            document.passages().getFirst().span(),
                            document.passages().getFirst().sentences().getFirst())),
                    List.of());
            ParsedText card =
                    MessageText.ofHtml(HtmlWriter.write(MessageSplitter.split(cards.citation(answer, 1, words, TODAY)
                                    .orElseThrow()
                                    .text())
                            .getFirst()));
            ParsedText page = MessageText.ofHtml(HtmlWriter.write(cards.read(
                            new Press.Read(store.number(document.document()).orElseThrow(), document.number(), 0, 0),
                            null,
                            words,
                            TODAY)
                    .orElseThrow()
                    .text()));
            assertThat(card.entities()).filteredOn(Entity::automatic).isEmpty();
            assertThat(page.entities()).filteredOn(Entity::automatic).isEmpty();
        }
    }

    private DocumentVersion put(String hostile) {
        TextSpan all = new TextSpan(0, hostile.length());
        DocumentDetails details =
                new DocumentDetails(hostile, hostile, TODAY, null, Language.ENGLISH, null, Map.of(hostile, List.of()));
        DocumentId id = new DocumentId("hostile");
        store.put(new NewDocument(id, details, hostile, List.of(new PassageOutline(all, List.of(all)))), Origin.ADDED);
        return store.current(id).orElseThrow();
    }
}
