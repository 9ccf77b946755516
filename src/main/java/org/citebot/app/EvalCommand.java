package org.citebot.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentSummary;
import org.citebot.evaluation.BadLineException;
import org.citebot.evaluation.Evaluation;
import org.citebot.evaluation.EvaluationReport;
import org.citebot.evaluation.EvaluationSet;
import org.citebot.evaluation.Evaluator;
import org.citebot.evaluation.FigureChart;
import org.citebot.evaluation.QuestionResult;
import org.citebot.evaluation.SetCorpus;
import org.citebot.index.PlainSearch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures on labelled sets. */
@Command(
        name = "eval",
        mixinStandardHelpOptions = true,
        description = {
            "Measures on labelled sets, with the answerer and the settings of 'ask'.",
            "Documents of a set are stored and indexed in the data folder by the hash of corpus.jsonl, so that a second "
                    + "run finds its index and its vectors there."
        })
final class EvalCommand implements Callable<Integer> {

    private final Environment environment;

    @Option(names = "--json", description = "Print the figures of each set as one JSON object on one line.")
    private boolean json;

    @Option(
            names = "--baselines",
            description =
                    "Also measure plain BM25 over whole documents, Citebot's words, the vectors, and these two fused as "
                            + "equals, and by how much Citebot's ranking is better (paired bootstrap).")
    private boolean baselines;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "Write a report in Markdown, with a chart beside it.")
    private @Nullable Path report;

    @Option(names = "--details", paramLabel = "FILE", description = "Write what came of each question, as JSON lines.")
    private @Nullable Path details;

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders, each of which holds a set.")
    private List<Path> folders = List.of();

    EvalCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<EvaluationSet> sets = folders.stream().map(EvalCommand::read).toList();
        List<EvaluationReport.Entry> done = new ArrayList<>();
        try (Details lines = Details.open(details)) {
            for (EvaluationSet set : sets) {
                done.add(evaluate(set, lines));
            }
        } catch (IOException e) {
            throw new UserError(ExitCode.FAILED, details + " cannot be written", e);
        }
        if (report != null) {
            write(report, done);
        }
        return ExitCode.ANSWERED.number();
    }

    /** All sets are read before the first is measured: a mistake in the last one must not cost an hour. */
    private static EvaluationSet read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new UserError(ExitCode.USAGE, folder + " is no folder: name one that holds a set");
        }
        try {
            EvaluationSet set = EvaluationSet.read(folder);
            if (set.isEmpty() && set.notMeasured().isEmpty()) {
                throw new UserError(
                        ExitCode.USAGE,
                        folder + " holds no set: questions.jsonl with corpus.jsonl, claims.jsonl, "
                                + "statements.jsonl with corpus.jsonl, or expected.jsonl with pages");
            }
            if (!set.questions().isEmpty() && !Files.exists(set.corpus())) {
                throw new UserError(ExitCode.USAGE, set.corpus() + " is missing: the questions are asked of it");
            }
            if (!set.statements().isEmpty() && !Files.exists(set.corpus())) {
                throw new UserError(ExitCode.USAGE, set.corpus() + " is missing: the statements are in it");
            }
            return set;
        } catch (BadLineException e) {
            throw new UserError(ExitCode.USAGE, Objects.requireNonNull(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new UserError(ExitCode.FAILED, e.getMessage() + ": check its permissions", e);
        }
    }

    private EvaluationReport.Entry evaluate(EvaluationSet set, Details lines) {
        set.notMeasured().forEach(file -> say(set.name() + ": nothing is measured with " + file + " yet"));
        ProgressLine progress = new ProgressLine(set.name(), "done", environment.err(), environment.terminal());
        Evaluator evaluator =
                new Evaluator(LocalDate.now(environment.clock()), progress::passagesDone, lines.of(set.name()));
        EvaluationReport.Entry entry = set.questions().isEmpty()
                ? new EvaluationReport.Entry(evaluator.evaluate(set, null, null), settings(null))
                : ask(set, evaluator);
        print(entry);
        return entry;
    }

    private EvaluationReport.Entry ask(EvaluationSet set, Evaluator evaluator) {
        try (Session session = Session.openLoaded(environment, set.folder(), SetCorpus.hash(set.corpus()))) {
            new SetCorpus(session.store()).load(set.corpus());
            session.syncIndex(true);
            int withoutVector = session.corpus().retriever().passagesWithoutVector();
            if (withoutVector > 0) {
                throw new UserError(
                        ExitCode.FAILED,
                        withoutVector + " passages have no vector yet, and figures without them would mean nothing: "
                                + "end the other Citebot, or try again.");
            }
            try (PlainSearch plain = baselines ? plain(session.store()) : null) {
                Evaluation evaluation =
                        evaluator.evaluate(set, session.untimedAnswerer(), plain == null ? null : plain::find);
                return new EvaluationReport.Entry(evaluation, settings(session));
            }
        }
    }

    private static PlainSearch plain(CorpusStore store) {
        List<DocumentId> all = store.list().stream().map(DocumentSummary::id).toList();
        return new PlainSearch(store.current(all).values());
    }

    /** @param session null if nothing was looked up */
    private Map<String, String> settings(@Nullable Session session) {
        return session == null
                ? EvaluationSettings.ofProgram()
                : EvaluationSettings.of(environment.settings(), session.embeddingModel());
    }

    private void print(EvaluationReport.Entry entry) {
        Evaluation evaluation = entry.evaluation();
        if (evaluation.failed() > 0) {
            say(evaluation.failed() + " questions could not be answered because something failed; they count as not "
                    + "answered.");
        }
        environment.out().println(json ? EvaluationJson.of(entry) : EvaluationPage.of(evaluation));
        environment.out().flush();
    }

    private void write(Path file, List<EvaluationReport.Entry> entries) {
        Path target = file.toAbsolutePath();
        Path chart = target.resolveSibling(target.getFileName().toString().replaceFirst("\\.md$", "") + ".svg");
        try {
            Path folder = target.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    target,
                    EvaluationReport.markdown(
                            entries,
                            chart.getFileName().toString(),
                            LocalDate.now(environment.clock()),
                            new CitebotVersion().getVersion()[0]));
            Files.writeString(
                    chart,
                    FigureChart.svg(entries.stream()
                            .map(EvaluationReport.Entry::evaluation)
                            .toList()));
        } catch (IOException e) {
            throw new UserError(ExitCode.FAILED, file + " cannot be written: check the folder and its permissions", e);
        }
    }

    private void say(String line) {
        environment.err().println(line);
    }

    /** Where what came of each question is written; nowhere if nobody asked for it. */
    private record Details(@Nullable BufferedWriter out) implements AutoCloseable {

        static Details open(@Nullable Path file) throws IOException {
            return new Details(file == null ? null : Files.newBufferedWriter(file));
        }

        Consumer<QuestionResult> of(String set) {
            return result -> {
                if (out != null) {
                    write(out, EvaluationJson.of(set, result));
                }
            };
        }

        private static void write(BufferedWriter out, String line) {
            try {
                out.write(line + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("The details cannot be written", e);
            }
        }

        @Override
        public void close() throws IOException {
            if (out != null) {
                out.close();
            }
        }
    }
}
