package org.citebot.telegram.chat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.citebot.language.Language;
import org.citebot.telegram.chat.Feedback.Reason;
import org.citebot.telegram.chat.PressResult.Asked;
import org.citebot.telegram.chat.PressResult.Closed;
import org.citebot.telegram.chat.PressResult.Erased;
import org.citebot.telegram.chat.PressResult.Replaced;
import org.citebot.telegram.chat.PressResult.Shown;
import org.citebot.telegram.chat.PressResult.Told;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;

/** Does what the buttons below answers and pages stand for. Whatever was forged comes to nothing. For many threads. */
public final class PressDesk {

    private final AnswerStore answers;
    private final Cards cards;
    private final Feedback feedback;
    private final Suggestions suggestions;
    private final Preferences preferences;
    private final Pages pages;

    PressDesk(
            AnswerStore answers,
            Cards cards,
            Feedback feedback,
            Suggestions suggestions,
            Preferences preferences,
            Pages pages) {
        this.answers = answers;
        this.cards = cards;
        this.feedback = feedback;
        this.suggestions = suggestions;
        this.preferences = preferences;
        this.pages = pages;
    }

    /** What comes of a press. */
    public PressResult press(Press press, Presser presser) {
        Words words = presser.words();
        return switch (press) {
            case Press.Cite cite ->
                ofAnswer(
                        cite.answer(),
                        presser,
                        answer -> cards.citation(answer, cite.number(), words, presser.today())
                                .map(card -> below(answer, card, presser)));
            case Press.More more ->
                ofAnswer(
                        more.answer(),
                        presser,
                        answer -> cards.more(answer, more.place(), words, presser.today())
                                .map(card -> below(answer, card, presser)));
            case Press.Read read -> read(read, presser);
            case Press.Leaf leaf -> ofAnswer(leaf.answer(), presser, answer -> leaf(answer, leaf.page(), words));
            case Press.ReadAs readAs ->
                ofAnswer(
                        readAs.answer(),
                        presser,
                        answer -> Optional.ofNullable(answer.readAs())
                                .map(question -> new Told(words.say(Phrase.READ_AS, "question", question), true)));
            case Press.Vote vote ->
                ofAnswer(vote.answer(), presser, answer -> Optional.of(vote(answer, vote, presser)));
            case Press.Explain why ->
                ofAnswer(why.answer(), presser, answer -> Optional.of(explain(answer, why.reason(), presser)));
            case Press.Tell tell -> ofAnswer(tell.answer(), presser, answer -> Optional.of(tell(answer, presser)));
            case Press.Close close ->
                ofAnswer(close.answer(), presser, answer -> Optional.of(new Closed(anchor(answer, presser), null)));
            case Press.Ask ask ->
                suggestions
                        .question(ask.suggestion())
                        .<PressResult>map(Asked::new)
                        .orElseGet(() -> tooOld(presser));
            case Press.Sources sources -> new Replaced(pages.sources(sources.offset(), words, presser.today()), null);
            case Press.Speak speak -> speak(speak, presser);
            case Press.Forget forget ->
                forget.sure()
                        ? new Erased()
                        : new Replaced(
                                new Card(FormattedText.plain(words.say(Phrase.FORGET_KEPT)), Keyboard.NONE), null);
        };
    }

    /** Only what was shown in this very chat: the number may be a guess. */
    private PressResult ofAnswer(
            long number, Presser presser, Function<StoredAnswer, Optional<? extends PressResult>> work) {
        return answers.find(number, presser.chat()).<PressResult>flatMap(work).orElseGet(() -> tooOld(presser));
    }

    private static PressResult tooOld(Presser presser) {
        return new Told(presser.words().say(Phrase.TOO_OLD), false);
    }

    private static PressResult below(StoredAnswer answer, Card card, Presser presser) {
        return new Shown(anchor(answer, presser), card, null);
    }

    private static int anchor(StoredAnswer answer, Presser presser) {
        return answer.message() == null ? presser.message() : answer.message();
    }

    private PressResult read(Press.Read read, Presser presser) {
        StoredAnswer from = answers.find(read.answer(), presser.chat()).orElse(null);
        Optional<Card> card = cards.read(read, from, presser.words(), presser.today());
        if (card.isEmpty()) {
            return new Told(presser.words().say(Phrase.NO_SUCH_DOCUMENT), false);
        }
        return from == null ? new Replaced(card.get(), null) : below(from, card.get(), presser);
    }

    private static Optional<PressResult> leaf(StoredAnswer answer, int page, Words words) {
        return page >= answer.pages().size()
                ? Optional.empty()
                : Optional.of(
                        new Replaced(new Card(answer.pages().get(page), Buttons.ofAnswer(answer, page, words)), null));
    }

    private PressResult vote(StoredAnswer answer, Press.Vote vote, Presser presser) {
        Words words = presser.words();
        boolean counts = feedback.vote(answer.number(), presser.person(), vote.liked());
        if (!counts) {
            return new Told(words.say(Phrase.VOTE_WITHDRAWN), false);
        }
        return vote.liked()
                ? new Told(words.say(Phrase.VOTE_THANKS), false)
                : new Shown(anchor(answer, presser), whatWasWrong(answer, words), words.say(Phrase.VOTE_WHY_NOTICE));
    }

    private static Card whatWasWrong(StoredAnswer answer, Words words) {
        List<List<Button>> rows = new ArrayList<>();
        for (Reason reason : Reason.values()) {
            rows.add(List.of(new Press.Explain(answer.number(), reason).button(words.say(reason.phrase()))));
        }
        return new Card(FormattedText.plain(words.say(Phrase.VOTE_WHY)), new Keyboard(rows));
    }

    private PressResult explain(StoredAnswer answer, Reason reason, Presser presser) {
        feedback.explain(answer.number(), presser.person(), reason);
        return new Closed(anchor(answer, presser), presser.words().say(Phrase.VOTE_THANKS));
    }

    private PressResult tell(StoredAnswer answer, Presser presser) {
        boolean fresh = feedback.report(answer.number(), presser.person());
        return new Told(presser.words().say(fresh ? Phrase.TOLD : Phrase.TOLD_BEFORE), false);
    }

    private PressResult speak(Press.Speak speak, Presser presser) {
        if (speak.language() == null) {
            preferences.clear(presser.person());
        } else {
            preferences.choose(presser.person(), speak.language());
        }
        Words words = preferences.words(presser.person(), presser.code());
        Language language = words.language();
        String set = words.say(Phrase.LANGUAGE_SET, "language", Words.nameOf(language));
        return new Replaced(new Card(FormattedText.plain(set), Keyboard.NONE), null);
    }
}
