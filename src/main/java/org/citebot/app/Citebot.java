package org.citebot.app;

/** x. */
public final class Citebot {
    private Citebot() {}

    public static void main(String[] args) {
        System.out.println("hi");
    }
}
