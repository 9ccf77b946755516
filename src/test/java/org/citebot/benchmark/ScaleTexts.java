package org.citebot.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.citebot.SharedMaterial;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.PersonId;
import org.citebot.ingestion.PassageSplitter;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Language;
import org.citebot.language.SentenceSplitter;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;

/**
 * Documents of real text, as many as are wanted: those of some sets as they are, and then varied copies, in which every
 * second sentence comes from another document of the same set. So a copy keeps its title and half of its words, and the
 * words of the whole are as frequent as in the sets.
 *
 * @param questions to ask of them
 */
record ScaleTexts(List<Source> sources, List<String> questions) {

    private static final List<String> SETS = List.of("clapnq", "hotpotqa", "squad2", "xquad-en", "scifact");
    private static final int DOCUMENTS_A_TRANSACTION = 500;

    /** One set. */
    record Source(String name, List<Text> texts) {}

    /** A document without its name. */
    record Text(String title, String text) {}

    /**
     * What a store holds.
     *
     * @param unvaried passages in documents as they are
     */
    record Stored(int documents, int passages, int unvaried) {}

    /** Those of the evaluation sets, all of them; the set with the most text last. */
    static ScaleTexts ofSets() {
        List<Source> sources = new ArrayList<>();
        List<String> questions = new ArrayList<>();
        for (String set : SETS) {
            List<String> titles = SharedMaterial.values("bench/" + set + "/corpus.jsonl", "title");
            List<String> texts = SharedMaterial.values("bench/" + set + "/corpus.jsonl", "text");
            List<Text> documents = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                documents.add(new Text(titles.get(i), texts.get(i)));
            }
            sources.add(new Source(set, documents));
            questions.addAll(SharedMaterial.values("bench/" + set + "/questions.jsonl", "question"));
        }
        return new ScaleTexts(sources, questions);
    }

    /** The documents of a folder, whose sentences are the questions too. */
    static ScaleTexts ofFolder(Path folder) throws IOException {
        List<Text> texts = new ArrayList<>();
        try (var files = Files.newDirectoryStream(folder, "*.md")) {
            for (Path file : files) {
                texts.add(new Text(file.getFileName().toString(), Files.readString(file)));
            }
        }
        Variation all = new Variation(texts);
        return new ScaleTexts(
                List.of(new Source("seeds", texts)),
                all.sentences.stream().flatMap(List::stream).toList());
    }

    /** So many questions, from all parts of the list. */
    List<String> questions(int count) {
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            chosen.add(questions.get((int) ((long) i * questions.size() / count)));
        }
        return chosen;
    }

    /**
     * Stores documents until they have so many passages.
     *
     * @return what is stored
     */
    Stored store(CorpusStore store, int passages) {
        Storing storing = new Storing(store, passages);
        sources.forEach(source -> source.texts().forEach(text -> storing.add(source.name(), text)));
        int unvaried = storing.passages;
        List<Variation> variations =
                sources.stream().map(source -> new Variation(source.texts())).toList();
        for (int copy = 1; !storing.enough(); copy++) {
            for (int i = 0; i < sources.size(); i++) {
                String name = sources.get(i).name();
                variations.get(i).copy(new Random(copy)).forEach(text -> storing.add(name, text));
            }
        }
        storing.flush();
        return new Stored(storing.documents, storing.passages, unvaried);
    }

    /** Stores so many documents as they are, from the sets in turn; all of them if there are fewer. */
    void storeDocuments(CorpusStore store, int documents) {
        Storing storing = new Storing(store, Integer.MAX_VALUE);
        for (Source source : sources) {
            for (Text text : source.texts()) {
                if (storing.documents < documents) {
                    storing.add(source.name(), text);
                }
            }
        }
        storing.flush();
    }

    /** Makes varied copies of the documents of one set. */
    private static final class Variation {

        private final List<Text> texts;
        private final List<List<String>> sentences;
        private final List<String> all;

        Variation(List<Text> texts) {
            SentenceSplitter splitter = new SentenceSplitter();
            this.texts = texts;
            this.sentences =
                    texts.stream().map(text -> sentences(text.text(), splitter)).toList();
            this.all = sentences.stream().flatMap(List::stream).toList();
        }

        private static List<String> sentences(String text, SentenceSplitter splitter) {
            return splitter.split(text, new TextSpan(0, text.length()), Language.ENGLISH).stream()
                    .map(span -> span.in(text).replaceAll("\\s+", " "))
                    .toList();
        }

        Stream<Text> copy(Random random) {
            return IntStream.range(0, texts.size())
                    .mapToObj(i -> new Text(texts.get(i).title(), varied(sentences.get(i), random)));
        }

        private String varied(List<String> own, Random random) {
            List<String> varied = new ArrayList<>(own);
            for (int i = 0; i < varied.size(); i += 2) {
                varied.set(i, all.get(random.nextInt(all.size())));
            }
            return String.join(" ", varied);
        }
    }

    /** Documents on their way into the store, some hundred a transaction. */
    private static final class Storing {

        private final CorpusStore store;
        private final int wanted;
        private final PassageSplitter splitter = new PassageSplitter();
        private final List<NewDocument> batch = new ArrayList<>();
        private int documents;
        private int passages;

        Storing(CorpusStore store, int wanted) {
            this.store = store;
            this.wanted = wanted;
        }

        boolean enough() {
            return passages >= wanted;
        }

        void add(String set, Text source) {
            if (enough()) {
                return;
            }
            // As the evaluation stores it, so that vectors made there are found in the cache.
            String text = InvisibleCharacters.strip(source.text()).strip();
            String title = InvisibleCharacters.strip(source.title());
            DocumentDetails details = new DocumentDetails(title, null, null, null, Language.ENGLISH, null, Map.of());
            NewDocument document = new NewDocument(
                    new DocumentId(set + "-" + documents++),
                    details,
                    text,
                    splitter.split(text, Language.ENGLISH, List.of()));
            passages += document.passages().size();
            batch.add(document);
            if (batch.size() == DOCUMENTS_A_TRANSACTION) {
                flush();
            }
        }

        void flush() {
            store.inTransaction(transaction -> {
                batch.forEach(document -> transaction.put(document, Origin.ADDED, (@Nullable PersonId) null));
                return batch.size();
            });
            batch.clear();
        }
    }
}
