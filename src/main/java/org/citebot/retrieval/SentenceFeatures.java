package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.Opposites;
import org.citebot.language.Word;
import org.jspecify.annotations.Nullable;

/** Measures sentences against one question, in one language. For one thread. */
final class SentenceFeatures {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern NEGATION = Pattern.compile(
            "\\b(not|no|never|none|nobody|nothing|neither|nor|without|cannot|не|ни|нет|без|никогда|ні|немає|няма|nie|bez"
                    + "|nigdy)\\b|n['’]t\\b",
            FLAGS);

    private static final Pattern PRONOUN = Pattern.compile(
            "^(he|she|it|they|this|these|those|that|his|her|its|their|он|она|оно|они|это|эти|его|её|их|він|вона|воно|вони|це"
                    + "|його|її|їх|ён|яна|яно|яны|гэта|яго|яе|іх|on|ona|ono|oni|one|to|jego|jej|ich)\\b",
            FLAGS);

    private static final Pattern YEAR = Pattern.compile("(1\\d|20)\\d\\d\\p{L}*");
    /** Words that share less have nothing to do with each other. In UTF-16 units, and as a share of the longer one. */
    private static final int COMMON_BEGINNING = 4;

    private static final double COMMON_SHARE = 0.5;
    /** What a word counts that stands around a sentence only. */
    private static final double AROUND = 0.5;

    private static final int NEAR = 2;
    private static final int MANY_THINGS = 3;
    private static final int MANY_WORDS = 15;
    private static final double HEAVY = 5;

    private final AnalyzedQuestion question;
    private final List<AskedWord> asked;
    private final Set<String> askedTexts;
    private final double whole;
    /** By stem of the question: the stems that exclude it. */
    private final Map<String, Set<String>> askedOpposites;

    private final TypeDemand demand;
    private final boolean denialAsked;

    SentenceFeatures(AnalyzedQuestion question, List<AskedWord> asked, Language language, Opposites opposites) {
        this.question = question;
        this.asked = asked;
        this.askedTexts =
                asked.stream().map(AskedWord::terms).flatMap(Set::stream).collect(Collectors.toUnmodifiableSet());
        this.whole = asked.stream().mapToDouble(AskedWord::weight).sum();
        this.demand = TypeDemand.of(question, language);
        this.denialAsked = NEGATION.matcher(question.text()).find();
        Set<String> stems = language == Language.ENGLISH ? stems(question.text()) : Set.of();
        this.askedOpposites = stems.stream()
                .filter(stem -> Collections.disjoint(opposites.of(stem), stems))
                .collect(Collectors.toUnmodifiableMap(stem -> stem, opposites::of));
    }

    /**
     * A sentence to be measured.
     *
     * @param ranked what is known of it so far
     * @param held its words, with the other names of the speakers in it
     * @param terms its words in order
     */
    record Sentence(RankedSentence ranked, TextWords held, List<TextAnalysis.Term> terms) {

        double similarity() {
            Double similarity = ranked.similarity();
            return similarity == null ? ranked.coverage() : SentenceRanker.meaning(similarity);
        }
    }

    /**
     * Where sentences stand.
     *
     * @param rank of the passage, from 0
     * @param held the words of the passage and of its title
     * @param similarity of the passage's vector with the question's; null where one of them is missing
     */
    record Surroundings(int rank, TextWords held, @Nullable Double similarity) {}

    /** What all sentences of a passage have in common: how far it holds the question's words, or some like them. */
    private record Around(Surroundings surroundings, double share, double alike) {

        TextWords held() {
            return surroundings.held();
        }
    }

    /** Measures the sentences of one passage, in the order of the text. */
    List<RankedSentence> measure(List<Sentence> sentences, Surroundings surroundings) {
        TextWords passage = surroundings.held();
        Around around = new Around(surroundings, share(passage, passage), alike(passage));
        List<RankedSentence> measured = new ArrayList<>();
        Sentence before = null;
        for (Sentence sentence : sentences) {
            Map<SentenceFeature, Double> features = new EnumMap<>(SentenceFeature.class);
            words(features, sentence, before, around);
            order(features, sentence);
            meaning(features, sentence, before, around);
            candidates(features, sentence);
            wording(features, sentence);
            features.put(SentenceFeature.OTHER_NUMBER, holdsOtherNumber(sentence) ? 1.0 : 0.0);
            boolean missing = demand.isMissing(sentence.ranked().text());
            boolean amount = question.type() == AnswerType.HOW_MANY;
            features.put(SentenceFeature.AMOUNT_MISSING, missing && amount ? 1.0 : 0.0);
            features.put(SentenceFeature.TIME_MISSING, missing && !amount ? 1.0 : 0.0);
            measured.add(sentence.ranked().with(Collections.unmodifiableMap(features)));
            before = sentence;
        }
        return measured;
    }

    private void words(
            Map<SentenceFeature, Double> features, Sentence sentence, @Nullable Sentence before, Around around) {
        TextWords held = sentence.held();
        features.put(SentenceFeature.COVERAGE, sentence.ranked().coverage());
        features.put(SentenceFeature.IN_PASSAGE, around.share());
        features.put(SentenceFeature.IN_BEFORE, share(held, before == null ? held : before.held()));
        features.put(SentenceFeature.ALIKE, alike(held));
        features.put(SentenceFeature.ALIKE_PASSAGE, around.alike());
        features.put(SentenceFeature.FIRST_WORD, asked.isEmpty() ? 0 : place(asked.getFirst(), held, around.held()));
        features.put(SentenceFeature.LAST_WORD, asked.isEmpty() ? 0 : place(asked.getLast(), held, around.held()));
        double names = 0;
        double namesHeld = 0;
        double namesAround = 0;
        int namesMissing = 0;
        int numbersMissing = 0;
        int yearsMissing = 0;
        double heaviest = 0;
        for (AskedWord word : asked) {
            double in = word.heldBy(held);
            double near = Math.max(in, word.heldBy(around.held()));
            heaviest = near > 0 ? heaviest : Math.max(heaviest, word.weight());
            if (word.name()) {
                names += word.weight();
                namesHeld += in * word.weight();
                namesAround += near * word.weight();
                if (near == 0) {
                    yearsMissing += word.isNumber() && isYear(word.text()) ? 1 : 0;
                    numbersMissing += word.isNumber() && !isYear(word.text()) ? 1 : 0;
                    namesMissing += word.isNumber() ? 0 : 1;
                }
            }
        }
        features.put(SentenceFeature.NAMES_IN_SENTENCE, names == 0 ? 1 : namesHeld / names);
        features.put(SentenceFeature.NAMES_IN_PASSAGE, names == 0 ? 1 : namesAround / names);
        features.put(SentenceFeature.NAMES_MISSING, (double) Math.min(MANY_THINGS, namesMissing));
        features.put(SentenceFeature.NUMBERS_MISSING, (double) Math.min(MANY_THINGS, numbersMissing));
        features.put(SentenceFeature.YEARS_MISSING, (double) Math.min(MANY_THINGS, yearsMissing));
        features.put(SentenceFeature.HEAVIEST_MISSING, heaviest / HEAVY);
    }

    /** A number that stands for one of the question which the sentence lacks; years and other numbers differ in kind. */
    private boolean holdsOtherNumber(Sentence sentence) {
        Set<Boolean> kinds = asked.stream()
                .filter(word -> word.isNumber() && word.heldBy(sentence.held()) == 0)
                .map(word -> isYear(word.text()))
                .collect(Collectors.toSet());
        return !kinds.isEmpty()
                && sentence.terms().stream()
                        .map(TextAnalysis.Term::text)
                        .filter(term -> Character.isDigit(term.charAt(0)) && !askedTexts.contains(term))
                        .anyMatch(term -> kinds.contains(isYear(term)));
    }

    private static boolean isYear(String term) {
        return YEAR.matcher(term).matches();
    }

    /** How far two pieces of a text together hold the words of the question. */
    private double share(TextWords one, TextWords other) {
        double sum = 0;
        for (AskedWord word : asked) {
            sum += word.weight() * Math.max(word.heldBy(one), word.heldBy(other));
        }
        return whole == 0 ? 0 : sum / whole;
    }

    private double alike(TextWords held) {
        double sum = 0;
        for (AskedWord word : asked) {
            sum += word.weight() * Math.max(word.heldBy(held), bestAlike(word, held));
        }
        return whole == 0 ? 0 : sum / whole;
    }

    private static double bestAlike(AskedWord word, TextWords held) {
        double best = 0;
        if (!word.isNumber()) {
            for (String other : held.terms()) {
                best = Math.max(best, alike(word.text(), other));
            }
        }
        return best;
    }

    /** How much of the longer one is their common beginning; 0 for little. */
    static double alike(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int common = 0;
        while (common < shorter && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        double share = (double) common / Math.max(one.length(), other.length());
        return common >= COMMON_BEGINNING && share >= COMMON_SHARE ? share : 0;
    }

    private static double place(AskedWord word, TextWords held, TextWords around) {
        return Math.max(word.heldBy(held), word.heldBy(around) * AROUND);
    }

    private void order(Map<SentenceFeature, Double> features, Sentence sentence) {
        int pairs = 0;
        for (int i = 1; i < asked.size(); i++) {
            pairs += standNear(
                            sentence.terms(),
                            asked.get(i - 1).terms(),
                            asked.get(i).terms())
                    ? 1
                    : 0;
        }
        features.put(SentenceFeature.PAIRS, asked.size() < 2 ? 0 : (double) pairs / (asked.size() - 1));
        List<Integer> places = places(sentence.terms());
        features.put(
                SentenceFeature.DENSITY,
                places.size() < 2 ? 0 : (double) places.size() / (places.getLast() - places.getFirst() + 1));
    }

    private static boolean standNear(List<TextAnalysis.Term> terms, Set<String> one, Set<String> other) {
        for (int i = 0; i < terms.size(); i++) {
            if (one.contains(terms.get(i).text())) {
                for (int j = Math.max(0, i - NEAR); j <= Math.min(terms.size() - 1, i + NEAR); j++) {
                    if (j != i && other.contains(terms.get(j).text())) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Where words of the question stand. */
    private List<Integer> places(List<TextAnalysis.Term> terms) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            if (askedTexts.contains(terms.get(i).text())) {
                places.add(i);
            }
        }
        return places;
    }

    private void meaning(
            Map<SentenceFeature, Double> features, Sentence sentence, @Nullable Sentence before, Around around) {
        Double passage = around.surroundings().similarity();
        features.put(SentenceFeature.HAS_VECTOR, sentence.ranked().similarity() == null ? 0.0 : 1.0);
        features.put(SentenceFeature.SIMILARITY, sentence.similarity());
        features.put(SentenceFeature.SIMILARITY_BEFORE, before == null ? sentence.similarity() : before.similarity());
        features.put(
                SentenceFeature.PASSAGE_SIMILARITY, passage == null ? around.share() : SentenceRanker.meaning(passage));
        features.put(
                SentenceFeature.PASSAGE_RANK, 1.0 / (1 + around.surroundings().rank()));
    }

    private void candidates(Map<SentenceFeature, Double> features, Sentence sentence) {
        String text = sentence.ranked().text();
        List<Integer> candidates = new ArrayList<>();
        int numbers = 0;
        int words = 0;
        for (int i = 0; i < sentence.terms().size(); i++) {
            TextAnalysis.Term term = sentence.terms().get(i);
            if (!askedTexts.contains(term.text())) {
                words++;
                numbers += isNumber(term) ? 1 : 0;
                if (isCandidate(term, text)) {
                    candidates.add(i);
                }
            }
        }
        double near = 0;
        for (int place : places(sentence.terms())) {
            for (int candidate : candidates) {
                near = Math.max(near, 1.0 / Math.abs(candidate - place));
            }
        }
        int many = question.type() == AnswerType.ANY ? 10 : MANY_THINGS;
        features.put(SentenceFeature.HOLDS_TYPE, AnswerTypeMatcher.holds(question.type(), text) ? 1.0 : 0.0);
        features.put(SentenceFeature.CANDIDATES, Math.min(1, candidates.size() / (double) many));
        features.put(SentenceFeature.CANDIDATE_NEAR, near);
        features.put(SentenceFeature.NEW_NUMBERS, Math.min(1, numbers / (double) MANY_THINGS));
        features.put(SentenceFeature.NEW_WORDS, Math.min(1.5, words / (double) MANY_WORDS));
    }

    /** Whether a word that the question lacks may be what it asks for. */
    private boolean isCandidate(TextAnalysis.Term term, String text) {
        String word = term.span().in(text);
        return switch (question.type()) {
            case WHO, WHERE -> !isNumber(term) && term.span().start() > 0 && Character.isUpperCase(word.codePointAt(0));
            case WHEN -> isYear(term.text()) || AnswerTypeMatcher.holds(AnswerType.WHEN, word);
            case HOW_MANY -> isNumber(term) || AnswerTypeMatcher.holds(AnswerType.HOW_MANY, word);
            case ANY -> true;
        };
    }

    private static boolean isNumber(TextAnalysis.Term term) {
        return term.text().chars().anyMatch(Character::isDigit);
    }

    private void wording(Map<SentenceFeature, Double> features, Sentence sentence) {
        String text = sentence.ranked().text();
        boolean denialHeld = NEGATION.matcher(text).find();
        boolean opposite = !askedOpposites.isEmpty() && holdsOpposite(text);
        // What is not allowed is banned: the one makes up for the other.
        boolean otherWay = opposite != (denialAsked != denialHeld);
        features.put(SentenceFeature.NEGATION_ASKED, otherWay && denialAsked && !denialHeld ? 1.0 : 0.0);
        features.put(SentenceFeature.NEGATION_HELD, otherWay && denialHeld && !denialAsked ? 1.0 : 0.0);
        features.put(SentenceFeature.OPPOSITE, otherWay && opposite ? 1.0 : 0.0);
        features.put(SentenceFeature.PRONOUN_START, PRONOUN.matcher(text).find() ? 1.0 : 0.0);
    }

    private boolean holdsOpposite(String text) {
        Set<String> stems = stems(text);
        return askedOpposites.entrySet().stream()
                .anyMatch(asked -> !stems.contains(asked.getKey()) && !Collections.disjoint(stems, asked.getValue()));
    }

    private static Set<String> stems(String text) {
        return Word.of(text, Language.ENGLISH).stream().map(Word::stem).collect(Collectors.toUnmodifiableSet());
    }
}
