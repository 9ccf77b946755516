package org.citebot.index;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.citebot.language.Language;
import org.citebot.language.PlaceNames;

/** The terms of places by those of another language; of names that are one word in both. For many threads. */
final class PlaceTerms {

    private final TextAnalysis analysis;
    private final List<Map<Language, Set<String>>> places = new PlaceNames().all();
    private final Map<Language, Map<String, Set<Integer>>> byTerm = new EnumMap<>(Language.class);

    PlaceTerms(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /** What a term of one language is in another; empty if it is no place that is known. */
    Set<String> translated(String term, Language of, Language to) {
        Set<String> terms = new HashSet<>();
        for (int place : index(of).getOrDefault(term, Set.of())) {
            for (String name : places.get(place).getOrDefault(to, Set.of())) {
                terms.addAll(singleTerm(name, to));
            }
        }
        return terms;
    }

    private synchronized Map<String, Set<Integer>> index(Language language) {
        return byTerm.computeIfAbsent(language, key -> {
            Map<String, Set<Integer>> index = new HashMap<>();
            for (int place = 0; place < places.size(); place++) {
                for (String name : places.get(place).getOrDefault(key, Set.of())) {
                    for (String term : singleTerm(name, key)) {
                        index.computeIfAbsent(term, none -> new HashSet<>()).add(place);
                    }
                }
            }
            return index;
        });
    }

    private Set<String> singleTerm(String name, Language language) {
        List<TextAnalysis.Term> terms = name.isEmpty() ? List.of() : analysis.terms(name, language);
        return terms.size() == 1 && terms.getFirst().span().length() == name.length()
                ? Set.of(terms.getFirst().text())
                : Set.of();
    }
}
