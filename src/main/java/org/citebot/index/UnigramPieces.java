package org.citebot.index;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * SentencePiece's unigram model (Kudo, "Subword Regularization", ACL 2018), with which most multilingual models cut words:
 * of all ways to cut a word into pieces of the vocabulary the likeliest, by the sum of the pieces' scores. Immutable, for
 * many threads.
 *
 * <p>Text is brought to Unicode's NFKC, which is what the makers' own table does but for some rare signs; white space parts
 * words, and each begins with a mark in its place.
 */
final class UnigramPieces implements PieceTokenizer.Pieces {

    /** What stands for the white space before a word. */
    static final String SPACE = "\u2581";

    private static final Pattern BEFORE_MARK = Pattern.compile("(?<!^)(?=" + SPACE + ")");
    private static final Pattern WHITE_SPACE = Pattern.compile("[\\s\\p{Z}\\p{Cc}\\u200B\\uFEFF]+");

    /** How much worse than the least likely piece an unknown character is, as in the original. */
    private static final double UNKNOWN_PENALTY = 10;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final double[] scores;
    private final int unknown;
    private final double unknownScore;
    private final int longest;

    /** @param scores of the pieces, in their order */
    UnigramPieces(List<String> pieces, List<Double> scores, int unknown) {
        this.scores = scores.stream().mapToDouble(Double::doubleValue).toArray();
        this.unknown = unknown;
        this.unknownScore = Arrays.stream(this.scores).min().orElse(0) - UNKNOWN_PENALTY;
        int most = 1;
        for (int i = 0; i < pieces.size(); i++) {
            numbers.put(pieces.get(i), i);
            most = Math.max(most, pieces.get(i).length());
        }
        this.longest = most;
    }

    @Override
    public long[] of(String text, int limit) {
        String[] words = WHITE_SPACE.split(Normalizer.normalize(text, Normalizer.Form.NFKC), -1);
        long[] all = new long[limit];
        int count = 0;
        for (int i = 0; i < words.length && count < limit; i++) {
            for (String word : marked(words[i])) {
                long[] pieces = cut(word);
                int added = Math.min(pieces.length, limit - count);
                System.arraycopy(pieces, 0, all, count, added);
                count += added;
            }
        }
        return Arrays.copyOf(all, count);
    }

    /** A word with the mark before it; a text that holds the mark itself has more words. */
    private static List<String> marked(String word) {
        if (word.isEmpty()) {
            return List.of();
        }
        String marked = word.startsWith(SPACE) ? word : SPACE + word;
        return marked.indexOf(SPACE, 1) < 0 ? List.of(marked) : List.of(BEFORE_MARK.split(marked, -1));
    }

    /** By dynamic programming (Viterbi) over the places of the word. */
    private long[] cut(String word) {
        int length = word.length();
        double[] best = new double[length + 1];
        int[] from = new int[length + 1];
        int[] piece = new int[length + 1];
        Arrays.fill(best, 1, length + 1, Double.NEGATIVE_INFINITY);
        for (int start = 0; start < length; start++) {
            if (best[start] == Double.NEGATIVE_INFINITY) {
                continue;
            }
            int character = start + Character.charCount(word.codePointAt(start));
            boolean single = false;
            for (int end = character; end <= Math.min(length, start + longest); end++) {
                Integer number = numbers.get(word.substring(start, end));
                if (number != null) {
                    single |= end == character;
                    offer(best, from, piece, start, end, number, best[start] + scores[number]);
                }
            }
            if (!single) {
                offer(best, from, piece, start, character, unknown, best[start] + unknownScore);
            }
        }
        return backwards(from, piece, length);
    }

    private static void offer(double[] best, int[] from, int[] piece, int start, int end, int number, double score) {
        if (score > best[end]) {
            best[end] = score;
            from[end] = start;
            piece[end] = number;
        }
    }

    /** Unknown characters in a row are one unknown piece. */
    private long[] backwards(int[] from, int[] piece, int length) {
        long[] reversed = new long[length];
        int count = 0;
        for (int at = length; at > 0; at = from[at]) {
            boolean again = piece[at] == unknown && count > 0 && reversed[count - 1] == unknown;
            if (!again) {
                reversed[count++] = piece[at];
            }
        }
        long[] pieces = new long[count];
        for (int i = 0; i < count; i++) {
            pieces[i] = reversed[count - 1 - i];
        }
        return pieces;
    }
}
