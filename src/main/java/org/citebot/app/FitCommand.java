package org.citebot.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.citebot.evaluation.BadLineException;
import org.citebot.evaluation.EvaluationSet;
import org.citebot.evaluation.Fitting;
import org.citebot.evaluation.SetCorpus;
import org.citebot.evaluation.TrainingQuestions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Fits the weights that ship with Citebot. */
@Command(
        name = "fit",
        hidden = true,
        mixinStandardHelpOptions = true,
        description = {
            "Fits the weights of the sentence ranker and of the confidence on labelled sets, and tells what they are worth "
                    + "on questions that they were not fitted on.",
            "The files belong into src/main/resources/org/citebot/retrieval."
        })
final class FitCommand implements Callable<Integer> {

    private final Environment environment;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Where the weights are written.")
    private Path out = Path.of(".");

    @Parameters(paramLabel = "DIR", arity = "1..*", description = "Folders, each of which holds a set.")
    private List<Path> folders = List.of();

    FitCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        List<EvaluationSet> sets = folders.stream().map(FitCommand::read).toList();
        LocalDate today = LocalDate.now(environment.clock());
        ProgressLine progress = new ProgressLine("fit", "questions read", environment.err(), environment.terminal());
        TrainingQuestions questions = new TrainingQuestions(today, progress::passagesDone);
        sets.forEach(set -> ask(set, questions));
        Fitting fitting = new Fitting(questions);
        String figures = fitting.heldOut();
        String header = header(sets, today)
                + figures.lines().map(line -> "# " + line + "\n").collect(Collectors.joining());
        write("sentence-weights.txt", header + fitting.sentenceWeights() + "\n");
        write("confidence-weights.txt", header + fitting.confidenceWeights() + "\n");
        write("confidence-weights-uncompared.txt", header + fitting.confidenceWeightsUncompared() + "\n");
        environment.out().println(figures);
        return ExitCode.ANSWERED.number();
    }

    private static String header(List<EvaluationSet> sets, LocalDate today) {
        String names = sets.stream().map(EvaluationSet::name).collect(Collectors.joining(" "));
        return "# Fitted on " + today + " by: ./citebot fit --out FOLDER " + names
                + "\n# What they are worth on questions that they were not fitted on:\n";
    }

    private static EvaluationSet read(Path folder) {
        try {
            EvaluationSet set = EvaluationSet.read(folder);
            if (set.questions().isEmpty() || !Files.exists(set.corpus())) {
                throw new UserError(ExitCode.USAGE, folder + " holds no questions.jsonl with corpus.jsonl");
            }
            return set;
        } catch (BadLineException e) {
            throw new UserError(ExitCode.USAGE, Objects.requireNonNull(e.getMessage()), e);
        } catch (UncheckedIOException e) {
            throw new UserError(ExitCode.FAILED, e.getMessage() + ": check its permissions", e);
        }
    }

    private void ask(EvaluationSet set, TrainingQuestions questions) {
        try (Session session = Session.openLoaded(environment, set.folder(), SetCorpus.hash(set.corpus()))) {
            new SetCorpus(session.store()).load(set.corpus());
            session.syncIndex(true);
            questions.read(set, session.untimedAnswerer());
        }
    }

    private void write(String name, String content) {
        try {
            Files.createDirectories(out);
            Files.writeString(out.resolve(name), content);
        } catch (IOException e) {
            throw new UserError(ExitCode.FAILED, out + " cannot be written: check the folder and its permissions", e);
        }
    }
}
