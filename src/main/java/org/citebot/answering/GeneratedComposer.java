package org.citebot.answering;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.citebot.answering.Composition.NotInSources;
import org.citebot.answering.Composition.Nothing;
import org.citebot.answering.Composition.Written;
import org.citebot.citation.Citation;
import org.citebot.citation.CitationParser;
import org.citebot.citation.CitedSentence;
import org.citebot.citation.Support.Supported;
import org.citebot.citation.Support.Unsupported;
import org.citebot.citation.SupportChecker;
import org.citebot.language.Language;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;
import org.citebot.retrieval.RankedPassage;

/**
 * Has a language model write an answer from passages, and keeps of it only the sentences that one of the passages they
 * cite proves. For many threads.
 */
public final class GeneratedComposer {

    private static final String NOT_IN_SOURCES = "NOT_IN_SOURCES";
    /** More would cost tokens and time and rarely hold the answer. */
    private static final int MOST_PASSAGES = 6;

    private static final int MOST_SENTENCES = 8;

    private final LanguageModel model;
    private final Prompts prompts;
    private final CitationParser parser = new CitationParser(new SentenceSplitter());
    private final SupportChecker checker = new SupportChecker();

    /** Writes with one model, by the prompts of one folder. */
    public GeneratedComposer(LanguageModel model, Prompts prompts) {
        this.model = model;
        this.prompts = prompts;
    }

    void forget(String asker) {
        model.forget(asker);
    }

    /**
     * Has an answer written.
     *
     * @param language of the question, and so of what is written
     * @param passages best first; of many only the first are read
     * @param within how long the model may take
     * @param checked is told of each sentence that is kept, while the model writes if it can
     */
    Composition compose(
            Question question,
            Language language,
            List<RankedPassage> passages,
            Duration within,
            Consumer<AnswerSentence> checked) {
        List<RankedPassage> given = passages.subList(0, Math.min(passages.size(), MOST_PASSAGES));
        Prompt prompt = prompts.answer();
        MarkedData data = MarkedData.of(question.text(), given);
        Told told = new Told(given, language, checked);
        ModelReply reply = model.write(
                prompt.with(
                        Map.of(
                                "question", data.question(),
                                "passages", data.passages(),
                                "mark", data.mark(),
                                "today", AnswerText.day(question.today()),
                                "not_in_sources", NOT_IN_SOURCES),
                        question.asker()),
                within,
                told::read);
        Writing unchecked = new Writing(model.name(), prompt.name(), prompt.hash(), given, reply, List.of());
        return switch (reply) {
            case ModelReply.Failed failed -> new Nothing(reason(failed.cause()), unchecked);
            case ModelReply.Written written ->
                isNotInSources(written.text())
                        ? new NotInSources(unchecked)
                        : check(written.text(), language, unchecked, told);
        };
    }

    private Composition check(String reply, Language language, Writing unchecked, Told told) {
        Draft draft = new Draft(unchecked.passages());
        parser.parse(reply, language).forEach(draft::add);
        told.end(draft.sentences);
        Writing writing = new Writing(
                unchecked.model(),
                unchecked.prompt(),
                unchecked.hash(),
                unchecked.passages(),
                unchecked.reply(),
                draft.checks);
        return draft.sentences.isEmpty()
                ? new Nothing(Notice.Quoted.Reason.NOT_PROVED, writing)
                : new Written(draft.sentences, List.copyOf(draft.citations.values()), writing);
    }

    private static boolean isNotInSources(String reply) {
        return reply.replaceAll("[^\\p{L}_]+", " ").strip().startsWith(NOT_IN_SOURCES);
    }

    private static Notice.Quoted.Reason reason(ModelReply.Failed.Cause cause) {
        return switch (cause) {
            case TIMEOUT -> Notice.Quoted.Reason.TIMEOUT;
            case UNAVAILABLE -> Notice.Quoted.Reason.UNAVAILABLE;
            case REFUSED -> Notice.Quoted.Reason.REFUSED;
            case RESTING -> Notice.Quoted.Reason.RESTING;
            case BUDGET -> Notice.Quoted.Reason.BUDGET;
        };
    }

    /** An answer while its sentences are checked one by one. */
    private final class Draft {

        private final List<RankedPassage> passages;
        private final List<SentenceCheck> checks = new ArrayList<>();
        private final List<AnswerSentence> sentences = new ArrayList<>();
        private final Map<Place, Citation> citations = new LinkedHashMap<>();

        Draft(List<RankedPassage> passages) {
            this.passages = passages;
        }

        void add(CitedSentence sentence) {
            if (sentence.passages().isEmpty()) {
                drop(sentence, "no marker");
            } else if (sentences.size() == MOST_SENTENCES) {
                drop(sentence, "too many sentences");
            } else {
                prove(sentence);
            }
        }

        private void prove(CitedSentence sentence) {
            List<Integer> numbers = new ArrayList<>();
            List<String> verdicts = new ArrayList<>();
            for (int number : sentence.passages()) {
                if (number < 1 || number > passages.size()) {
                    verdicts.add("[" + number + "] is no passage");
                    continue;
                }
                RankedPassage passage = passages.get(number - 1);
                switch (checker.check(sentence.text(), passage.version(), passage.passage())) {
                    case Supported supported -> {
                        numbers.add(cite(passage, supported.best()));
                        verdicts.add("[" + number + "] proves it");
                    }
                    case Unsupported not -> verdicts.add("[" + number + "] " + not.reason() + ": " + not.words());
                }
            }
            boolean kept = !numbers.isEmpty();
            if (kept) {
                sentences.add(new AnswerSentence(sentence.text(), numbers));
            }
            checks.add(new SentenceCheck(sentence.text(), sentence.passages(), kept, String.join("; ", verdicts)));
        }

        private int cite(RankedPassage passage, TextSpan span) {
            Place place = new Place(passage.passage().id().toString(), span);
            int next = citations.size() + 1;
            return citations
                    .computeIfAbsent(place, key -> Citation.of(next, passage.version(), passage.passage(), span))
                    .number();
        }

        private void drop(CitedSentence sentence, String why) {
            checks.add(new SentenceCheck(sentence.text(), sentence.passages(), false, why));
        }
    }

    /**
     * What is told of an answer while it is written: each sentence that passes its check, as soon as another has begun
     * behind it, since its markers may stand behind its full stop.
     */
    private final class Told {

        private final Draft draft;
        private final Language language;
        private final Consumer<AnswerSentence> checked;
        private int parsed;
        private int told;

        Told(List<RankedPassage> passages, Language language, Consumer<AnswerSentence> checked) {
            this.draft = new Draft(passages);
            this.language = language;
            this.checked = checked;
        }

        /** Reads the text so far. */
        synchronized void read(String soFar) {
            List<CitedSentence> sentences = parser.parse(soFar, language);
            while (parsed < sentences.size() - 1) {
                draft.add(sentences.get(parsed++));
            }
            tell(draft.sentences);
        }

        /** Tells the rest of the whole answer; nothing, if it does not begin as what was told. */
        synchronized void end(List<AnswerSentence> whole) {
            List<AnswerSentence> before = draft.sentences.subList(0, told);
            if (whole.size() >= told && whole.subList(0, told).equals(before)) {
                tell(whole);
            }
        }

        private void tell(List<AnswerSentence> sentences) {
            while (told < sentences.size()) {
                checked.accept(sentences.get(told++));
            }
        }
    }

    /** Two sentences that are proved by the same words share one citation. */
    private record Place(String passage, TextSpan span) {}
}
