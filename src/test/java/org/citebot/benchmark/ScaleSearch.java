package org.citebot.benchmark;

/** The ways of searching that are compared. All look for the best 50 passages. */
enum ScaleSearch {
    WORDS("BM25"),
    BYTES("vectors as bytes (the product's)"),
    BYTES_DEEP("vectors as bytes, the best 50 of 100"),
    BITS("vectors as bits"),
    BITS_TWICE("vectors as bits, 100 rescored"),
    BITS_FIVE_TIMES("vectors as bits, 250 rescored"),
    FUSED_TEN("fused, the best 10 read from the store, as for an answer"),
    FUSED("fused, all read from the store");

    static final int COUNT = 50;

    private final String title;

    ScaleSearch(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean ofVectors() {
        return this != WORDS && this != FUSED && this != FUSED_TEN;
    }
}
