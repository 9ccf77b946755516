package org.citebot.telegram.chat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.citebot.answering.FoundPassage;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.TextSpan;
import org.citebot.telegram.chat.StoredAnswer.CitedSpan;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.MessageSplitter;
import org.citebot.telegram.text.TextBuilder;
import org.jspecify.annotations.Nullable;

/** Shows what stands behind answers: passages, further ones, whole documents. For many threads. */
final class Cards {

    private static final int MOST_PASSAGES = 10;
    private static final int LONGEST_LABEL = 30;
    /** A passage in full where it fits; else the stretch around the quote. */
    private static final int LONGEST_PASSAGE = 2_500;

    private static final int AROUND_QUOTE = 600;

    private final CorpusStore corpus;
    private final QuestionAnswerer answerer;
    private final Speakers speakers;
    private final Suggestions suggestions;

    Cards(CorpusStore corpus, QuestionAnswerer answerer, Speakers speakers, Suggestions suggestions) {
        this.corpus = corpus;
        this.answerer = answerer;
        this.speakers = speakers;
        this.suggestions = suggestions;
    }

    /** What a [n] of an answer stands on; empty if it has no such [n]. */
    Optional<Card> citation(StoredAnswer answer, int number, Words words, LocalDate today) {
        return answer.citation(number).map(cited -> {
            Buttons buttons = new Buttons(words);
            if (answer.citations().size() > 1) {
                buttons.citations(answer, OptionalInt.of(number));
            }
            FormattedText text = citation(answer, cited, buttons, words, today);
            buttons.row(new Press.Close(answer.number()).button(words.say(Phrase.BUTTON_CLOSE)));
            return new Card(text, buttons.keyboard());
        });
    }

    private FormattedText citation(
            StoredAnswer answer, CitedSpan cited, Buttons buttons, Words words, LocalDate today) {
        TextBuilder text = new TextBuilder().ours("[" + cited.number() + "] ");
        Optional<DocumentVersion> current = corpus.current(cited.document());
        DocumentVersion version =
                corpus.version(cited.document(), cited.version()).orElse(null);
        if (version == null) {
            return text.ours(words.say(Phrase.REMOVED)).build();
        }
        new SourceLine(words, today).add(text, version.details());
        if (current.isEmpty()) {
            return text.ours("\n\n" + words.say(Phrase.REMOVED)).build();
        }
        text.ours("\n");
        PassageText.add(
                text,
                Style.OPEN_QUOTATION,
                version.text(),
                shown(version.text(), cited.passage(), cited.quote()),
                List.of(cited.quote()));
        if (current.get().number() != version.number()) {
            text.ours("\n" + words.say(Phrase.CHANGED));
        }
        behind(answer, version, cited.quote(), buttons, words);
        return text.build();
    }

    /** The ways on from a passage. */
    private void behind(StoredAnswer answer, DocumentVersion version, TextSpan quote, Buttons buttons, Words words) {
        Button whole = read(version, 0, answer.number()).button(words.say(Phrase.BUTTON_ARTICLE));
        if (answer.answered().isPresent()) {
            buttons.row(new Press.More(answer.number(), 0).button(words.say(Phrase.BUTTON_MORE)), whole);
        } else {
            buttons.row(whole);
        }
        speakers.of(version, quote).map(speakers::usual).ifPresent(speaker -> {
            // Asked in the language of the document, where it is answered best.
            String question = Words.in(version.details().language()).say(Phrase.WHAT_DID_SAY, "speaker", speaker);
            String label = words.say(Phrase.BUTTON_SPEAKER, "speaker", Excerpt.of(speaker, LONGEST_LABEL));
            buttons.row(new Press.Ask(suggestions.number(question)).button(label));
        });
    }

    /** A further passage for the question of an answer; empty where that is no longer known. */
    Optional<Card> more(StoredAnswer answer, int place, Words words, LocalDate today) {
        return answer.answered().map(question -> {
            List<FoundPassage> found = further(answer, Question.of(question, today));
            Buttons buttons = new Buttons(words);
            TextBuilder text = new TextBuilder();
            if (place >= found.size()) {
                text.ours(words.say(Phrase.NO_MORE));
            } else {
                FoundPassage passage = found.get(place);
                new SourceLine(words, today).add(text, passage.version().details());
                text.ours("\n");
                TextSpan span = passage.passage().span();
                PassageText.add(
                        text,
                        Style.OPEN_QUOTATION,
                        passage.version().text(),
                        shown(passage.version().text(), span, new TextSpan(span.start(), span.start())),
                        List.of());
                text.ours("\n" + words.say(Phrase.PAGE, Map.of("page", place + 1, "pages", found.size())));
                buttons.pages(place, found.size(), to -> new Press.More(answer.number(), to));
                buttons.row(read(passage.version(), 0, answer.number()).button(words.say(Phrase.BUTTON_ARTICLE)));
            }
            buttons.citations(answer, OptionalInt.empty());
            buttons.row(new Press.Close(answer.number()).button(words.say(Phrase.BUTTON_CLOSE)));
            return new Card(text.build(), buttons.keyboard());
        });
    }

    private List<FoundPassage> further(StoredAnswer answer, Question question) {
        Set<Object> shown = answer.citations().stream()
                .map(cited -> List.of(cited.document(), cited.passage()))
                .collect(Collectors.toSet());
        return answerer.passages(question, MOST_PASSAGES).stream()
                .filter(found -> !shown.contains(
                        List.of(found.version().document(), found.passage().span())))
                .toList();
    }

    /** A page of a document; empty if there is none of this number. */
    Optional<Card> read(Press.Read read, @Nullable StoredAnswer from, Words words, LocalDate today) {
        Optional<DocumentId> document = corpus.document(read.document());
        Optional<DocumentVersion> version = document.flatMap(id -> corpus.version(id, read.version()));
        return version.map(found -> {
            TextBuilder text = new TextBuilder();
            new SourceLine(words, today).add(text, found.details());
            if (corpus.current(found.document()).isEmpty()) {
                return new Card(text.ours("\n\n" + words.say(Phrase.REMOVED)).build(), Keyboard.NONE);
            }
            Buttons buttons = new Buttons(words);
            List<TextSpan> pages = TextPages.of(found.text());
            int page = Math.min(read.page(), pages.size() - 1);
            text.ours("\n" + words.say(Phrase.PAGE, Map.of("page", page + 1, "pages", pages.size())) + "\n\n");
            text.foreign(pages.get(page).in(found.text()));
            buttons.pages(page, pages.size(), to -> read(found, to, read.answer()));
            if (from != null) {
                buttons.citations(from, OptionalInt.empty());
                buttons.row(new Press.Close(from.number()).button(words.say(Phrase.BUTTON_CLOSE)));
            }
            return new Card(MessageSplitter.split(text.build()).getFirst(), buttons.keyboard());
        });
    }

    /** A document that answers, by its number: what it is and the way to its text; empty if there is none. */
    Optional<Card> document(long number, Words words, LocalDate today) {
        return corpus.document(number).flatMap(corpus::current).map(version -> {
            TextBuilder text = new TextBuilder();
            text.marked(
                            Style.BOLD,
                            () -> text.foreign(
                                    SourceLine.oneLine(version.details().title())))
                    .ours("\n");
            new SourceLine(words, today).add(text, version.details());
            Button whole = new Press.Read(number, version.number(), 0, 0).button(words.say(Phrase.BUTTON_ARTICLE));
            return new Card(text.build(), new Buttons(words).row(whole).keyboard());
        });
    }

    private Press.Read read(DocumentVersion version, int page, long answer) {
        return new Press.Read(corpus.number(version.document()).orElse(0L), version.number(), page, answer);
    }

    /** A long passage is shown around its quote, between ends of words. */
    private static TextSpan shown(String text, TextSpan passage, TextSpan quote) {
        if (passage.length() <= LONGEST_PASSAGE) {
            return passage;
        }
        int start = Math.max(passage.start(), quote.start() - AROUND_QUOTE);
        int end = Math.min(passage.end(), Math.max(quote.end() + AROUND_QUOTE, start + LONGEST_PASSAGE));
        while (start > passage.start() && !Character.isWhitespace(text.charAt(start - 1))) {
            start--;
        }
        while (end < passage.end() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new TextSpan(start, Math.min(end, Math.max(quote.end(), start + LONGEST_PASSAGE + AROUND_QUOTE)));
    }
}
