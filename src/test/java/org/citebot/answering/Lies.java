package org.citebot.answering;

import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes lies of true sentences. */
final class Lies {

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NAME = Pattern.compile("(?<=[a-z] )[A-Z][a-z]+");
    private static final List<List<String>> TURNS = List.of(
            List.of(" was ", " was not "),
            List.of(" said ", " denied "),
            List.of(" will ", " will never "),
            List.of(" rose ", " fell "),
            List.of(" raised ", " cut "),
            List.of(" lost ", " gained "),
            List.of(" would ", " would not "),
            List.of(" did not ", " did "),
            List.of(" refused to ", " agreed to "),
            List.of(" could strike ", " strike "),
            List.of(" might fall ", " fell "),
            List.of(" promised ", " cancelled "),
            List.of(" found ", " destroyed "),
            List.of(" grows ", " no longer grows "),
            List.of(" cost ", " saved "),
            List.of(" called ", " never called "),
            List.of(" has moved ", " has not moved "));

    private Lies() {}

    /** A sentence that the true one does not prove; the same one where it knows no lie of the kind it has chosen. */
    static String of(String sentence, List<String> others, Random random) {
        return switch (random.nextInt(7)) {
            case 0 ->
                NUMBER.matcher(sentence)
                        .replaceFirst(
                                number -> Integer.toString(Integer.parseInt(number.group()) + 1 + random.nextInt(5)));
            case 1 -> NAME.matcher(sentence).replaceFirst("Kowalska");
            case 2, 3 -> turned(sentence);
            case 4 -> mixed(sentence, others.get(random.nextInt(others.size())));
            case 5 -> "The parliament of Freedonia voted on Sunday to leave the union.";
            default -> sentence.replaceFirst(" (\\p{Ll}{3,} \\p{Ll}{3,}) ", " “$1 at any price” ");
        };
    }

    private static String turned(String sentence) {
        for (List<String> turn : TURNS) {
            if (sentence.contains(turn.getFirst())) {
                return sentence.replace(turn.getFirst(), turn.getLast());
            }
        }
        return sentence;
    }

    /** The first half of one with the second half of another. */
    private static String mixed(String one, String other) {
        Matcher middle = Pattern.compile(" ").matcher(other);
        int from = middle.find(other.length() / 2) ? middle.start() : 0;
        return one.substring(0, Math.max(one.indexOf(' ', one.length() / 2), 0)) + other.substring(from);
    }
}
