package org.citebot.app;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import org.citebot.answering.StatementsText;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentFilter;
import org.citebot.index.StatementFilter;
import org.citebot.index.TextAnalysis;
import org.citebot.language.LanguageDetector;
import org.citebot.retrieval.AnalyzedQuestion;
import org.citebot.retrieval.FoundStatement;
import org.citebot.retrieval.QuestionAnalyzer;
import org.citebot.retrieval.StatementRetriever;
import org.citebot.statement.SpeakerMatch;
import org.citebot.statement.SpeechAct;
import org.citebot.statement.Statement;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists who said what. */
@Command(
        name = "statements",
        mixinStandardHelpOptions = true,
        description =
                "Lists who said what in the documents, the newest first; with --about what is nearest to it first.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:some are listed", "1:failed", "2:wrong usage or settings", "3:the corpus has none"})
final class StatementsCommand implements Callable<Integer> {

    /** How much of what it is about a statement has to hold. */
    private static final double ABOUT_IT = 0.5;

    private static final int DEPTH = 1_000;

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each statement as one JSON object on one line.")
    private boolean json;

    @Option(
            names = "--speaker",
            paramLabel = "NAME",
            description = "Said by somebody of this name, surname, abbreviation or description.")
    private @Nullable String speaker;

    @Option(names = "--about", paramLabel = "TEXT", description = "About this.")
    private @Nullable String about;

    @Option(
            names = "--since",
            paramLabel = "DATE",
            description = "Said on this day or later, e.g. 2024-01-30; where nobody tells the day, published then.")
    private @Nullable LocalDate since;

    @Option(names = "--act", paramLabel = "ACT", description = "Only such acts, e.g. warn: ${COMPLETION-CANDIDATES}.")
    private @Nullable SpeechAct act;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "50",
            description = "At most so many, 1 to 1000; 50 if left out.")
    private int limit;

    StatementsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (limit < 1 || limit > DEPTH) {
            throw new UserError(ExitCode.USAGE, "--limit must be 1 to " + DEPTH + ", not " + limit);
        }
        try (Session session = Session.open(environment, corpus.folder)) {
            session.syncFolder();
            session.readStatements();
            session.indexStored();
            StatementRetriever retriever = session.corpus().statements();
            Set<String> keys = speaker == null ? null : keys(retriever, speaker);
            if (keys != null && keys.isEmpty()) {
                session.say("The documents quote nobody called “" + speaker
                        + "”; './citebot corpus speakers' shows whom " + "they quote.");
                return ExitCode.NO_EVIDENCE.number();
            }
            List<FoundStatement> found = find(retriever, keys);
            found.forEach(one -> environment.out().println(json ? JsonLine.of(map(one)) : line(one)));
            environment.out().flush();
            if (found.isEmpty()) {
                session.say("No such statement is in " + session.documentCount() + ".");
            }
            return (found.isEmpty() ? ExitCode.NO_EVIDENCE : ExitCode.ANSWERED).number();
        }
    }

    private static Set<String> keys(StatementRetriever retriever, String name) {
        Set<String> keys = new HashSet<>();
        for (SpeakerMatch match : retriever.directory().find(name, new LanguageDetector().detect(name))) {
            keys.addAll(match.speaker().keys());
        }
        return keys;
    }

    private List<FoundStatement> find(StatementRetriever retriever, @Nullable Set<String> keys) {
        StatementFilter filter =
                new StatementFilter(keys, act == null ? Set.of() : Set.of(act), DocumentFilter.ALL, since, null);
        if (about == null) {
            return retriever.list(filter, null, limit);
        }
        try (TextAnalysis analysis = new TextAnalysis()) {
            AnalyzedQuestion topic = new QuestionAnalyzer(new LanguageDetector(), analysis)
                    .analyze(about, LocalDate.now(environment.clock()), null);
            return retriever.list(filter, topic, DEPTH).stream()
                    .filter(found -> found.topic() >= ABOUT_IT)
                    .sorted(Comparator.comparingDouble(FoundStatement::topic).reversed())
                    .limit(limit)
                    .toList();
        }
    }

    private static String line(FoundStatement found) {
        LocalDate published = found.version().details().published();
        return (published == null ? "undated   " : published) + "  " + StatementsText.line(found) + "  ["
                + found.version().document() + "]";
    }

    private static Map<String, @Nullable Object> map(FoundStatement found) {
        Statement statement = found.statement();
        DocumentDetails details = found.version().details();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("speaker", statement.speaker().name());
        map.put("role", statement.speaker().role());
        map.put("resolution", name(statement.speaker().resolution()));
        map.put("words", statement.span().in(found.version().text()));
        map.put("kind", name(statement.kind()));
        map.put("act", name(statement.act()));
        map.put("verb", statement.verb());
        map.put("reality", name(statement.reality()));
        map.put("addressee", statement.addressee());
        map.put("said", StatementsText.said(found));
        map.put("chain", StatementsText.chain(found));
        map.put("confidence", statement.confidence());
        map.put("document", found.version().document().value());
        map.put("version", found.version().number());
        map.put("title", details.title());
        map.put("source", details.source());
        map.put("published", Objects.toString(details.published(), null));
        map.put("start", statement.span().start());
        map.put("end", statement.span().end());
        return map;
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
