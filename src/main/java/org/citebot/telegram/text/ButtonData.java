package org.citebot.telegram.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a button brings back, in at most 64 bytes: a verb and its arguments with colons between them. Written and read here
 * alone. Trap: it can be forged, so whatever is not as it should be is an {@link IllegalArgumentException} here, and
 * nothing at all for who reads by {@link #read(String, Function)}.
 */
public record ButtonData(String verb, List<String> arguments) {

    private static final String COLON = ":";

    public ButtonData {
        arguments = List.copyOf(arguments);
    }

    /** Numbers as digits, yes and no as 1 and 0, everything else as it prints itself. */
    public static String write(String verb, Object... arguments) {
        return Stream.concat(Stream.of(verb), Arrays.stream(arguments).map(ButtonData::word))
                .collect(Collectors.joining(COLON));
    }

    private static String word(Object argument) {
        return argument instanceof Boolean yes ? (yes ? "1" : "0") : argument.toString();
    }

    /**
     * What data mean.
     *
     * @param meaning null for nothing; what it throws as an {@link IllegalArgumentException} means nothing too
     */
    public static <T> Optional<T> read(String data, Function<ButtonData, @Nullable T> meaning) {
        List<String> parts = List.of(data.split(COLON, -1));
        try {
            return Optional.ofNullable(meaning.apply(new ButtonData(parts.getFirst(), parts.subList(1, parts.size()))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The verb and how many arguments it has: {@code cite/2}. */
    public String shape() {
        return verb + "/" + arguments.size();
    }

    public String word(int index) {
        return arguments.get(index);
    }

    /** All arguments as one, for what holds colons itself. */
    public String rest() {
        return String.join(COLON, arguments);
    }

    /** Of up to nine digits. */
    public int number(int index) {
        return Integer.parseInt(digits(index, 9));
    }

    /** Of up to 19 digits. */
    public long longNumber(int index) {
        return Long.parseLong(digits(index, 19));
    }

    public boolean flag(int index) {
        return switch (word(index)) {
            case "1" -> true;
            case "0" -> false;
            default -> throw new IllegalArgumentException("Neither 1 nor 0");
        };
    }

    private String digits(int index, int most) {
        String word = word(index);
        if (!word.matches("[0-9]{1," + most + "}")) {
            throw new IllegalArgumentException("No number");
        }
        return word;
    }
}
