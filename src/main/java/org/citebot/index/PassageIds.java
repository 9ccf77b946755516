package org.citebot.index;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteArrayDataOutput;
import org.apache.lucene.util.BytesRef;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PassageId;

/**
 * Tells which passages the documents of one segment are. Their ids are columns (doc values), since to read a stored field
 * unpacks a block of many: of the hundreds that are looked at for a question that took longer than to find them. For one
 * thread.
 */
final class PassageIds {

    private static final String FIELD = "passage";
    /** Of a number that Lucene writes in as few bytes as it takes. */
    private static final int MOST_BYTES_OF_NUMBER = 5;

    private final BinaryDocValues values;

    private PassageIds(BinaryDocValues values) {
        this.values = values;
    }

    static PassageIds of(LeafReaderContext segment) throws IOException {
        return new PassageIds(DocValues.getBinary(segment.reader(), FIELD));
    }

    /** The ids of what was found, in its order. */
    static List<PassageId> of(IndexReader reader, ScoreDoc[] found) throws IOException {
        ScoreDoc[] rising = found.clone();
        Arrays.sort(rising, Comparator.comparingInt(hit -> hit.doc));
        Map<Integer, PassageId> ids = new HashMap<>();
        LeafReaderContext segment = null;
        PassageIds inSegment = null;
        for (ScoreDoc hit : rising) {
            if (segment == null
                    || inSegment == null
                    || hit.doc >= segment.docBase + segment.reader().maxDoc()) {
                segment = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
                inSegment = of(segment);
            }
            ids.put(hit.doc, inSegment.at(hit.doc - segment.docBase));
        }
        return Arrays.stream(found)
                .map(hit -> Objects.requireNonNull(ids.get(hit.doc)))
                .toList();
    }

    /**
     * The id of a passage.
     *
     * @param document its number in the segment; asked for in rising order
     */
    PassageId at(int document) throws IOException {
        if (!values.advanceExact(document)) {
            throw new IllegalStateException("Not a passage: " + document);
        }
        BytesRef value = values.binaryValue();
        ByteArrayDataInput input = new ByteArrayDataInput(value.bytes, value.offset, value.length);
        int version = input.readVInt();
        int ordinal = input.readVInt();
        int start = input.getPosition();
        String id = new BytesRef(value.bytes, start, value.offset + value.length - start).utf8ToString();
        return new PassageId(new DocumentId(id), version, ordinal);
    }

    static BinaryDocValuesField field(PassageId id) {
        BytesRef document = new BytesRef(id.document().value());
        byte[] bytes = new byte[2 * MOST_BYTES_OF_NUMBER + document.length];
        ByteArrayDataOutput output = new ByteArrayDataOutput(bytes);
        try {
            output.writeVInt(id.version());
            output.writeVInt(id.ordinal());
            output.writeBytes(document.bytes, document.offset, document.length);
        } catch (IOException e) {
            throw new AssertionError("An array takes what fits into it", e);
        }
        return new BinaryDocValuesField(FIELD, new BytesRef(bytes, 0, output.getPosition()));
    }
}
