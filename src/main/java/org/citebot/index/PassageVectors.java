package org.citebot.index;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The vectors of passages, sentences and questions: from the cache where they were made before. A passage is embedded
 * together with its title, which tells what it is about; a sentence by itself. For many threads.
 */
public final class PassageVectors {

    private static final Logger LOG = LoggerFactory.getLogger(PassageVectors.class);
    private static final int TEXTS_A_ROUND = 64;

    private final VectorCache cache;
    private final @Nullable Embedder embedder;
    private final AtomicBoolean unavailable = new AtomicBoolean();
    private final double unrelated;

    /** @param embedder null where no model runs: everything is found by words alone */
    public PassageVectors(VectorCache cache, @Nullable Embedder embedder) {
        this.cache = cache;
        this.embedder = embedder;
        this.unrelated = embedder == null ? Embedder.UNRELATED : embedder.unrelated();
    }

    /**
     * A dot product of vectors as the model that comes with the program would have given it: others spread what is near
     * and what is far over another range.
     */
    public double comparable(double similarity) {
        return Embedder.UNRELATED + (similarity - unrelated) * (1 - Embedder.UNRELATED) / (1 - unrelated);
    }

    /** Whether there is a model, as far as is known: one that cannot be loaded here shows when it is first used. */
    public boolean available() {
        return embedder != null && !unavailable.get();
    }

    /** The vector of a question; null where there is no model that runs here and knows its language. */
    public float @Nullable [] question(String text, Language language) {
        if (embedder == null || unavailable.get() || !embedder.knows(language)) {
            return null;
        }
        try {
            return embedder.embedQuestion(text);
        } catch (EmbeddingUnavailableException e) {
            giveUp(e);
            return null;
        }
    }

    /** The words of a question or a sentence in its context; none where no model that runs here tells them. */
    public WordVectors words(String text, Language language) {
        if (embedder == null || unavailable.get() || !embedder.knows(language)) {
            return WordVectors.NONE;
        }
        try {
            return embedder.words(text);
        } catch (EmbeddingUnavailableException e) {
            giveUp(e);
            return WordVectors.NONE;
        }
    }

    private void giveUp(EmbeddingUnavailableException reason) {
        if (!unavailable.getAndSet(true)) {
            LOG.warn(reason.getMessage());
        }
    }

    /**
     * The vectors of some texts that were embedded with their documents, by text: sentences, and passages by {@link
     * #embeddedText}. Others are missing.
     */
    public Map<String, float[]> known(Collection<String> texts) {
        return embedder == null ? Map.of() : cache.find(embedder.model(), texts);
    }

    /** Whether the model knows the language of a document. */
    boolean embeds(DocumentVersion version) {
        return embedder != null && embedder.knows(version.details().language());
    }

    /**
     * The vectors of the passages of a document that were made before, by {@link #embeddedText}; without those whose
     * sentences are not all embedded too.
     */
    Map<String, float[]> cached(DocumentVersion version) {
        if (embedder == null) {
            return Map.of();
        }
        Set<String> missing = cache.missing(embedder.model(), texts(version, version.passages()));
        List<String> complete = version.passages().stream()
                .filter(passage -> Collections.disjoint(missing, texts(version, List.of(passage))))
                .map(passage -> embeddedText(version, passage))
                .toList();
        return cache.find(embedder.model(), complete);
    }

    /** Makes and keeps the vectors that a document lacks. */
    void embed(DocumentVersion version) {
        if (embedder == null || !embeds(version)) {
            return;
        }
        List<String> missing = List.copyOf(cache.missing(embedder.model(), texts(version, version.passages())));
        try {
            for (int from = 0; from < missing.size(); from += TEXTS_A_ROUND) {
                keep(embedder, missing.subList(from, Math.min(missing.size(), from + TEXTS_A_ROUND)));
            }
        } catch (EmbeddingUnavailableException e) {
            giveUp(e);
        }
    }

    /** What of a passage is embedded, and under which its vector is found. */
    public static String embeddedText(DocumentVersion version, Passage passage) {
        return version.details().title() + "\n" + passage.span().in(version.text());
    }

    /** Each passage after its sentences, so that the passages done before an interruption are complete. */
    private static Set<String> texts(DocumentVersion version, List<Passage> passages) {
        Set<String> texts = new LinkedHashSet<>();
        for (Passage passage : passages) {
            for (TextSpan sentence : passage.sentences()) {
                texts.add(sentence.in(version.text()));
            }
            texts.add(embeddedText(version, passage));
        }
        return texts;
    }

    private void keep(Embedder model, List<String> texts) {
        List<float[]> vectors = model.embedAll(texts);
        Map<String, float[]> made = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            made.put(texts.get(i), vectors.get(i));
        }
        cache.put(model.model(), made);
    }
}
