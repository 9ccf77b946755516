package org.citebot.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.citebot.language.TextSpan;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Asks every rule for the attributions of each sentence, and gives quotations without any to the speaker before.
 * Immutable, for many threads.
 */
final class AttributionMatcher {

    private final VerbRule verbs;
    private final SourceRule sources;
    private final NounRule nouns;
    private final Clauses clauses;
    private final WordClasses words;

    AttributionMatcher(WordClasses words) {
        CueLexicon lexicon = new CueLexicon();
        SubjectFinder subjects = new SubjectFinder(words);
        this.words = words;
        clauses = new Clauses(words, lexicon);
        verbs = new VerbRule(words, clauses, subjects, new ContentFinder(words, clauses));
        sources = new SourceRule(words, clauses, subjects);
        nouns = new NounRule(words, lexicon, clauses, subjects);
    }

    /** The attributions of a document in the order of their sentences. */
    List<Attribution> match(List<Sentence> sentences) {
        List<Attribution> all = new ArrayList<>();
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            Sentence before = i == 0 ? null : sentences.get(i - 1);
            List<Attribution> found = new ArrayList<>(verbs.find(sentence));
            List<Attribution> bySource = sources.find(sentence);
            for (Attribution source : bySource) {
                passOn(source, found);
            }
            nouns.find(sentence).stream()
                    .filter(noun -> found.stream().noneMatch(other -> overlap(other.content(), noun.content()) > 0.5))
                    .forEach(found::add);
            byColon(sentence, found);
            byPunctuation(sentence, found);
            standAlone(sentence, before, all, found);
            found.sort(Comparator.comparing(Attribution::content));
            all.addAll(withoutDoubles(found));
        }
        return all;
    }

    /** Where the content has its own speaker the source only passes it on. */
    private static void passOn(Attribution source, List<Attribution> found) {
        Phrase teller = source.subject();
        for (int i = 0; i < found.size() && teller != null; i++) {
            Attribution other = found.get(i);
            Phrase subject = other.subject();
            boolean inside = subject != null
                    && (overlap(source.content(), other.content()) > 0.4
                            || (source.content().contains(other.content())
                                    && source.content().contains(subject.span())));
            if (inside) {
                found.set(i, other.withVia(teller));
                return;
            }
        }
        found.add(source);
    }

    /** "Gethin Morris, regional secretary of the union: “…”". */
    private void byColon(Sentence sentence, List<Attribution> found) {
        for (int i = 1; i + 1 < sentence.size(); i++) {
            if (!sentence.isMark(i, ":") || !sentence.isQuote(i + 1)) {
                continue;
            }
            TextSpan quote = sentence.token(i + 1).span();
            Phrase speaker = verbs.main(sentence, i);
            boolean headline = sentence.paragraph() == 0
                    && i + 2 == sentence.size()
                    && !sentence.token(i + 1).text().matches("(?s).*[.!?…].");
            if (speaker != null
                    && !headline
                    && found.stream().noneMatch(other -> overlap(other.content(), quote) > 0)
                    && !words.is(WordClass.SIGNS, speaker.last().word())) {
                found.add(new Attribution(
                        quote,
                        speaker,
                        sentence.token(i).span(),
                        null,
                        SpeechAct.SAY,
                        Reality.SAID,
                        null,
                        List.of(),
                        sentence,
                        0.8));
            }
        }
    }

    /**
     * A quotation that begins as a sentence and ends in a comma, or a question, before more words is speech whatever the
     * verb is: "“…,” came the reply".
     */
    private void byPunctuation(Sentence sentence, List<Attribution> found) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.token(i);
            boolean free =
                    token.isQuote() && found.stream().noneMatch(other -> overlap(other.content(), token.span()) > 0);
            if (!free || !token.text().matches("(?s).\\s*[\\p{Lu}\\p{N}…].*[,?!.].")) {
                continue;
            }
            boolean leads = i == 0 && token.text().matches("(?s).*[,?!].") && sentence.isWord(i + 1);
            boolean follows = sentence.isMark(i - 1, ",") && i + 2 >= sentence.size();
            Phrase speaker = leads ? verbs.beside(sentence, i + 1) : follows ? verbs.main(sentence, i - 1) : null;
            if (speaker != null && !words.is(WordClass.SIGNS, speaker.last().word())) {
                found.add(new Attribution(
                        token.span(),
                        speaker,
                        null,
                        null,
                        SpeechAct.SAY,
                        Reality.SAID,
                        null,
                        List.of(),
                        sentence,
                        0.6));
            }
        }
    }

    /** A quotation that is a sentence of its own belongs to whoever spoke before. */
    private void standAlone(
            Sentence sentence, @Nullable Sentence before, List<Attribution> earlier, List<Attribution> found) {
        if (sentence.tokens().stream().anyMatch(Token::isWord)) {
            return;
        }
        for (Token token : sentence.tokens()) {
            if (token.isQuote()
                    && found.stream().noneMatch(other -> other.content().equals(token.span()))) {
                Attribution last = earlier.isEmpty() ? null : earlier.getLast();
                boolean near = last != null
                        && (last.sentence().equals(before) || last.sentence().paragraph() == sentence.paragraph());
                Phrase introduced = near || before == null ? null : verbs.main(before, before.size());
                found.add(new Attribution(
                        token.span(),
                        introduced,
                        null,
                        null,
                        SpeechAct.SAY,
                        Reality.SAID,
                        null,
                        List.of(),
                        sentence,
                        near ? 0.85 : 0.5));
            }
        }
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
