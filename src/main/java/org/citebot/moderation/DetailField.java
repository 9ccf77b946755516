package org.citebot.moderation;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.Message;

/** What a moderator may say of a document beside what its file says. */
public enum DetailField {
    TITLE {
        @Override
        String normalise(String value, LocalDate today) throws UnusableValueException {
            if (value.isEmpty()) {
                throw new UnusableValueException(ValueProblem.NO_TITLE.with(Map.of()));
            }
            return inOneLine(value);
        }
    },
    OUTLET {
        @Override
        String normalise(String value, LocalDate today) throws UnusableValueException {
            return inOneLine(value);
        }
    },
    DATE {
        @Override
        String normalise(String value, LocalDate today) throws UnusableValueException {
            if (value.isEmpty()) {
                return value;
            }
            LocalDate day = day(value);
            if (day.isAfter(today.plusDays(1))) {
                throw new UnusableValueException(ValueProblem.IN_FUTURE.with(Map.of("day", day.toString())));
            }
            return day.toString();
        }
    },
    URL {
        @Override
        String normalise(String value, LocalDate today) throws UnusableValueException {
            return value.isEmpty() ? value : link(value).toString();
        }
    };

    /** UTF-16 units; longer titles and names of outlets are cut or refused. */
    static final int LONGEST = 200;

    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern DOTTED_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");

    /**
     * The value as it is stored; empty for none.
     *
     * @param value without invisible characters and white space around it
     * @throws UnusableValueException if it cannot be taken
     */
    abstract String normalise(String value, LocalDate today) throws UnusableValueException;

    /** Says in one line why a value cannot be taken. */
    static final class UnusableValueException extends Exception {

        private static final long serialVersionUID = 1;

        private final transient Message problem;

        UnusableValueException(Message problem) {
            this.problem = problem;
        }

        Message problem() {
            return problem;
        }
    }

    /** A text without what cannot be seen, and without white space around it. */
    static String clean(String text) {
        return InvisibleCharacters.strip(text).strip();
    }

    private static String inOneLine(String value) throws UnusableValueException {
        String line = value.replaceAll("\\s+", " ");
        if (line.length() > LONGEST) {
            throw new UnusableValueException(
                    ValueProblem.TOO_LONG.with(Map.of("length", line.length(), "most", LONGEST)));
        }
        return line;
    }

    private static LocalDate day(String value) throws UnusableValueException {
        Matcher iso = ISO_DAY.matcher(value);
        Matcher dotted = DOTTED_DAY.matcher(value);
        try {
            if (iso.matches()) {
                return day(iso.group(1), iso.group(2), iso.group(3));
            }
            if (dotted.matches()) {
                return day(dotted.group(3), dotted.group(2), dotted.group(1));
            }
        } catch (DateTimeException e) {
            throw new UnusableValueException(ValueProblem.NO_DAY.with(Map.of("value", value)));
        }
        throw new UnusableValueException(ValueProblem.HOW_DAY.with(Map.of()));
    }

    private static LocalDate day(String year, String month, String day) {
        return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    }

    private static URI link(String value) throws UnusableValueException {
        try {
            URI uri = new URI(value);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (web && uri.getHost() != null && uri.getUserInfo() == null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told below like every other that is no link.
        }
        throw new UnusableValueException(ValueProblem.HOW_LINK.with(Map.of()));
    }
}
