package org.citebot.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.locks.LockSupport;
import org.citebot.answering.Question;
import org.citebot.answering.QuestionAnswerer;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PersonId;
import org.citebot.index.CountingEmbedder;
import org.citebot.index.EmbeddingProgress;
import org.citebot.index.TextAnalysis;
import org.citebot.index.VectorCache;
import org.citebot.ingestion.DocumentParser;
import org.citebot.language.Language;
import org.citebot.moderation.DecisionResult.Approved;
import org.citebot.moderation.Moderation;
import org.citebot.moderation.ProposalResult.Proposed;
import org.citebot.moderation.Submission;
import org.citebot.statement.StatementArchive;

/**
 * A process that does all that a bot does to its corpus at once: a moderator proposes, approves, replaces and removes
 * documents, and what is acknowledged is printed; meanwhile it indexes, embeds and answers. It waits for a byte on its
 * standard input, so that it can be started before the one before it is dead.
 */
final class WorkingProcess {

    static final PersonId MODERATOR = new PersonId("anna");

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Moderation moderation;
    private final String name;

    private WorkingProcess(Moderation moderation, String name) {
        this.moderation = moderation;
        this.name = name;
    }

    /** @param args the folder of the corpus, the beginning of the titles */
    public static void main(String[] args) throws IOException {
        load();
        if (System.in.read() < 0) {
            return;
        }
        Path folder = Path.of(args[0]);
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), Clock.systemUTC());
        OpenCorpus corpus = open(folder, store);
        inBackground(() -> {
            corpus.catchUp(Duration.ZERO);
            corpus.embed(EmbeddingProgress.SILENT);
        });
        QuestionAnswerer answerer = corpus.answerer(null, null, Duration.ofSeconds(30));
        inBackground(() -> answerer.answer(Question.of("What does " + args[1] + " tell of?", LocalDate.EPOCH)));
        new WorkingProcess(Moderation.over(store, folder, Clock.systemUTC()), args[1]).work();
    }

    static OpenCorpus open(Path folder, CorpusStore store) {
        return new OpenCorpus(
                folder,
                store,
                new StatementArchive(store),
                VectorCache.open(folder.resolve("vectors.db")),
                new CountingEmbedder(),
                null);
    }

    /** What takes long to load and touches no file. */
    private static void load() {
        new DocumentParser().parse("a.txt", text("a", 0).getBytes(StandardCharsets.UTF_8));
        try (TextAnalysis analysis = new TextAnalysis()) {
            analysis.terms("The river.", Language.ENGLISH);
        }
    }

    private static void inBackground(Runnable work) {
        Thread.ofPlatform().daemon().start(() -> {
            while (true) {
                work.run();
                LockSupport.parkNanos(PAUSE.toNanos());
            }
        });
    }

    private void work() {
        DocumentId kept = approve(0);
        for (int i = 1; true; i++) {
            DocumentId added = approve(i);
            System.out.println("added " + added);
            Approved replaced = (Approved) moderation.proposals().replace(MODERATOR, propose(-i), kept);
            System.out.println("replaced " + kept + " " + replaced.version());
            if (i % 2 == 0) {
                moderation.documents().remove(MODERATOR, added);
                System.out.println("removed " + added);
            }
        }
    }

    private DocumentId approve(int number) {
        return ((Approved) moderation.proposals().approve(MODERATOR, propose(number))).document();
    }

    private long propose(int number) {
        Submission submission = Submission.text(text(name, number));
        return ((Proposed) moderation.proposals().propose(MODERATOR, submission))
                .proposal()
                .id();
    }

    private static String text(String title, int number) {
        return title + "x" + number + "\n\nThe document " + title + "x" + number
                + " tells of the river and of nothing else.";
    }
}
