package org.citebot.index;

import java.util.ArrayList;
import java.util.List;

/** Sets the marks of a {@link TokenTemplate} around the pieces of texts. Immutable, for many threads. */
record PieceTokenizer(Pieces pieces, TokenTemplate single, TokenTemplate pair) implements Tokenizer {

    /** The share of the pieces that a question may take from its passage. */
    private static final int SHARE_OF_QUESTION = 2;

    /** The pieces of a text, without marks. */
    @FunctionalInterface
    interface Pieces {
        /** @param limit the most that are of interest */
        long[] of(String text, int limit);
    }

    @Override
    public Tokens encode(String text, int limit) {
        return single.fill(List.of(pieces.of(text, limit - single.marks())));
    }

    @Override
    public Tokens encode(String question, String passage, int limit) {
        int room = limit - pair.marks();
        List<long[]> texts = new ArrayList<>();
        texts.add(pieces.of(question, room / SHARE_OF_QUESTION));
        texts.add(pieces.of(passage, room - texts.getFirst().length));
        return pair.fill(texts);
    }
}
