package org.citebot.index;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.Locale;

/** How one vector of a text is made of those of its pieces. */
public enum Pooling {
    /** That of the first mark. */
    CLS,
    /** The mean of all. */
    MEAN;

    /**
     * Reads its name in lower case.
     *
     * @throws IllegalArgumentException that says what would be right
     */
    public static Pooling parse(String text) {
        return switch (text) {
            case "cls" -> CLS;
            case "mean" -> MEAN;
            default -> throw new IllegalArgumentException("cls or mean");
        };
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The vector of length one; a model that pools by itself has made the only one there is. */
    float[] pool(OnnxTensor states) throws OrtException {
        long[] shape = states.getInfo().getShape();
        float[] pooled = new float[(int) shape[shape.length - 1]];
        FloatBuffer all = states.getFloatBuffer();
        if (shape.length < 3 || this == CLS) {
            all.get(pooled);
        } else {
            for (int piece = 0; piece < shape[1]; piece++) {
                for (int i = 0; i < pooled.length; i++) {
                    pooled[i] += all.get();
                }
            }
        }
        return normalized(pooled);
    }

    static float[] normalized(float[] vector) {
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
