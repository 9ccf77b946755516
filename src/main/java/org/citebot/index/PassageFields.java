package org.citebot.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.citebot.corpus.DocumentFilter;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.Passage;
import org.citebot.corpus.SpeakerAliases;
import org.citebot.language.Language;
import org.jspecify.annotations.Nullable;

/** How a passage is written into the index: one Lucene document each, the language in the name of the text fields. */
final class PassageFields {

    static final String DOCUMENT = "document";
    static final String VECTOR = "vector";
    /** The name of the document, in its first passage. */
    private static final String NAME = "name";

    private static final String KEYS = "keys.";
    static final String PUBLISHED = "published";
    /** Holds {@link #DUE} while a passage that the model could embed has no vector. */
    private static final String EMBEDDING = "embedding";

    private static final String DUE = "due";

    private PassageFields() {}

    static String text(Language language) {
        return "text." + language.code();
    }

    static String title(Language language) {
        return "title." + language.code();
    }

    /** The phonetic keys of text and title, which words of other languages find. */
    static String keys(Language language) {
        return KEYS + language.code();
    }

    static boolean isKeys(String field) {
        return field.startsWith(KEYS);
    }

    /** The language of a text, title or keys field; {@link Language#OTHER} for any other field. */
    static Language language(String field) {
        return Language.ofCode(field.substring(field.indexOf('.') + 1));
    }

    static Term ofDocument(DocumentId id) {
        return new Term(DOCUMENT, id.value());
    }

    static Query named(Collection<String> names) {
        return new TermInSetQuery(NAME, names.stream().map(BytesRef::new).toList());
    }

    static Term embeddingDue() {
        return new Term(EMBEDDING, DUE);
    }

    /** @param vector null if there is none; {@code due} then tells whether one is to come */
    static Document write(DocumentVersion version, Passage passage, float @Nullable [] vector, boolean due) {
        Language language = version.details().language();
        Document document = new Document();
        document.add(new StringField(DOCUMENT, version.document().value(), Field.Store.NO));
        document.add(PassageIds.field(passage.id()));
        String text = SpeakerAliases.with(passage.span().in(version.text()), version.details());
        document.add(new TextField(text(language), text, Field.Store.NO));
        document.add(new TextField(title(language), version.details().title(), Field.Store.NO));
        document.add(new TextField(keys(language), version.details().title() + "\n" + text, Field.Store.NO));
        String name =
                passage.id().ordinal() == 0 ? DocumentName.of(version.details().title()) : null;
        if (name != null) {
            document.add(new StringField(NAME, name, Field.Store.NO));
        }
        if (version.details().published() != null) {
            document.add(new LongField(PUBLISHED, version.details().published().toEpochDay(), Field.Store.NO));
        }
        if (vector != null) {
            document.add(new KnnFloatVectorField(VECTOR, vector, VectorSimilarityFunction.DOT_PRODUCT));
        } else if (due) {
            document.add(new StringField(EMBEDDING, DUE, Field.Store.NO));
        }
        return document;
    }

    /** The passages of the documents that may answer; null if all may. */
    static @Nullable Query filter(DocumentFilter filter) {
        List<Query> conditions = new ArrayList<>();
        if (!filter.documents().isEmpty()) {
            conditions.add(new TermInSetQuery(
                    DOCUMENT,
                    filter.documents().stream()
                            .map(id -> new BytesRef(id.value()))
                            .toList()));
        }
        if (filter.from() != null || filter.to() != null || !filter.undated()) {
            Query dated = LongField.newRangeQuery(
                    PUBLISHED,
                    filter.from() == null ? Long.MIN_VALUE : filter.from().toEpochDay(),
                    filter.to() == null ? Long.MAX_VALUE : filter.to().toEpochDay());
            conditions.add(filter.undated() && filter.from() == null ? or(dated, undated()) : dated);
        }
        if (conditions.isEmpty()) {
            return null;
        }
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        conditions.forEach(condition -> all.add(condition, BooleanClause.Occur.FILTER));
        return all.build();
    }

    private static Query undated() {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
                .add(new FieldExistsQuery(PUBLISHED), BooleanClause.Occur.MUST_NOT)
                .build();
    }

    private static Query or(Query one, Query other) {
        return new BooleanQuery.Builder()
                .add(one, BooleanClause.Occur.SHOULD)
                .add(other, BooleanClause.Occur.SHOULD)
                .build();
    }
}
