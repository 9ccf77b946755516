package org.citebot.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citebot.language.TextSpan;

/** Asks every rule for the attributions of each sentence. Immutable, for many threads. */
final class AttributionMatcher {

    private final VerbRule verbs;
    private final SourceRule sources;
    private final NounRule nouns;
    private final QuotationRule quotations;
    private final SpeakerNouns speakers;

    AttributionMatcher(WordClasses words, CueLexicon lexicon) {
        Clauses clauses = new Clauses(lexicon);
        verbs = new VerbRule(words, lexicon, clauses);
        sources = new SourceRule(clauses);
        nouns = new NounRule(lexicon, clauses);
        quotations = new QuotationRule(words);
        speakers = new SpeakerNouns(words);
    }

    /** The attributions of a document in the order of their sentences. */
    List<Attribution> match(List<Sentence> sentences) {
        List<Attribution> all = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            if (isHeadline(sentences, i)) {
                continue;
            }
            Phrase relay = all.isEmpty() ? null : Citations.relay(sentence);
            if (relay != null && all.getLast().via().isEmpty()) {
                all.set(all.size() - 1, all.getLast().withVia(relay));
            }
            List<Attribution> found = new ArrayList<>(verbs.find(sentence));
            sources.find(sentence).forEach(source -> passOn(source, found));
            nouns.find(sentence).stream()
                    .filter(noun -> found.stream().noneMatch(other -> overlap(other.content(), noun.content()) > 0.5))
                    .toList()
                    .forEach(found::add);
            found.addAll(quotations.find(
                    sentence, i == 0 ? null : sentences.get(i - 1), all.isEmpty() ? null : all.getLast(), found));
            found.sort(Comparator.comparing(Attribution::content));
            found.addAll(quotations.transcript(sentences, i));
            all.addAll(withTellers(withoutDoubles(Citations.apply(sentence, found, speakers))));
        }
        return all;
    }

    /** A paragraph without a full stop is a headline, a caption or a credit. */
    private static boolean isHeadline(List<Sentence> sentences, int index) {
        Sentence sentence = sentences.get(index);
        boolean alone = (index == 0 || sentences.get(index - 1).paragraph() != sentence.paragraph())
                && (index + 1 == sentences.size() || sentences.get(index + 1).paragraph() != sentence.paragraph());
        Token last = sentence.token(sentence.size() - 1);
        boolean open = last.isQuote() && index == 0 && !last.text().matches("(?s).*[.!?…].");
        return alone && (last.isWord() || open) && sentences.size() > 1;
    }

    /** Where the content has its own speaker the source only passes it on. */
    private static void passOn(Attribution source, List<Attribution> found) {
        for (int i = 0; i < found.size(); i++) {
            Attribution other = found.get(i);
            if (isToldBy(other, source)) {
                found.set(i, other.toldBy(source));
                return;
            }
        }
        found.add(source);
    }

    private static boolean isToldBy(Attribution inner, Attribution outer) {
        Phrase subject = inner.subject();
        return subject != null
                && outer.subject() != null
                && outer.content().contains(subject.span())
                && outer.content().contains(inner.content())
                && (outer.content().end() - inner.content().end() < 3
                        || overlap(outer.content(), inner.content()) > 0.4);
    }

    /** What an attribution at the end passes on has its own speaker: "X told Y that …, the Examiner reported". */
    private static List<Attribution> withTellers(List<Attribution> found) {
        List<Attribution> kept = new ArrayList<>(found);
        for (Attribution outer : found) {
            for (int i = 0; i < kept.size(); i++) {
                Attribution inner = kept.get(i);
                boolean last = outer.cue() != null
                        && outer.content().end() <= outer.cue().start();
                if (!inner.equals(outer) && last && isToldBy(inner, outer)) {
                    kept.set(i, inner.toldBy(outer));
                    kept.remove(outer);
                    break;
                }
            }
        }
        return kept;
    }

    /** Two rules may find the same content: the surer one stays. */
    private static List<Attribution> withoutDoubles(List<Attribution> found) {
        List<Attribution> kept = new ArrayList<>();
        for (Attribution one : found) {
            Attribution same = kept.stream()
                    .filter(other -> overlap(other.content(), one.content()) > 0.8)
                    .findFirst()
                    .orElse(null);
            if (same == null) {
                kept.add(one);
            } else if (one.confidence() > same.confidence()) {
                kept.set(kept.indexOf(same), one);
            }
        }
        return kept;
    }

    private static double overlap(TextSpan one, TextSpan other) {
        int common = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        int all = Math.max(one.end(), other.end()) - Math.min(one.start(), other.start());
        return common <= 0 ? 0 : (double) common / all;
    }
}
