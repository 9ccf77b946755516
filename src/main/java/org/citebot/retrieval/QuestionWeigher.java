package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.index.PassageIndex;
import org.citebot.index.TextAnalysis;
import org.citebot.language.Language;
import org.citebot.language.PhoneticKeys;

/**
 * Says by what a question's words are known in documents of a language, and how telling each is: the rarer, the more.
 *
 * <p>In the question's own language a word is known by its term, a name by another spelling too. In another one, names and
 * borrowed words are known by their sound, and places by what they are called there. What is neither may stand there in
 * translation, which nobody can tell without a dictionary: so a word that is no name counts half there, and the words of
 * asking do not count. A number is known in all its forms.
 */
final class QuestionWeigher {

    private static final double MAY_BE_TRANSLATED = 0.5;

    private final TextAnalysis analysis;
    private final PassageIndex index;
    private final AskingWords askingWords = new AskingWords();

    QuestionWeigher(TextAnalysis analysis, PassageIndex index) {
        this.analysis = analysis;
        this.index = index;
    }

    List<AskedWord> words(AnalyzedQuestion question, Language language) {
        return language == question.language() ? sameLanguage(question) : otherLanguage(question, language);
    }

    private List<AskedWord> sameLanguage(AnalyzedQuestion question) {
        Language language = question.language();
        Map<String, AskedWord> words = new LinkedHashMap<>();
        Map<String, Boolean> names = new HashMap<>();
        question.terms().forEach(term -> names.merge(term.word(), term.name(), Boolean::logicalOr));
        for (TextAnalysis.Term term : analysis.terms(question.content(), language)) {
            String word = term.span().in(question.content());
            boolean name = names.getOrDefault(word, false);
            Set<String> keys = name ? PhoneticKeys.of(word, language).telling() : Set.of();
            Set<String> terms = new HashSet<>(analysis.numberTerms(word, language, language));
            terms.add(term.text());
            double weight = terms.stream()
                    .mapToDouble(form -> index.weight(form, language))
                    .min()
                    .orElseThrow();
            words.put(term.text(), new AskedWord(term.text(), Set.copyOf(terms), keys, Set.of(), weight, name));
        }
        return List.copyOf(words.values());
    }

    private List<AskedWord> otherLanguage(AnalyzedQuestion question, Language language) {
        Map<String, AskedWord> words = new LinkedHashMap<>();
        for (QuestionTerm term : question.terms()) {
            if (term.name() || !askingWords.contain(term.word())) {
                words.putIfAbsent(term.word(), otherLanguage(term, question.language(), language));
            }
        }
        return List.copyOf(words.values());
    }

    private AskedWord otherLanguage(QuestionTerm asked, Language of, Language language) {
        Set<String> terms = new HashSet<>(analysis.numberTerms(asked.word(), of, language));
        analysis.terms(asked.word(), language).forEach(term -> terms.add(term.text()));
        if (Character.isUpperCase(asked.word().codePointAt(0))) {
            terms.addAll(analysis.placeTerms(asked.word(), of, language));
        }
        PhoneticKeys keys = PhoneticKeys.of(asked.word(), of);
        Collection<String> beginnings = asked.name() ? Set.of() : keys.beginnings();
        List<Double> weights = new ArrayList<>(List.of(index.weight(asked.word(), language)));
        terms.forEach(term -> weights.add(index.weight(term, language)));
        keys.whole().forEach(key -> weights.add(index.keyWeight(key, language)));
        beginnings.forEach(key -> weights.add(index.keyWeight(key, language)));
        double weight = weights.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        return new AskedWord(
                asked.word(),
                terms,
                keys.whole(),
                Set.copyOf(beginnings),
                asked.name() ? weight : weight * MAY_BE_TRANSLATED,
                asked.name());
    }
}
