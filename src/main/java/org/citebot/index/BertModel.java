package org.citebot.index;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A BERT encoder in ONNX Runtime. One text a call, on the thread of the caller; safe for use by many threads. */
final class BertModel implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;

    /** Inference reads, closing writes: to free the session under a running inference crashes the process. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    private BertModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    static BertModel open(OrtEnvironment environment, Path model) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // Callers bring the threads: two texts on a core each are done sooner than one after the other on both.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new BertModel(environment, environment.createSession(model.toString(), options));
        }
    }

    /**
     * The vector of the text as a whole: what the model makes of its first mark, {@code [CLS]}, brought to length one.
     *
     * @param pieces as the tokenizer numbers them
     * @throws IllegalStateException after {@link #close()}
     */
    float[] embed(long[] pieces) throws OrtException {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The embedding model is closed");
            }
            return infer(pieces);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for what is being embedded, then frees the session. */
    @Override
    public void close() throws OrtException {
        lock.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    private float[] infer(long[] pieces) throws OrtException {
        long[] shape = {1, pieces.length};
        long[] present = new long[pieces.length];
        Arrays.fill(present, 1);
        try (OnnxTensor numbers = OnnxTensor.createTensor(environment, LongBuffer.wrap(pieces), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(present), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[pieces.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", numbers, "attention_mask", mask, "token_type_ids", types))) {
            OnnxTensor states = (OnnxTensor) result.get(0);
            FloatBuffer all = states.getFloatBuffer();
            float[] first = new float[(int) states.getInfo().getShape()[2]];
            all.get(first);
            return normalized(first);
        }
    }

    private static float[] normalized(float[] vector) {
        float squares = 0;
        for (float value : vector) {
            squares += value * value;
        }
        float length = (float) Math.sqrt(squares);
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = vector[i] / length;
        }
        return unit;
    }
}
