package org.citebot.index;

import org.apache.lucene.codecs.KnnVectorsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.codecs.lucene104.Lucene104HnswScalarQuantizedVectorsFormat;
import org.apache.lucene.util.quantization.QuantizedByteVectorValues.ScalarEncoding;

/**
 * Lucene's codec with vectors searched as bytes, a quarter of their size as floats. It writes what Lucene's own codec
 * reads, so it needs no name of its own.
 */
final class PassageCodec extends Lucene104Codec {

    /** Neighbours of a vector in the graph, and how many are looked at when one is added: Lucene's defaults. */
    private static final int MAX_CONNECTIONS = 16;

    private static final int BEAM_WIDTH = 100;

    private final KnnVectorsFormat vectors;

    PassageCodec() {
        this(ScalarEncoding.UNSIGNED_BYTE);
    }

    /** @param encoding what a vector is searched as; its floats are kept beside it in any case */
    PassageCodec(ScalarEncoding encoding) {
        vectors = new Lucene104HnswScalarQuantizedVectorsFormat(encoding, MAX_CONNECTIONS, BEAM_WIDTH);
    }

    @Override
    public KnnVectorsFormat getKnnVectorsFormatForField(String field) {
        return vectors;
    }
}
