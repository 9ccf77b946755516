package org.citebot.telegram.chat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentSummary;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.TextSpan;

/** The speakers that the documents themselves name, in their front matter. */
public final class DeclaredSpeakers implements Speakers {

    private final CorpusStore store;

    /** Of the documents of one corpus. */
    public DeclaredSpeakers(CorpusStore store) {
        this.store = store;
    }

    @Override
    public List<String> all() {
        Map<String, Integer> documents = new LinkedHashMap<>();
        for (DocumentSummary document : store.list()) {
            document.details()
                    .speakers()
                    .forEach((name, aliases) -> documents.merge(usual(name, aliases), 1, Integer::sum));
        }
        return documents.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, Integer> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
    }

    @Override
    public Optional<String> of(DocumentVersion version, TextSpan quote) {
        return named(version.details(), quote.in(version.text())).stream().findFirst();
    }

    /** The speakers of a document whom some words of it name, in their order. */
    public static List<String> named(DocumentDetails details, String words) {
        List<Map.Entry<Integer, String>> found = new ArrayList<>();
        details.speakers().forEach((name, aliases) -> {
            List<String> names = new ArrayList<>(aliases);
            names.add(name);
            names.stream()
                    .mapToInt(each -> indexOf(words, each))
                    .filter(at -> at >= 0)
                    .min()
                    .ifPresent(at -> found.add(Map.entry(at, usual(name, aliases))));
        });
        found.sort(Map.Entry.comparingByKey());
        return found.stream().map(Map.Entry::getValue).toList();
    }

    /** The first of the other names, if any, is what people say: ISW. */
    private static String usual(String name, List<String> aliases) {
        return aliases.isEmpty() ? name : aliases.getFirst();
    }

    /** Where a name stands as words of their own; -1 if nowhere. */
    private static int indexOf(String words, String name) {
        for (int at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(words.charAt(at - 1));
            boolean ends = end == words.length() || !Character.isLetterOrDigit(words.charAt(end));
            if (begins && ends) {
                return at;
            }
        }
        return -1;
    }
}
