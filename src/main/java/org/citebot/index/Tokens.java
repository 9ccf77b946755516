package org.citebot.index;

/** What a model reads: the numbers of the pieces, and for each the text it belongs to, 0 or 1. Nobody changes them. */
final class Tokens {

    private final long[] numbers;
    private final long[] types;

    Tokens(long[] numbers, long[] types) {
        this.numbers = numbers;
        this.types = types;
    }

    /** Of one text. */
    Tokens(long[] numbers) {
        this(numbers, new long[numbers.length]);
    }

    int size() {
        return numbers.length;
    }

    long[] numbers() {
        return numbers;
    }

    long[] types() {
        return types;
    }
}
