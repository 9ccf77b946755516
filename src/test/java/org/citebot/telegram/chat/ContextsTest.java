package org.citebot.telegram.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.citebot.FaultReport;
import org.citebot.answering.conversation.Turn;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.citebot.language.Language;
import org.citebot.telegram.TelegramBot;
import org.citebot.telegram.chat.AnswerStore.NewAnswer;
import org.citebot.telegram.chat.StoredAnswer.Outcome;
import org.citebot.telegram.text.FormattedText;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("faults")
class ContextsTest {

    private static final int ROUNDS = FaultReport.rounds(800, 10_000);

    private static final long CHAT = 42;

    @TempDir
    private Path folder;

    /** The same number is a chat, a topic, a guest's and a business account's chat, for several people at once. */
    @Test
    void conversationsOfTheSameNumberKnowNothingOfEachOther() {
        Database database = TelegramBot.openDatabase(folder.resolve("telegram.db"));
        AnswerStore answers = new AnswerStore(database, Clock.systemUTC());
        Contexts contexts = new Contexts(database, Clock.systemUTC());
        List<Place> places = List.of(
                Place.chat(CHAT),
                Place.topic(CHAT, 1),
                Place.topic(CHAT, 2),
                Place.guest(CHAT, 1),
                Place.business("one", CHAT),
                Place.business("two", CHAT));
        List<PersonId> people = List.of(new PersonId("telegram:1"), new PersonId("telegram:2"));
        Map<String, Long> last = new HashMap<>();
        List<String> leaks = new ArrayList<>();
        Random random = new Random(38);
        for (int round = 0; round < ROUNDS; round++) {
            Place place = places.get(random.nextInt(places.size()));
            PersonId person = people.get(random.nextInt(people.size()));
            String own = place + " " + person;
            if (round % 16 == 0 && round < 9_600) {
                long number = answers.save(new NewAnswer(
                        CHAT,
                        "message:" + round,
                        person,
                        Language.ENGLISH,
                        "q",
                        null,
                        Outcome.ANSWERED,
                        List.of(),
                        List.of(FormattedText.plain("a"))));
                contexts.remember(place, person, number, new Turn(own, "", List.of()));
                last.put(place.value(), number);
            }
            Place other = places.get(random.nextInt(places.size()));
            Long repliedTo = random.nextBoolean() ? last.get(other.value()) : null;
            for (Turn turn : contexts.before(place, person, repliedTo)) {
                boolean ofPlace = turn.question().startsWith(place.value() + " ");
                if (!ofPlace || (repliedTo == null && !turn.question().equals(own))) {
                    leaks.add(own + " saw " + turn.question());
                }
            }
        }
        assertThat(leaks).isEmpty();
        assertThat(contexts.before(places.getFirst(), people.getFirst(), null)).isNotEmpty();
        FaultReport.note(
                "R38",
                ROUNDS + " interleavings of chat, topics, guest and business chats of one number, two people",
                leaks.size() + " leaks");
    }
}
