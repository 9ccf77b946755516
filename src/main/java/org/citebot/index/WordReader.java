package org.citebot.index;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.TextSpan;

/**
 * Reads the vectors of a text's words from those of its pieces: a word's is the mean of its pieces'. Which these are, is
 * known for a tokenizer that cuts words one by one: the pieces of the words and of what stands between them are then those
 * of the text.
 */
final class WordReader {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

    private final Tokenizer tokenizer;
    private final int limit;
    private final int marks;

    WordReader(Tokenizer tokenizer, int limit) {
        this.tokenizer = tokenizer;
        this.limit = limit;
        this.marks = tokenizer.encode("", limit).size();
    }

    /** The words of a text that a model has read as some tokens; none where they do not belong to these. */
    WordVectors read(String text, Tokens tokens, OnnxTensor states) throws OrtException {
        List<TextSpan> spans = new ArrayList<>();
        List<Integer> begins = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        int pieces = 1;
        int from = 0;
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            int begin = pieces + count(text.substring(from, word.start()));
            pieces = begin + count(word.group());
            from = word.end();
            if (pieces > begin) {
                spans.add(new TextSpan(word.start(), word.end()));
                begins.add(begin);
                ends.add(pieces);
            }
        }
        pieces += count(text.substring(from));
        if (pieces - 1 + marks != tokens.size()) {
            return WordVectors.NONE;
        }
        FloatBuffer all = states.getFloatBuffer();
        int length = (int) states.getInfo().getShape()[2];
        List<float[]> vectors = new ArrayList<>();
        for (int i = 0; i < spans.size(); i++) {
            vectors.add(mean(all, length, begins.get(i), ends.get(i)));
        }
        return new WordVectors(spans, vectors);
    }

    private int count(String text) {
        return text.isBlank() ? 0 : tokenizer.encode(text, limit).size() - marks;
    }

    private static float[] mean(FloatBuffer all, int length, int begin, int end) {
        float[] sum = new float[length];
        for (int piece = begin; piece < end; piece++) {
            for (int i = 0; i < length; i++) {
                sum[i] += all.get(piece * length + i);
            }
        }
        return Pooling.normalized(sum);
    }
}
