package org.citebot.index;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A model of text in ONNX Runtime: numbers of pieces in, numbers out. One input a call, on the thread of the caller; safe
 * for use by many threads.
 */
final class TextModel implements AutoCloseable {

    private static final String NUMBERS = "input_ids";
    private static final String MASK = "attention_mask";
    private static final String TYPES = "token_type_ids";
    private static final Set<String> INPUTS = Set.of(NUMBERS, MASK, TYPES);

    private final OrtEnvironment environment;
    private final OrtSession session;

    /** Inference reads, closing writes: to free the session under a running inference crashes the process. */
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    private boolean closed;

    private TextModel(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads a model.
     *
     * @param threads that share the work of one input
     * @throws ModelFileException if it reads anything but numbers of pieces, their mask and types
     */
    static TextModel open(OrtEnvironment environment, Path model, int threads) throws OrtException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(threads);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(model.toString(), options);
            if (!INPUTS.containsAll(session.getInputNames())
                    || !session.getInputNames().contains(NUMBERS)) {
                String inputs = String.join(", ", session.getInputNames());
                session.close();
                throw new ModelFileException(
                        model + " is no model of text: its inputs are " + inputs + ", where " + NUMBERS + " is needed");
            }
            return new TextModel(environment, session);
        }
    }

    /** Reads what a model made of its input; the result is freed afterwards. */
    @FunctionalInterface
    interface Reading<T> {
        T of(OnnxTensor output) throws OrtException;
    }

    /**
     * What the model makes of some pieces: its first output.
     *
     * @throws IllegalStateException after {@link #close()}
     */
    <T> T run(Tokens tokens, Reading<T> reading) throws OrtException {
        lock.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("The model is closed");
            }
            return infer(tokens, reading);
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Waits for what is running, then frees the session. */
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

    private <T> T infer(Tokens tokens, Reading<T> reading) throws OrtException {
        long[] present = new long[tokens.size()];
        Arrays.fill(present, 1);
        try (OnnxTensor numbers = tensor(tokens.numbers());
                OnnxTensor mask = tensor(present);
                OnnxTensor types = tensor(tokens.types())) {
            Map<String, OnnxTensor> inputs = new HashMap<>(Map.of(NUMBERS, numbers, MASK, mask, TYPES, types));
            inputs.keySet().retainAll(session.getInputNames());
            try (OrtSession.Result result = session.run(inputs)) {
                if (result.get(0) instanceof OnnxTensor output) {
                    return reading.of(output);
                }
                throw new IllegalStateException("The model's first output is no tensor");
            }
        }
    }

    private OnnxTensor tensor(long[] row) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(row), new long[] {1, row.length});
    }
}
