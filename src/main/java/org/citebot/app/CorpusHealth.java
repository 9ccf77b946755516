package org.citebot.app;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.citebot.corpus.DocumentFilter;
import org.citebot.index.PassageIndex;
import org.citebot.operation.HealthCheck;
import org.citebot.operation.Metrics;

/** How the store, the index and the models of a session are. For many threads. */
final class CorpusHealth {

    /** Indexing a large folder takes its time, but gets on. */
    private static final Duration LONGEST_STANDSTILL = Duration.ofSeconds(60);

    private final Session session;
    private final Clock clock;
    private long indexed;
    private Instant moved;

    CorpusHealth(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
        this.indexed = session.corpus().index().revision();
        this.moved = clock.instant();
    }

    /** Has the sizes of the corpus counted among the figures. */
    void watch(Metrics metrics) {
        metrics.gauge("citebot_documents", "Documents that answer", this::documents);
        metrics.gauge(
                "citebot_passages",
                "Passages in the index",
                () -> session.corpus().index().size());
        metrics.gauge(
                "citebot_passages_without_vector",
                "Passages that are not found by meaning yet",
                () -> session.corpus().index().embeddingDue());
        metrics.gauge(
                "citebot_index_revisions_behind",
                "Changes of the store that are not in the index yet",
                () -> behind(session.corpus().index()));
    }

    List<HealthCheck> checks() {
        return List.of(store(), index(), model());
    }

    private HealthCheck store() {
        try {
            return new HealthCheck("store", true, Count.of(documents(), "document"));
        } catch (RuntimeException e) {
            return new HealthCheck(
                    "store", false, "it cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private synchronized HealthCheck index() {
        try {
            PassageIndex index = session.corpus().index();
            long revision = index.revision();
            if (revision != indexed || behind(index) == 0) {
                indexed = revision;
                moved = clock.instant();
            }
            boolean moves = Duration.between(moved, clock.instant()).compareTo(LONGEST_STANDSTILL) <= 0;
            return new HealthCheck(
                    "index",
                    moves,
                    Count.of(index.size(), "passage") + ", " + behind(index) + " changes of the store behind");
        } catch (RuntimeException e) {
            return new HealthCheck(
                    "index", false, "it cannot be read: " + e.getClass().getSimpleName());
        }
    }

    private HealthCheck model() {
        String name = session.settings().model().shownName();
        return new HealthCheck("model", true, name.isEmpty() ? "none, answers are quotations" : name);
    }

    private int documents() {
        return session.store().extent(DocumentFilter.ALL).documents();
    }

    private long behind(PassageIndex index) {
        return Math.max(0, session.store().revision() - index.revision());
    }
}
