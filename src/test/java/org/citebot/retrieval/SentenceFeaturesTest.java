package org.citebot.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.PassageId;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.LanguageDetector;
import org.citebot.language.Opposites;
import org.citebot.language.TextSpan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SentenceFeaturesTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 2, 10);

    private final TextAnalysis analysis = new TextAnalysis();

    @AfterEach
    void close() {
        analysis.close();
    }

    @Test
    void aWordThatOnlyBeginsAlikeCountsInPart() {
        assertThat(SentenceFeatures.alike("locat", "location"))
                .isGreaterThan(0.5)
                .isLessThan(1);
        assertThat(SentenceFeatures.alike("war", "warsaw")).isZero();
        assertThat(SentenceFeatures.alike("interest", "interpret")).isLessThan(0.7);
    }

    @Test
    void aSentenceThatBeginsWithAPronounIsMeasuredWithTheOneBefore() {
        List<Map<SentenceFeature, Double>> measured = measure(
                "When was the stock exchange of Warsaw founded again?",
                "The stock exchange of Warsaw closed in the war.",
                "It was founded again in 1991.");
        assertThat(measured.get(1))
                .containsEntry(SentenceFeature.PRONOUN_START, 1.0)
                .containsEntry(SentenceFeature.IN_BEFORE, 1.0);
        assertThat(measured.get(0).get(SentenceFeature.IN_BEFORE)).isLessThan(1);
    }

    @Test
    void whatTheQuestionNamesIsNoCandidateForItsAnswer() {
        List<Map<SentenceFeature, Double>> measured = measure(
                "Who met Lukashenko in Minsk?", "In Minsk, Lukashenko rested.", "In Minsk, Lukashenko met Putin.");
        assertThat(measured.get(0)).containsEntry(SentenceFeature.CANDIDATES, 0.0);
        assertThat(measured.get(1).get(SentenceFeature.CANDIDATES)).isPositive();
        assertThat(measured.get(1)).containsEntry(SentenceFeature.CANDIDATE_NEAR, 1.0);
    }

    @Test
    void aNameAYearAndAnOppositeThatDisagreeAreSeen() {
        Map<SentenceFeature, Double> measured = measure(
                        "Did exports of Poland rise in 1999?", "Exports of Kenya fell in 1998.")
                .getFirst();
        assertThat(measured)
                .containsEntry(SentenceFeature.NAMES_MISSING, 1.0)
                .containsEntry(SentenceFeature.YEARS_MISSING, 1.0)
                .containsEntry(SentenceFeature.NUMBERS_MISSING, 0.0)
                .containsEntry(SentenceFeature.OPPOSITE, 1.0);
    }

    @Test
    void aNumberThatIsNoYearIsToldApartFromNamesAndYears() {
        assertThat(measure("Did Poland export 12 tons?", "Poland exported tons.")
                        .getFirst())
                .containsEntry(SentenceFeature.NAMES_MISSING, 0.0)
                .containsEntry(SentenceFeature.YEARS_MISSING, 0.0)
                .containsEntry(SentenceFeature.NUMBERS_MISSING, 1.0);
    }

    @Test
    void anAmountThatIsMissingIsToldApartFromATime() {
        assertThat(measure("How many ships sank?", "All the ships sank.").getFirst())
                .containsEntry(SentenceFeature.AMOUNT_MISSING, 1.0)
                .containsEntry(SentenceFeature.TIME_MISSING, 0.0);
        assertThat(measure("When did the ships sink?", "All the ships sank.").getFirst())
                .containsEntry(SentenceFeature.AMOUNT_MISSING, 0.0)
                .containsEntry(SentenceFeature.TIME_MISSING, 1.0);
        assertThat(measure("How many ships sank?", "Nine ships sank.").getFirst())
                .containsEntry(SentenceFeature.AMOUNT_MISSING, 0.0);
    }

    @Test
    void anOppositeTellsNothingBesideTheWordItself() {
        assertThat(measure("Which prices rise in Poland?", "Prices rise in Poland, those in Kenya fall.")
                        .getFirst())
                .containsEntry(SentenceFeature.OPPOSITE, 0.0);
    }

    @Test
    void aDenialAndAnOppositeMakeUpForEachOther() {
        assertThat(measure("Which party is not banned in Poland?", "One party is allowed in Poland.")
                        .getFirst())
                .containsEntry(SentenceFeature.OPPOSITE, 0.0)
                .containsEntry(SentenceFeature.NEGATION_ASKED, 0.0);
        assertThat(measure("Which party is not banned in Poland?", "One party is not allowed in Poland.")
                        .getFirst())
                .containsEntry(SentenceFeature.OPPOSITE, 1.0);
    }

    @Test
    void anotherNumberOfTheSameKindIsSeen() {
        assertThat(measure("What did Poland export in 1999?", "Poland exported coal in 1998.")
                        .getFirst())
                .containsEntry(SentenceFeature.OTHER_NUMBER, 1.0);
        assertThat(measure("What did Poland export in 1999?", "Poland exported 12 tons of coal.")
                        .getFirst())
                .containsEntry(SentenceFeature.OTHER_NUMBER, 0.0);
        assertThat(measure("What did Poland export in 1999?", "Poland exported coal in 1998 and 1999.")
                        .getFirst())
                .containsEntry(SentenceFeature.OTHER_NUMBER, 0.0);
    }

    @Test
    void aDenialOnOneSideAloneIsSeen() {
        assertThat(measure("What did Putin sign?", "Putin did not sign the decree.")
                        .getFirst())
                .containsEntry(SentenceFeature.NEGATION_HELD, 1.0)
                .containsEntry(SentenceFeature.NEGATION_ASKED, 0.0);
        assertThat(measure("What did Putin never sign?", "Putin did not sign the decree.")
                        .getFirst())
                .containsEntry(SentenceFeature.NEGATION_HELD, 0.0);
    }

    /** Measures sentences that make one passage; every word is as telling as any other. */
    private List<Map<SentenceFeature, Double>> measure(String question, String... sentences) {
        AnalyzedQuestion analyzed =
                new QuestionAnalyzer(new LanguageDetector(), analysis).analyze(question, TODAY, null);
        Set<String> names = new HashSet<>();
        analyzed.terms().stream().filter(QuestionTerm::name).forEach(term -> names.add(term.word()));
        List<AskedWord> asked = analysis.terms(analyzed.content(), Language.ENGLISH).stream()
                .map(term -> new AskedWord(
                        term.text(),
                        Set.of(term.text()),
                        Set.of(),
                        Set.of(),
                        1,
                        names.contains(term.span().in(analyzed.content()))))
                .toList();
        String text = String.join(" ", sentences);
        List<TextSpan> spans = new ArrayList<>();
        for (String sentence : sentences) {
            int start = text.indexOf(sentence);
            spans.add(new TextSpan(start, start + sentence.length()));
        }
        DocumentId id = new DocumentId("test");
        Passage passage = new Passage(new PassageId(id, 1, 0), new TextSpan(0, text.length()), spans);
        DocumentDetails details = new DocumentDetails("Test", "Outlet", null, null, Language.ENGLISH, null, Map.of());
        RankedPassage found = new RankedPassage(
                new DocumentVersion(id, 1, details, text, List.of(passage), Instant.EPOCH), passage, 1, 1, 1);
        List<SentenceFeatures.Sentence> unmeasured = spans.stream()
                .map(span -> new SentenceFeatures.Sentence(
                        new RankedSentence(found, span, 0, 0, null, Set.of(), Set.of(), Map.of()),
                        words(span.in(text)),
                        analysis.terms(span.in(text), Language.ENGLISH)))
                .toList();
        return new SentenceFeatures(analyzed, asked, Language.ENGLISH, new Opposites())
                .measure(unmeasured, new SentenceFeatures.Surroundings(0, words(text), null)).stream()
                        .map(RankedSentence::features)
                        .toList();
    }

    private TextWords words(String text) {
        Set<String> words = new HashSet<>();
        analysis.terms(text, Language.ENGLISH).forEach(term -> words.add(term.text()));
        return new TextWords(words, Set.of());
    }
}
