package org.citebot.telegram.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.citebot.language.Language;

/** Lines that several parts of the desk say, and how they write times and numbers. */
final class Lines {

    static final String MODERATORS_ONLY = "Only moderators of this bot can do this. Nothing was done.";
    static final String OWNER_ONLY = "Only the owner of this bot can do this. Nothing was done.";
    static final String TOO_OLD = "This button is too old. Nothing was done.";

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private Lines() {}

    /** E.g. {@code 2024-05-31 10:00 UTC}. */
    static String moment(Instant at) {
        return MOMENT.format(at);
    }

    /** E.g. {@code 3 minutes ago}. */
    static String ago(Instant then, Instant now) {
        Duration age = Duration.between(then, now);
        if (age.toMinutes() < 1) {
            return "just now";
        }
        if (age.toHours() < 1) {
            return count(age.toMinutes(), "minute") + " ago";
        }
        return (age.toDays() < 1 ? count(age.toHours(), "hour") : count(age.toDays(), "day")) + " ago";
    }

    /** E.g. {@code 1 part}, {@code 12,000 characters}. */
    static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** E.g. {@code English}. */
    static String language(Language language) {
        return language == Language.OTHER
                ? "another language"
                : Locale.of(language.code()).getDisplayLanguage(Locale.ENGLISH);
    }
}
