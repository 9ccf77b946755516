package org.citebot.language;

import com.ibm.icu.text.ListFormatter;
import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.text.RelativeDateTimeFormatter;
import com.ibm.icu.text.RelativeDateTimeFormatter.AbsoluteUnit;
import com.ibm.icu.text.RelativeDateTimeFormatter.Direction;
import com.ibm.icu.text.RelativeDateTimeFormatter.RelativeUnit;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a program says in one language: texts by key, with plurals, numbers and dates as the language has them. They lie
 * in a properties file in UTF-8, as ICU message formats with named arguments. For many threads.
 */
public final class Phrasebook {

    private static final int NOON = 12;

    private final Language language;
    private final ULocale locale;

    /** Formats keep state while they format, and their copies share some of it: each serves one thread at a time. */
    private final Map<String, MessageFormat> formats = new TreeMap<>();

    private Phrasebook(Language language, Properties texts) {
        this.language = language;
        this.locale = new ULocale(language.code());
        for (String key : texts.stringPropertyNames()) {
            MessageFormat format = new MessageFormat(texts.getProperty(key), locale);
            formats.put(key, format);
        }
    }

    /**
     * Reads the file {@code name_<code of the language>.properties}.
     *
     * @param beside a class of the package that the file lies beside
     * @throws IllegalStateException if there is none
     */
    public static Phrasebook read(Class<?> beside, String name, Language language) {
        String file = name + "_" + language.code() + ".properties";
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the class path: " + file);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return new Phrasebook(language, texts);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** The key of a text that a constant stands for: its name in lower case, with hyphens. */
    public static String key(Enum<?> text) {
        return text.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The language that is spoken here. */
    public Language language() {
        return language;
    }

    /** All keys. */
    public Set<String> keys() {
        return Set.copyOf(formats.keySet());
    }

    /** The names of the arguments of a text. */
    public Set<String> arguments(String key) {
        return new TreeSet<>(format(key).getArgumentNames());
    }

    /**
     * Says something.
     *
     * @param arguments by name: texts, numbers, and days as {@link LocalDate}
     * @throws IllegalArgumentException if there is no such text, or one of its arguments is missing
     */
    public String say(String key, Map<String, ?> arguments) {
        MessageFormat format = format(key);
        Map<String, Object> values = new HashMap<>();
        for (String name : format.getArgumentNames()) {
            Object value = arguments.get(name);
            if (value == null) {
                throw new IllegalArgumentException("'" + key + "' needs {" + name + "}");
            }
            values.put(name, value instanceof LocalDate day ? date(day) : value);
        }
        synchronized (format) {
            return format.format(values);
        }
    }

    /** What a unit of time is called. */
    public enum Unit {
        MINUTES(RelativeUnit.MINUTES),
        HOURS(RelativeUnit.HOURS),
        DAYS(RelativeUnit.DAYS),
        WEEKS(RelativeUnit.WEEKS),
        MONTHS(RelativeUnit.MONTHS),
        YEARS(RelativeUnit.YEARS);

        private final RelativeUnit unit;

        Unit(RelativeUnit unit) {
            this.unit = unit;
        }
    }

    /** So many units ago, or to come where {@code count} is below 0: {@code yesterday}, {@code 3 weeks ago}. */
    public String ago(long count, Unit unit) {
        RelativeDateTimeFormatter formatter = RelativeDateTimeFormatter.getInstance(locale);
        if (unit == Unit.DAYS && Math.abs(count) <= 1) {
            Direction direction = count == 0 ? Direction.THIS : count > 0 ? Direction.LAST : Direction.NEXT;
            return formatter.format(direction, AbsoluteUnit.DAY);
        }
        return formatter.format((double) Math.abs(count), count > 0 ? Direction.LAST : Direction.NEXT, unit.unit);
    }

    /** One of several: {@code this, that, or the other}. */
    public String anyOf(Collection<String> names) {
        return ListFormatter.getInstance(locale, ListFormatter.Type.OR, ListFormatter.Width.WIDE)
                .format(names);
    }

    private MessageFormat format(String key) {
        MessageFormat format = formats.get(key);
        if (format == null) {
            throw new IllegalArgumentException("There is no text '" + key + "' in " + language);
        }
        return format;
    }

    /** At noon where the program runs, as formats of dates are of that zone too. */
    private static Date date(LocalDate day) {
        return Date.from(day.atTime(NOON, 0).atZone(ZoneId.systemDefault()).toInstant());
    }
}
