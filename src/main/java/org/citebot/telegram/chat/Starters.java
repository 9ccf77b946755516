package org.citebot.telegram.chat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.citebot.answering.Answer;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentSummary;
import org.citebot.language.Language;

/**
 * Questions to begin with, that the corpus answers: made of the speakers and titles of the newest documents, each asked
 * before it is suggested. Found once for each state of the corpus and each language. For many threads.
 */
final class Starters {

    private static final int WANTED = 3;
    private static final int MOST_TRIED = 12;
    private static final int LONGEST = 60;

    private final CorpusStore corpus;
    private final QuestionAnswerer answerer;
    private final Speakers speakers;
    private final Map<Language, Found> found = new ConcurrentHashMap<>();

    private record Found(long revision, List<String> questions) {}

    Starters(CorpusStore corpus, QuestionAnswerer answerer, Speakers speakers) {
        this.corpus = corpus;
        this.answerer = answerer;
        this.speakers = speakers;
    }

    /** At most three; fewer where the corpus answers no more of those that were tried. */
    List<String> questions(Words words, LocalDate today) {
        long revision = corpus.revision();
        Found known = found.get(words.language());
        if (known == null || known.revision() != revision) {
            known = new Found(revision, find(words, today));
            found.put(words.language(), known);
        }
        return known.questions();
    }

    private List<String> find(Words words, LocalDate today) {
        List<String> good = new ArrayList<>();
        Set<String> said = new LinkedHashSet<>();
        int tried = 0;
        for (String candidate : candidates(words)) {
            if (good.size() == WANTED || tried++ == MOST_TRIED) {
                break;
            }
            Answer answer = answerer.answer(Question.of(candidate, today));
            // Two questions with the same answer are one.
            boolean fresh = !answer.citations().isEmpty()
                    && answer.isGiven()
                    && said.add(answer.citations().getFirst().quote());
            if (fresh) {
                good.add(candidate);
            }
        }
        return List.copyOf(good);
    }

    /** In the language of the interface first; a corpus in another language may answer only in its own. */
    private Set<String> candidates(Words words) {
        Set<String> candidates = new LinkedHashSet<>();
        List<String> names = speakers.all().stream()
                .map(speakers::usual)
                .filter(name -> name.length() <= LONGEST)
                .limit(WANTED + 1L)
                .toList();
        List<DocumentSummary> newest = newest();
        names.forEach(name -> candidates.add(words.say(Phrase.WHAT_DID_SAY, "speaker", name)));
        newest.stream()
                .map(document -> document.details().language())
                .distinct()
                .forEach(language -> names.forEach(
                        name -> candidates.add(Words.in(language).say(Phrase.WHAT_DID_SAY, "speaker", name))));
        newest.stream()
                .map(document -> SourceLine.oneLine(document.details().title()))
                .filter(title -> title.length() <= LONGEST)
                .forEach(candidates::add);
        return candidates;
    }

    private List<DocumentSummary> newest() {
        return corpus.list().stream()
                .sorted(Comparator.comparing(
                                (DocumentSummary document) -> document.details().published() == null
                                        ? LocalDate.MIN
                                        : document.details().published())
                        .reversed())
                .limit(WANTED)
                .toList();
    }
}
