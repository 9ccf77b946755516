package org.citebot.app;

/** A number of things, as people say it. */
final class Count {

    private Count() {}

    /** {@code 1 document}, {@code 2 documents}. */
    static String of(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
