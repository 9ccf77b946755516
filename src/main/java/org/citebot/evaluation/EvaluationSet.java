package org.citebot.evaluation;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.citebot.evaluation.StatementEvaluator.LabelledDocument;

/**
 * A folder of labelled data, every line of it checked.
 *
 * @param folder where it lies; its name is the set's
 * @param questions to ask of its corpus
 * @param claims to check against the pages they cite
 * @param pages to take articles out of
 * @param statements to find in its documents
 * @param notMeasured files that are there and that nothing is measured with yet, by name
 */
public record EvaluationSet(
        Path folder,
        List<LabelledQuestion> questions,
        List<LabelledClaim> claims,
        List<LabelledPage> pages,
        List<LabelledStatement> statements,
        List<String> notMeasured) {

    private static final String CORPUS = "corpus.jsonl";
    private static final String STATEMENTS = "statements.jsonl";
    private static final String ATTACKS = "attacks.jsonl";

    public EvaluationSet {
        questions = List.copyOf(questions);
        claims = List.copyOf(claims);
        pages = List.copyOf(pages);
        statements = List.copyOf(statements);
        notMeasured = List.copyOf(notMeasured);
    }

    /**
     * Reads a folder; files that are missing are empty.
     *
     * @throws BadLineException for the first line that cannot be used
     * @throws UncheckedIOException if a file cannot be read
     */
    public static EvaluationSet read(Path folder) {
        List<LabelledQuestion> questions = lines(folder.resolve("questions.jsonl"), LabelledQuestion::of);
        List<LabelledClaim> claims = lines(folder.resolve("claims.jsonl"), LabelledClaim::of);
        List<LabelledPage> pages = lines(folder.resolve("expected.jsonl"), LabelledPage::of);
        check(folder.resolve(CORPUS), SetDocument::of);
        List<LabelledStatement> statements = lines(folder.resolve(STATEMENTS), LabelledStatement::of);
        check(folder.resolve(ATTACKS), EvaluationSet::checkAttack);
        List<String> notMeasured = new ArrayList<>();
        if (Files.exists(folder.resolve(ATTACKS))) {
            notMeasured.add(ATTACKS);
        }
        return new EvaluationSet(folder, questions, claims, pages, statements, notMeasured);
    }

    /** The last part of the folder's path. */
    public String name() {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** Its documents; the file may be missing. */
    public Path corpus() {
        return folder.resolve(CORPUS);
    }

    /** Whether anything can be measured. */
    public boolean isEmpty() {
        return questions.isEmpty() && claims.isEmpty() && pages.isEmpty() && statements.isEmpty();
    }

    /** Its documents with what is labelled in them; none where no statement is labelled. */
    List<LabelledDocument> labelledDocuments() {
        if (statements.isEmpty()) {
            return List.of();
        }
        Map<String, List<LabelledStatement>> byDocument =
                statements.stream().collect(Collectors.groupingBy(LabelledStatement::document));
        return lines(corpus(), SetDocument::of).stream()
                .map(document -> new LabelledDocument(document, byDocument.getOrDefault(document.id(), List.of())))
                .toList();
    }

    private static void checkAttack(JsonLine line) {
        List.of("id", "kind", "text").forEach(line::text);
    }

    private static <T> List<T> lines(Path file, Function<JsonLine, T> reader) {
        List<T> read = new ArrayList<>();
        if (Files.exists(file)) {
            JsonLine.forEach(file, line -> read.add(reader.apply(line)));
        }
        return read;
    }

    private static void check(Path file, Consumer<JsonLine> check) {
        if (Files.exists(file)) {
            JsonLine.forEach(file, check);
        }
    }
}
