package org.citebot.moderation;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is left of a text for comparing it with many others: the smallest {@value #SIZE} hashes of its shingles, three
 * words in a row each. The share of shingles that two texts have in common is estimated from the smallest hashes of
 * both together, with a standard error of at most 0.05; texts with fewer shingles are compared exactly. (Bottom-k
 * sketches: Broder, On the resemblance and containment of documents, 1997; Cohen and Kaplan, Summarizing data using
 * bottom-k sketches, 2007.)
 */
final class Sketch {

    static final int SIZE = 128;

    private static final int SHINGLE = 3;
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final long MIX_1 = 0xBF58476D1CE4E5B9L;
    private static final long MIX_2 = 0x94D049BB133111EBL;
    private static final long PRIME = 0x100000001B3L;

    /** Ascending, no two alike. */
    private final long[] smallest;

    private Sketch(long[] smallest) {
        this.smallest = smallest;
    }

    /** Reads letters and digits alone, small and capital ones alike: other typography is no other text. */
    static Sketch of(String text) {
        long[] words = WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .mapToLong(word -> hash(word.group()))
                .toArray();
        int shingles = Math.max(words.length == 0 ? 0 : 1, words.length - SHINGLE + 1);
        long[] hashes = new long[shingles];
        for (int i = 0; i < shingles; i++) {
            long hash = 0;
            for (int j = i; j < Math.min(i + SHINGLE, words.length); j++) {
                hash = mix(hash * PRIME + words[j]);
            }
            hashes[i] = hash;
        }
        return new Sketch(Arrays.stream(hashes).sorted().distinct().limit(SIZE).toArray());
    }

    /** The estimated share of common shingles among all of both: 0 to 1. */
    double similarity(Sketch other) {
        int i = 0;
        int j = 0;
        int common = 0;
        int seen = 0;
        while (seen < SIZE && (i < smallest.length || j < other.smallest.length)) {
            int order = i == smallest.length
                    ? 1
                    : j == other.smallest.length ? -1 : Long.compare(smallest[i], other.smallest[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            seen++;
        }
        return seen == 0 ? 0 : (double) common / seen;
    }

    byte[] toBytes() {
        ByteBuffer bytes = ByteBuffer.allocate(smallest.length * Long.BYTES);
        bytes.asLongBuffer().put(smallest);
        return bytes.array();
    }

    static Sketch ofBytes(byte[] bytes) {
        long[] smallest = new long[bytes.length / Long.BYTES];
        ByteBuffer.wrap(bytes).asLongBuffer().get(smallest);
        return new Sketch(smallest);
    }

    /** Not {@link String#hashCode}, whose 32 bits let different words meet. */
    private static long hash(String word) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < word.length(); i++) {
            hash = (hash ^ word.charAt(i)) * PRIME;
        }
        return mix(hash);
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * MIX_1;
        mixed = (mixed ^ (mixed >>> 27)) * MIX_2;
        return mixed ^ (mixed >>> 31);
    }
}
