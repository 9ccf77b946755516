package org.citebot.retrieval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.index.PassageIndex;
import org.citebot.index.StatementFilter;
import org.citebot.index.StatementHit;
import org.citebot.index.StatementIndex;
import org.citebot.index.TextAnalysis;
import org.citebot.retrieval.StatementFindings.Asked;
import org.citebot.retrieval.StatementQuestion.Changed;
import org.citebot.retrieval.StatementQuestion.Compared;
import org.citebot.retrieval.StatementQuestion.WhatSaid;
import org.citebot.retrieval.StatementQuestion.WhenSaid;
import org.citebot.retrieval.StatementQuestion.WhetherSaid;
import org.citebot.retrieval.StatementQuestion.WhoSaid;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.NameKey;
import org.citebot.statement.SpeakerDirectory;
import org.citebot.statement.SpeakerMatch;
import org.citebot.statement.SpeakerMatch.How;
import org.citebot.statement.SpeakerRegister;
import org.citebot.statement.Statement;
import org.citebot.statement.StatementArchive;
import org.jspecify.annotations.Nullable;

/**
 * Finds the statements that a question asks for. The index finds them, the store has them: what was removed or read again
 * since is left out. For many threads.
 */
public final class StatementRetriever {

    /** How many statements of a speaker are looked at, of those about the topic and of the newest. */
    private static final int DEPTH = 200;

    private static final int PASSAGES = 10;
    /** So many words behind a name may be no part of it, where the verb stands before. */
    private static final int MOST_LOOSE_WORDS = 5;

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private final CorpusStore store;
    private final StatementArchive archive;
    private final SpeakerRegister register;
    private final StatementIndex index;
    private final Retriever passages;
    private final TextAnalysis analysis;
    private final QuestionWeigher weigher;

    /** Over one corpus and its index. */
    public StatementRetriever(
            CorpusStore store,
            SpeakerRegister register,
            PassageIndex index,
            Retriever passages,
            TextAnalysis analysis) {
        this.store = store;
        this.archive = new StatementArchive(store);
        this.register = register;
        this.index = new StatementIndex(index, analysis);
        this.passages = passages;
        this.analysis = analysis;
        this.weigher = new QuestionWeigher(analysis, index);
    }

    /** Everybody whom the documents quote. */
    public SpeakerDirectory directory() {
        return register.directory();
    }

    /**
     * What may answer a question.
     *
     * @param asked the whole question, as it was analysed
     * @param documents which documents may answer, whatever days the question names
     * @param window the days on which it was said; null for any
     */
    public StatementFindings find(
            StatementQuestion question, AnalyzedQuestion asked, DocumentFilter documents, @Nullable DateWindow window) {
        Search search = new Search(question, asked, documents, window, register.directory());
        return switch (question) {
            case WhatSaid what -> search.by(what.speaker(), what.loose(), what.addressee());
            case WhetherSaid whether -> search.by(whether.speaker(), whether.loose(), whether.addressee());
            case WhenSaid when -> search.by(when.speaker(), when.loose(), when.addressee());
            case Changed changed -> search.by(changed.speaker(), false, null);
            case Compared compared -> search.both(compared);
            case WhoSaid who -> search.byAnybody(who.addressee());
        };
    }

    /** The statements that a filter lets through, about a topic or about anything, as they are listed. */
    public List<FoundStatement> list(StatementFilter filter, @Nullable AnalyzedQuestion topic, int count) {
        TopicMatcher matcher = new TopicMatcher(topic, false, weigher, analysis);
        return read(index.find(filter, topic == null ? null : topic.text(), count), Map.of(), matcher, null);
    }

    /** The statements found, read from the store; those of versions that do not answer any more are left out. */
    private List<FoundStatement> read(
            Collection<StatementHit> hits,
            Map<String, SpeakerMatch> matches,
            TopicMatcher topic,
            @Nullable String addressee) {
        Set<DocumentId> ids = new TreeSet<>();
        hits.forEach(hit -> ids.add(hit.document()));
        Map<DocumentId, DocumentVersion> versions = store.current(ids);
        Map<DocumentId, List<Statement>> said = archive.stored(versions);
        List<FoundStatement> found = new ArrayList<>();
        for (StatementHit hit : hits) {
            DocumentVersion version = versions.get(hit.document());
            List<Statement> statements = said.getOrDefault(hit.document(), List.of());
            if (version == null || version.number() != hit.version() || hit.ordinal() >= statements.size()) {
                continue;
            }
            Statement statement = statements.get(hit.ordinal());
            Passage passage = passage(version, statement);
            if (passage != null && statement.span().equals(hit.span()) && wasTold(statement, addressee)) {
                String name = statement.speaker().name();
                found.add(new FoundStatement(
                        version,
                        passage,
                        statement,
                        name == null ? null : matches.get(NameKey.of(name)),
                        topic.match(version, passage, statement),
                        topic.isOtherWay(version, statement)));
            }
        }
        return found;
    }

    private static @Nullable Passage passage(DocumentVersion version, Statement statement) {
        int start = statement.span().start();
        return version.passages().stream()
                .filter(passage -> passage.span().start() <= start
                        && start < passage.span().end())
                .findFirst()
                .orElse(null);
    }

    /** Whether it was told to somebody; who tells an outlet is quoted by it, and the text need not say so again. */
    private static boolean wasTold(Statement statement, @Nullable String addressee) {
        if (addressee == null) {
            return true;
        }
        String asked = NameKey.of(addressee);
        String told = statement.addressee();
        return (told != null && NameKey.of(told).contains(asked))
                || statement.chain().stream().anyMatch(link -> NameKey.of(link).contains(asked));
    }

    /** One question being looked up. For one thread. */
    private final class Search {

        private final StatementQuestion question;
        private final AnalyzedQuestion asked;
        private final DocumentFilter documents;
        private final @Nullable DateWindow window;
        private final SpeakerDirectory directory;
        private final @Nullable AnalyzedQuestion topic;
        private final TopicMatcher matcher;

        Search(
                StatementQuestion question,
                AnalyzedQuestion asked,
                DocumentFilter documents,
                @Nullable DateWindow window,
                SpeakerDirectory directory) {
            this.question = question;
            this.asked = asked;
            this.documents = documents;
            this.window = window;
            this.directory = directory;
            this.topic = question.topic() == null ? null : about(question.topic());
            this.matcher = new TopicMatcher(topic, isPoint(question), weigher, analysis);
        }

        private static boolean isPoint(StatementQuestion question) {
            return switch (question) {
                case WhoSaid any -> true;
                case WhetherSaid any -> true;
                case WhenSaid any -> true;
                case WhatSaid any -> false;
                case Compared any -> false;
                case Changed any -> false;
            };
        }

        /** The part of the question that is its topic. */
        private AnalyzedQuestion about(String words) {
            List<QuestionTerm> terms = asked.terms().stream()
                    .filter(term -> words.contains(term.word()))
                    .toList();
            return new AnalyzedQuestion(
                    words, words, asked.language(), AnswerType.ANY, terms, null, false, asked.today());
        }

        StatementFindings by(String words, boolean loose, @Nullable String addressee) {
            List<Asked> speakers = speakers(words, loose);
            return new StatementFindings(question, speakers, List.of(), statements(speakers, addressee));
        }

        StatementFindings both(Compared compared) {
            String together = compared.speaker() + " and " + compared.other();
            List<Asked> whole = speakers(together, false);
            if (whole.stream().anyMatch(one -> one.match().how() == How.NAME)) {
                return new StatementFindings(
                        new WhatSaid(together, false, null, question.topic(), question.acts()),
                        whole,
                        List.of(),
                        statements(whole, null));
            }
            List<Asked> one = speakers(compared.speaker(), false);
            List<Asked> other = speakers(compared.other(), false);
            List<FoundStatement> found = new ArrayList<>(statements(one, null));
            found.addAll(statements(other, null));
            return new StatementFindings(question, one, other, surestFirst(found));
        }

        private List<Asked> speakers(String words, boolean loose) {
            List<String> all = List.of(SPACE.split(words.strip()));
            int fewest = loose ? Math.max(1, all.size() - MOST_LOOSE_WORDS) : all.size();
            for (int length = all.size(); length >= fewest; length--) {
                String name = String.join(" ", all.subList(0, length));
                List<Asked> found = directory.find(name, asked.language()).stream()
                        .filter(match -> !documents.documents().isEmpty()
                                || match.speaker().statements() > 0)
                        .map(match -> new Asked(name, match))
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
            return List.of();
        }

        private List<FoundStatement> statements(List<Asked> speakers, @Nullable String addressee) {
            if (speakers.isEmpty()) {
                return List.of();
            }
            Map<String, SpeakerMatch> matches = new HashMap<>();
            for (Asked one : speakers) {
                KnownSpeaker speaker = one.match().speaker();
                speaker.keys().forEach(key -> matches.putIfAbsent(key, one.match()));
            }
            StatementFilter filter = filter(matches.keySet());
            Set<StatementHit> hits = new LinkedHashSet<>(index.find(filter, null, DEPTH));
            if (topic != null) {
                // A speaker may have said more than that since.
                Set<String> seen = new HashSet<>();
                hits.forEach(hit -> seen.add(hit.document() + "#" + hit.ordinal()));
                index.find(filter, topic.text(), DEPTH).stream()
                        .filter(hit -> seen.add(hit.document() + "#" + hit.ordinal()))
                        .forEach(hits::add);
            }
            return surestFirst(read(hits, matches, matcher, addressee));
        }

        /** Statements about the topic, and those in passages about it, which may say it in other words or languages. */
        StatementFindings byAnybody(@Nullable String addressee) {
            AnalyzedQuestion about = topic;
            if (about == null) {
                return new StatementFindings(question, List.of(), List.of(), List.of());
            }
            StatementFilter filter = filter(null);
            Map<String, FoundStatement> found = new LinkedHashMap<>();
            read(index.find(filter, about.text(), DEPTH), Map.of(), matcher, addressee)
                    .forEach(one -> found.put(key(one), one));
            Set<DocumentId> near = new TreeSet<>();
            Set<Passage> passagesFound = new HashSet<>();
            passages.retrieve(asked.text(), asked.language(), documents, PASSAGES)
                    .passages()
                    .forEach(passage -> {
                        near.add(passage.version().document());
                        passagesFound.add(passage.passage());
                    });
            if (!near.isEmpty()) {
                DocumentFilter these = new DocumentFilter(near, documents.from(), documents.to(), documents.undated());
                StatementFilter inThese = new StatementFilter(null, filter.acts(), these, filter.from(), filter.to());
                read(index.find(inThese, null, DEPTH), Map.of(), matcher, addressee).stream()
                        .filter(one -> passagesFound.contains(one.passage()))
                        .forEach(one -> found.putIfAbsent(key(one), one));
            }
            List<FoundStatement> named = found.values().stream()
                    .filter(one -> one.statement().speaker().name() != null)
                    .toList();
            return new StatementFindings(question, List.of(), List.of(), surestFirst(named));
        }

        private static String key(FoundStatement found) {
            return found.version().document() + "#" + found.statement().span() + "#"
                    + found.statement().speaker().name();
        }

        private StatementFilter filter(@Nullable Set<String> speakers) {
            return new StatementFilter(
                    speakers,
                    question.acts(),
                    documents,
                    window == null ? null : window.from(),
                    window == null ? null : window.to());
        }

        private static List<FoundStatement> surestFirst(List<FoundStatement> found) {
            return found.stream()
                    .filter(one -> one.topic() > 0)
                    .sorted(Comparator.comparingDouble(FoundStatement::confidence)
                            .reversed())
                    .toList();
        }
    }
}
