package org.citebot.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.Language;
import org.citebot.language.TextSpan;
import org.citebot.statement.NameKey;
import org.citebot.statement.SaidDays;
import org.citebot.statement.SpeechAct;
import org.citebot.statement.Statement;

/**
 * How a statement is written into the index: one Lucene document each, beside the passages of its document version and
 * replaced with them. No field of theirs is searched for passages.
 */
final class StatementFields {

    private static final String TYPE = "type";
    private static final String STATEMENT = "statement";
    private static final String SPEAKER = "speaker";
    private static final String KIND = "kind";
    private static final String ACT = "act";
    private static final String REALITY = "reality";
    private static final String OUTLET = "outlet";
    private static final String ADDRESSEE = "addressee";
    private static final String CHAIN = "chain";
    private static final String VERSION = "statement.version";
    private static final String ORDINAL = "statement.ordinal";
    private static final String START = "statement.start";
    private static final String END = "statement.end";
    private static final String EARLIEST = "earliest";
    private static final String LATEST = "latest";

    private StatementFields() {}

    /** The analysed content, in the language of the document. */
    static String content(Language language) {
        return "said." + language.code();
    }

    static Query all() {
        return new TermQuery(new Term(TYPE, STATEMENT));
    }

    static List<Document> write(DocumentVersion version, List<Statement> statements) {
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < statements.size(); i++) {
            if (isEvidence(version, statements.get(i))) {
                documents.add(write(version, statements.get(i), i));
            }
        }
        return documents;
    }

    /** What stands in a title or in page furniture cannot be cited. */
    private static boolean isEvidence(DocumentVersion version, Statement statement) {
        int start = statement.span().start();
        return version.passages().stream()
                .anyMatch(passage -> passage.span().start() <= start
                        && start < passage.span().end());
    }

    private static Document write(DocumentVersion version, Statement statement, int ordinal) {
        DocumentDetails details = version.details();
        Document document = new Document();
        document.add(new StringField(TYPE, STATEMENT, Field.Store.NO));
        document.add(new StringField(PassageFields.DOCUMENT, version.document().value(), Field.Store.YES));
        document.add(new StoredField(VERSION, version.number()));
        document.add(new StoredField(ORDINAL, ordinal));
        document.add(new StoredField(START, statement.span().start()));
        document.add(new StoredField(END, statement.span().end()));
        if (statement.speaker().name() != null) {
            name(document, SPEAKER, statement.speaker().name());
        }
        document.add(new StringField(KIND, statement.kind().name(), Field.Store.NO));
        document.add(new StringField(ACT, statement.act().name(), Field.Store.NO));
        document.add(new StringField(REALITY, statement.reality().name(), Field.Store.NO));
        String outlet =
                details.about() == null ? details.source() : details.about().outlet();
        if (outlet != null) {
            name(document, OUTLET, outlet);
        }
        if (statement.addressee() != null) {
            name(document, ADDRESSEE, statement.addressee());
        }
        statement.chain().forEach(link -> name(document, CHAIN, link));
        document.add(new TextField(content(details.language()), statement.span().in(version.text()), Field.Store.NO));
        LocalDate published = details.published();
        if (published != null) {
            document.add(new LongField(PassageFields.PUBLISHED, published.toEpochDay(), Field.Store.NO));
        }
        SaidDays days = SaidDays.of(statement);
        if (days != null) {
            document.add(new LongField(EARLIEST, days.first().toEpochDay(), Field.Store.NO));
            document.add(new LongField(LATEST, days.last().toEpochDay(), Field.Store.NO));
        }
        return document;
    }

    private static void name(Document document, String field, String name) {
        document.add(new StringField(field, NameKey.of(name), Field.Store.NO));
    }

    static StatementHit read(Document stored, float score) {
        return new StatementHit(
                new DocumentId(stored.get(PassageFields.DOCUMENT)),
                number(stored, VERSION),
                number(stored, ORDINAL),
                new TextSpan(number(stored, START), number(stored, END)),
                score);
    }

    private static int number(Document stored, String field) {
        return stored.getField(field).numericValue().intValue();
    }

    /** Those without a day come last. */
    static Sort newestFirst() {
        return new Sort(LongField.newSortField(LATEST, true, SortedNumericSelector.Type.MAX, Long.MIN_VALUE));
    }

    /** The statements that a filter lets through. */
    static Query filter(StatementFilter filter) {
        BooleanQuery.Builder all = new BooleanQuery.Builder().add(all(), BooleanClause.Occur.FILTER);
        Query documents = PassageFields.filter(filter.documents());
        if (documents != null) {
            all.add(documents, BooleanClause.Occur.FILTER);
        }
        if (filter.speakers() != null) {
            all.add(terms(SPEAKER, filter.speakers()), BooleanClause.Occur.FILTER);
        }
        if (!filter.acts().isEmpty()) {
            all.add(terms(ACT, filter.acts().stream().map(SpeechAct::name).toList()), BooleanClause.Occur.FILTER);
        }
        if (filter.from() != null) {
            all.add(
                    LongField.newRangeQuery(LATEST, filter.from().toEpochDay(), Long.MAX_VALUE),
                    BooleanClause.Occur.FILTER);
        }
        if (filter.to() != null) {
            all.add(
                    LongField.newRangeQuery(
                            EARLIEST, Long.MIN_VALUE, filter.to().toEpochDay()),
                    BooleanClause.Occur.FILTER);
        }
        return all.build();
    }

    private static Query terms(String field, Collection<String> values) {
        Set<BytesRef> terms = new TreeSet<>();
        values.forEach(value -> terms.add(new BytesRef(value)));
        return new TermInSetQuery(field, terms);
    }
}
