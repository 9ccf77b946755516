package org.citebot.app;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.citebot.corpus.DocumentFilter;
import org.citebot.language.LanguageDetector;
import org.citebot.retrieval.RankedPassage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what retrieval finds, with its scores. */
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Shows the passages found for a question, with their scores.")
final class SearchCommand implements Callable<Integer> {

    /** As deep as the rankings by words and by meaning are read together. */
    private static final int MOST = 100;

    private final Environment environment;

    @Mixin
    private final CorpusOptions corpus = new CorpusOptions();

    @Option(names = "--json", description = "Print each passage as one JSON object on one line.")
    private boolean json;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "10",
            description = "At most so many passages, 1 to 100; 10 if left out.")
    private int count;

    @Option(
            names = "--no-wait",
            description = "Search at once; passages not yet read for meaning are found by their words.")
    private boolean noWait;

    @Parameters(paramLabel = "QUERY", arity = "1..*", description = "What to search for.")
    private List<String> query = List.of();

    SearchCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        if (count < 1 || count > MOST) {
            throw new UserError(ExitCode.USAGE, "--count must be 1 to " + MOST + ", not " + count);
        }
        try (Session session = Session.open(environment, corpus.folder)) {
            session.syncFolder();
            session.syncIndex(!noWait);
            String text = String.join(" ", query);
            List<RankedPassage> found = session.corpus()
                    .retriever()
                    .retrieve(text, new LanguageDetector().detect(text), DocumentFilter.ALL, count)
                    .passages();
            found.forEach(passage -> environment.out().println(json ? line(passage) : page(passage)));
            if (found.isEmpty()) {
                session.say("Nothing is found in " + session.documentCount() + ".");
            }
            return (found.isEmpty() ? ExitCode.NO_EVIDENCE : ExitCode.ANSWERED).number();
        }
    }

    private String page(RankedPassage passage) {
        LocalDate today = LocalDate.now(environment.clock());
        return String.format(
                Locale.ROOT,
                "%.3f (words %.3f, meaning %.3f)  %s  %s%n%s%n",
                passage.score(),
                passage.words(),
                passage.meaning(),
                passage.passage().id(),
                AnswerPage.source(passage.version().details(), today),
                passage.text().indent(2).stripTrailing());
    }

    private static String line(RankedPassage passage) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("score", passage.score());
        map.put("words", passage.words());
        map.put("meaning", passage.meaning());
        map.put("document", passage.version().document().value());
        map.put("version", passage.version().number());
        map.put("title", passage.version().details().title());
        map.put("start", passage.passage().span().start());
        map.put("end", passage.passage().span().end());
        map.put("passage", passage.text());
        return JsonLine.of(map);
    }
}
