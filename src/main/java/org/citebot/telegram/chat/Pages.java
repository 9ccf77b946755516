package org.citebot.telegram.chat;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citebot.corpus.CorpusExtent;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentPage;
import org.citebot.corpus.DocumentSummary;
import org.citebot.language.Language;
import org.citebot.language.Spoken;
import org.citebot.statement.KnownSpeaker;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.TextBuilder;

/** What the bot tells of itself and its documents. For many threads. */
public final class Pages {

    private static final String SPEAKER = "speaker-";
    private static final String DOCUMENT = "doc-";
    private static final int ON_A_PAGE = 10;
    private static final int MOST_SPEAKERS = 40;
    private static final int LONGEST_LINE = 120;

    private final CorpusStore corpus;
    private final Speakers speakers;
    private final Starters starters;
    private final Suggestions suggestions;
    private final Feedback feedback;
    private final Cards cards;
    private final URI link;

    Pages(
            CorpusStore corpus,
            Speakers speakers,
            Starters starters,
            Suggestions suggestions,
            Feedback feedback,
            Cards cards,
            URI link) {
        this.corpus = corpus;
        this.speakers = speakers;
        this.starters = starters;
        this.suggestions = suggestions;
        this.feedback = feedback;
        this.cards = cards;
        this.link = link;
    }

    /** The greeting, with questions that the documents answer. */
    public Card start(Words words, LocalDate today) {
        List<String> questions = starters.questions(words, today);
        String greeting = words.say(Phrase.START, "documents", extent().documents());
        if (questions.isEmpty()) {
            return plain(greeting);
        }
        List<List<Button>> rows = new ArrayList<>();
        for (String question : questions) {
            rows.add(List.of(new Press.Ask(suggestions.number(question)).button(question)));
        }
        return new Card(FormattedText.plain(greeting + "\n\n" + words.say(Phrase.START_TRY)), new Keyboard(rows));
    }

    /**
     * What a link to the bot opens, by what stands behind {@code ?start=}: a document or what a speaker said.
     *
     * @return empty if it means nothing
     */
    public Optional<PressResult> linked(String payload, Words words, LocalDate today) {
        if (payload.startsWith(DOCUMENT)) {
            String number = payload.substring(DOCUMENT.length());
            Optional<Card> card = number.matches("\\d{1,9}")
                    ? cards.document(Long.parseLong(number), words, today)
                    : Optional.empty();
            return Optional.of(
                    new PressResult.Replaced(card.orElseGet(() -> plain(words.say(Phrase.NO_SUCH_DOCUMENT))), null));
        }
        if (payload.startsWith(SPEAKER)) {
            return Optional.of(speakers.linked(payload.substring(SPEAKER.length()))
                    .map(speakers::usual)
                    .<PressResult>map(name -> new PressResult.Asked(words.say(Phrase.WHAT_DID_SAY, "speaker", name)))
                    .orElseGet(() -> new PressResult.Replaced(plain(words.say(Phrase.SPEAKER_UNKNOWN)), null)));
        }
        return Optional.empty();
    }

    public Card help(Words words) {
        return plain(words.say(Phrase.HELP));
    }

    public Card about(Words words) {
        CorpusExtent extent = extent();
        String about = words.say(Phrase.ABOUT, "documents", extent.documents());
        return plain(
                extent.from() == null || extent.to() == null
                        ? about
                        : about + "\n\n"
                                + words.say(Phrase.ABOUT_DATES, Map.of("from", extent.from(), "to", extent.to())));
    }

    public Card privacy(Words words) {
        return plain(words.say(Phrase.PRIVACY));
    }

    /** How to use /ask, with a question that the documents answer, where there is one. */
    public Card askEmpty(Words words, LocalDate today) {
        List<String> questions = starters.questions(words, today);
        return questions.isEmpty()
                ? plain(words.say(Phrase.NO_QUESTION))
                : new Card(foreign(words.say(Phrase.ASK_EMPTY, "question", questions.getFirst())), Keyboard.NONE);
    }

    /** The documents from an offset on, each as a link that opens it. */
    public Card sources(int offset, Words words, LocalDate today) {
        DocumentPage page = corpus.find("", false, offset, ON_A_PAGE);
        if (page.total() == 0) {
            return plain(words.say(Phrase.SOURCES_NONE));
        }
        TextBuilder text = new TextBuilder().ours(words.say(Phrase.SOURCES, "documents", page.total()) + "\n");
        for (DocumentSummary document : page.documents()) {
            text.ours("\n• ")
                    .link(Excerpt.of(document.details().title(), LONGEST_LINE), start(DOCUMENT + document.number()));
            if (document.details().source() != null) {
                text.ours(", ").foreign(Excerpt.of(document.details().source(), LONGEST_LINE));
            }
            if (document.details().published() != null) {
                text.ours(", " + words.dayAndAge(document.details().published(), today));
            }
        }
        int pages = (page.total() + ON_A_PAGE - 1) / ON_A_PAGE;
        return new Card(
                text.build(),
                new Buttons(words)
                        .pages(offset / ON_A_PAGE, pages, to -> new Press.Sources(to * ON_A_PAGE))
                        .keyboard());
    }

    /** Those who are quoted, each as a link that asks what they said. */
    public Card speakers(Words words) {
        List<KnownSpeaker> most = speakers.all().stream().limit(MOST_SPEAKERS).toList();
        if (most.isEmpty()) {
            return plain(words.say(Phrase.SPEAKERS_NONE));
        }
        TextBuilder text = new TextBuilder().ours(words.say(Phrase.SPEAKERS) + "\n");
        for (KnownSpeaker speaker : most) {
            text.ours("\n• ")
                    .link(Excerpt.of(speaker.shown(), LONGEST_LINE), start(SPEAKER + Speakers.key(speaker)))
                    .ours(" – " + words.say(Phrase.SPEAKERS_LINE, "count", speaker.statements()));
        }
        return new Card(text.build(), Keyboard.NONE);
    }

    public Card chooseLanguage(Words words) {
        List<List<Button>> rows = new ArrayList<>();
        for (Language language : Spoken.LANGUAGES) {
            rows.add(List.of(new Press.Speak(language).button(Words.nameOf(language))));
        }
        rows.add(List.of(new Press.Speak(null).button(words.say(Phrase.LANGUAGE_AUTOMATIC))));
        String now = words.say(Phrase.LANGUAGE_CHOOSE, "language", Words.nameOf(words.language()));
        return new Card(FormattedText.plain(now), new Keyboard(rows));
    }

    /** Asks once more; {@code role} is whether the person keeps documents. */
    public Card forget(Words words, boolean role) {
        String ask = words.say(Phrase.FORGET_ASK) + (role ? "\n\n" + words.say(Phrase.FORGET_ASK_ROLE) : "");
        return new Card(
                FormattedText.plain(ask),
                new Buttons(words)
                        .row(new Press.Forget(true).button(words.say(Phrase.FORGET_YES)))
                        .row(new Press.Forget(false).button(words.say(Phrase.FORGET_NO)))
                        .keyboard());
    }

    /** For moderators: what was asked and not answered. */
    public Card gaps(Words words) {
        List<Feedback.Gap> gaps = feedback.gaps();
        if (gaps.isEmpty()) {
            return plain(words.say(Phrase.GAPS_NONE));
        }
        TextBuilder text = new TextBuilder().ours(words.say(Phrase.GAPS) + "\n");
        for (Feedback.Gap gap : gaps) {
            text.ours("\n• ").foreign(Excerpt.of(gap.question(), LONGEST_LINE));
            text.ours(" – " + words.say(Phrase.GAPS_LINE, "count", gap.asked()));
            if (gap.told() > 0) {
                text.ours(", " + words.say(Phrase.GAPS_TOLD, "count", gap.told()));
            }
            if (gap.disliked() > 0) {
                text.ours(", 👎 " + gap.disliked());
            }
        }
        return new Card(text.build(), Keyboard.NONE);
    }

    private CorpusExtent extent() {
        return corpus.extent(DocumentFilter.ALL);
    }

    private URI start(String payload) {
        return URI.create(link + "?start=" + payload);
    }

    private static Card plain(String text) {
        return new Card(FormattedText.plain(text), Keyboard.NONE);
    }

    private static FormattedText foreign(String text) {
        return new TextBuilder().foreign(text).build();
    }
}
