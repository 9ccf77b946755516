package org.citebot.citation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citebot.citation.Support.Reason;
import org.citebot.citation.Support.Unsupported;

/** Which terms of what is to prove a sentence say what the sentence's own terms say. */
final class Alignment {

    private static final double SMALL_WEIGHT = 0.25;

    /** More than a sentence has. */
    private static final int MOST_CLAUSES = 1000;

    private final Lexicon lexicon;
    private final List<Term> claim;
    private final List<Term> evidence = new ArrayList<>();
    private final List<List<Integer>> matches = new ArrayList<>();
    private final Map<Integer, Optional<Integer>> cores = new HashMap<>();
    private final double overlap;

    /** @param proofs the sentences of the evidence; their clauses count on from one to the next */
    Alignment(Lexicon lexicon, List<Term> claim, List<Proof> proofs) {
        this.lexicon = lexicon;
        this.claim = claim;
        claim.forEach(term -> matches.add(new ArrayList<>()));
        for (int sentence = 0; sentence < proofs.size(); sentence++) {
            int before = evidence.size();
            Proof proof = proofs.get(sentence);
            for (Term term : proof.terms()) {
                evidence.add(term.inClause(sentence * MOST_CLAUSES + term.clause()));
            }
            for (int i = 0; i < claim.size(); i++) {
                List<Integer> places = matches.get(i);
                proof.matches().get(i).forEach(place -> places.add(before + place));
            }
        }
        overlap = share();
    }

    /** The number, among the sentences of the evidence, of the one that a clause is in. */
    static int sentence(int clause) {
        return clause / MOST_CLAUSES;
    }

    List<Term> claim() {
        return claim;
    }

    List<Term> evidence() {
        return evidence;
    }

    boolean has(int term) {
        return !matches.get(term).isEmpty();
    }

    List<Term> matches(int term) {
        return matches.get(term).stream().map(evidence::get).toList();
    }

    /** Those of a term in the clause that holds most of the term's clause, if there are any; else all. */
    List<Integer> likeliest(int term) {
        Optional<Integer> core = core(claim.get(term).clause());
        List<Integer> near = matches.get(term).stream()
                .filter(i -> core.isPresent() && evidence.get(i).clause() == core.get())
                .toList();
        return near.isEmpty() ? matches.get(term) : near;
    }

    List<Integer> places(int term) {
        return matches.get(term);
    }

    boolean areInOneClause(int one, int other) {
        return evidence.get(one).clause() == evidence.get(other).clause();
    }

    /** Whether a term stands before a place of the evidence, in the same clause. */
    boolean isBefore(int term, int place) {
        return matches.get(term).stream().anyMatch(i -> i < place && areInOneClause(i, place));
    }

    /** Whether a term stands behind a place of the evidence, in the same clause. */
    boolean isBehind(int term, int place) {
        return matches.get(term).stream().anyMatch(i -> i > place && areInOneClause(i, place));
    }

    /** Whether a term is there, in a clause. */
    boolean has(int term, int clause) {
        return matches.get(term).stream().anyMatch(i -> evidence.get(i).clause() == clause);
    }

    /** The share of the sentence's terms that are there, by their weights. */
    double overlap() {
        return overlap;
    }

    private double share() {
        double all = 0;
        double found = 0;
        for (int i = 0; i < claim.size(); i++) {
            all += weight(i);
            found += has(i) ? weight(i) : 0;
        }
        return all == 0 ? 0 : found / all;
    }

    double weight(int term) {
        return lexicon.isLight(claim.get(term).key()) ? SMALL_WEIGHT : 1;
    }

    Stream<Integer> terms() {
        return IntStream.range(0, claim.size()).boxed();
    }

    /** The terms of a clause of the sentence. */
    List<Integer> clause(int clause) {
        return terms().filter(i -> claim.get(i).clause() == clause).toList();
    }

    Set<Integer> clauses() {
        return claim.stream().map(Term::clause).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The clause of the evidence that holds most of a clause of the sentence. */
    Optional<Integer> core(int clause) {
        return cores.computeIfAbsent(clause, key -> core(clause(key)));
    }

    /** The clause of the evidence that holds most of some terms; nothing if none holds any. */
    Optional<Integer> core(List<Integer> terms) {
        Map<Integer, Double> weights = new HashMap<>();
        for (int term : terms) {
            Set<Integer> clauses = new HashSet<>();
            matches(term).forEach(there -> clauses.add(there.clause()));
            clauses.forEach(clause -> weights.merge(clause, weight(term), Double::sum));
        }
        return weights.entrySet().stream()
                .max(Map.Entry.<Integer, Double>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    boolean isLight(int term) {
        return lexicon.isLight(claim.get(term).key());
    }

    Optional<Unsupported> against(Reason reason, String words) {
        return Optional.of(new Unsupported(reason, words, overlap));
    }

    Optional<Unsupported> first(IntPredicate such, Reason reason, String words) {
        return IntStream.range(0, claim.size())
                .filter(such)
                .boxed()
                .findFirst()
                .flatMap(i -> against(reason, words + ": " + claim.get(i).shown()));
    }
}
