package org.citebot.ingestion;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as files and pages write them. */
final class Dates {

    /** An ISO date, alone or with a time of any precision and zone. */
    private static final Pattern ISO =
            Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:(?:[T ]|\\s+)\\d{1,2}:?\\d{2}.{0,30})?");

    private Dates() {}

    /** The day of an ISO date or date-time, as it was written there; empty if it is none. */
    static Optional<LocalDate> parse(String text) {
        Matcher iso = ISO.matcher(text.strip());
        if (!iso.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
