package org.citebot.telegram.chat;

import java.net.URI;
import java.time.Clock;
import org.citebot.corpus.Database;

/**
 * All that a conversation needs, over one database of the bot's. For many threads.
 *
 * @param source what is answered from
 * @param answers what was answered
 * @param contexts what was talked about
 * @param preferences how people want to be spoken to
 * @param pages what the bot tells of itself
 * @param presses what buttons stand for
 * @param eraser erases people
 */
public record ChatServices(
        AnswerSource source,
        AnswerStore answers,
        Contexts contexts,
        Preferences preferences,
        Pages pages,
        PressDesk presses,
        PersonEraser eraser) {

    /** @param link the address at which people open the bot */
    public static ChatServices over(AnswerSource source, Database database, Clock clock, URI link) {
        AnswerStore answers = new AnswerStore(database, clock);
        Contexts contexts = new Contexts(database, clock);
        Preferences preferences = new Preferences(database);
        Suggestions suggestions = new Suggestions(database);
        Feedback feedback = new Feedback(database, clock);
        Cards cards = new Cards(source.corpus(), source.answerer(), source.speakers(), suggestions);
        Starters starters = new Starters(source.corpus(), source.answerer(), source.speakers());
        Pages pages = new Pages(source.corpus(), source.speakers(), starters, suggestions, feedback, cards, link);
        return new ChatServices(
                source,
                answers,
                contexts,
                preferences,
                pages,
                new PressDesk(answers, cards, feedback, suggestions, preferences, pages),
                new PersonEraser(database));
    }
}
