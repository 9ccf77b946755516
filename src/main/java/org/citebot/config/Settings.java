package org.citebot.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The settings: a YAML file, and the environment over it ({@code telegram.token} is {@code CITEBOT_TELEGRAM_TOKEN}
 * there). Each feature reads its own into a record of its own. To read a setting is to declare it, with its default and
 * what it is for, so {@link #declared()} is the whole table; mistakes are collected and thrown together by
 * {@link #verify()}, which also refuses keys of the file that nobody declared.
 *
 * <p>A value is a line of text, taken literally and without the white space around it. Absent and empty mean the same,
 * in the environment too: an empty variable leaves the file's value in force. For one thread.
 */
public final class Settings {

    private static final String VARIABLE_PREFIX = "CITEBOT_";
    private static final int LONGEST_SHOWN = 80;

    private final ConfigFile file;
    private final Map<String, String> environment;
    private final Map<String, Setting> declared = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Settings(ConfigFile file, Map<String, String> environment) {
        this.file = file;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Reads a file, which may be missing, and an environment.
     *
     * @throws ConfigException if the file cannot be read or holds anything but keys with a value each
     */
    public static Settings load(Path file, Map<String, String> environment) {
        return new Settings(ConfigFile.read(file), environment);
    }

    /**
     * One setting and what it is set to.
     *
     * @param key words in lower case, parted by dots and hyphens, e.g. {@code telegram.api-url}
     * @param defaultValue as it would be written; empty for none
     * @param value what is in force, as it would be written; empty for none, {@code ***} for a secret
     * @param description what it is for, one line
     */
    public record Setting(String key, String defaultValue, String value, String description) {

        private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

        public Setting {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("Not the key of a setting: '" + key + "'");
            }
            if (description.isBlank() || description.lines().count() != 1) {
                throw new IllegalArgumentException("The setting " + key + " is described in one line");
            }
        }

        /** The environment variable that overrides it. */
        public String environmentVariable() {
            return Settings.environmentVariable(key);
        }
    }

    /**
     * The value of a setting that has a default.
     *
     * @param parser makes the value from its text; whatever it throws becomes a problem that names the key. The
     *     default is parsed too, and must parse
     * @return the default after a mistake, which {@link #verify()} then reports
     */
    public <T> T value(String key, String defaultValue, String description, Function<String, T> parser) {
        T fallback = parser.apply(defaultValue);
        String given = given(key);
        declare(new Setting(key, defaultValue, given == null ? defaultValue : given, description));
        return given == null ? fallback : parse(key, given, parser).orElse(fallback);
    }

    /** The value of a setting that may be absent; also empty after a mistake, which {@link #verify()} then reports. */
    public <T> Optional<T> optional(String key, String description, Function<String, T> parser) {
        String given = given(key);
        declare(new Setting(key, "", given == null ? "" : given, description));
        return given == null ? Optional.empty() : parse(key, given, parser);
    }

    /** A secret that may be absent. Its value is shown nowhere. */
    public Optional<Secret> secret(String key, String description) {
        String given = given(key);
        declare(new Setting(key, "", given == null ? "" : Secret.HIDDEN, description));
        return Optional.ofNullable(given).map(Secret::new);
    }

    /**
     * Reports a mistake that only the feature can see, e.g. two settings that exclude each other.
     *
     * @param key the setting at fault
     * @param what one line that names no secret
     */
    public void problem(String key, String what) {
        problems.add(place(key) + ": " + what);
    }

    /** Every setting read so far, in the order of reading. */
    public List<Setting> declared() {
        return List.copyOf(declared.values());
    }

    /**
     * To be called when every feature has read its settings.
     *
     * @throws ConfigException with all mistakes, and all keys of the file that nobody declared
     */
    public void verify() {
        List<String> all = new ArrayList<>(problems);
        file.entries().forEach((key, entry) -> {
            if (!declared.containsKey(key) && !isEmptySection(key, entry)) {
                all.add(file.place(key) + ": unknown key '" + key + "'" + suggestion(key));
            }
        });
        if (!all.isEmpty()) {
            throw new ConfigException(all);
        }
    }

    static String environmentVariable(String key) {
        return VARIABLE_PREFIX + key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private @Nullable String given(String key) {
        String fromEnvironment = fromEnvironment(key);
        if (fromEnvironment != null) {
            return fromEnvironment;
        }
        ConfigFile.Entry entry = file.entries().get(key);
        return entry == null || entry.value().isEmpty() ? null : entry.value();
    }

    private @Nullable String fromEnvironment(String key) {
        String value = environment.getOrDefault(environmentVariable(key), "").strip();
        return value.isEmpty() ? null : value;
    }

    private <T> Optional<T> parse(String key, String given, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(given));
        } catch (RuntimeException e) {
            String shown = given.length() <= LONGEST_SHOWN ? given : given.substring(0, LONGEST_SHOWN) + "…";
            problem(key, "'" + shown + "' cannot be used: " + why(e));
            return Optional.empty();
        }
    }

    private static String why(RuntimeException failure) {
        if (failure instanceof NumberFormatException) {
            return "it must be a number";
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return message.lines().findFirst().orElse(failure.getClass().getSimpleName());
    }

    private void declare(Setting setting) {
        if (declared.put(setting.key(), setting) != null) {
            throw new IllegalStateException("Two features read the setting " + setting.key());
        }
    }

    private String place(String key) {
        if (fromEnvironment(key) != null) {
            return environmentVariable(key) + " (" + key + ")";
        }
        return file.entries().containsKey(key)
                ? file.place(key) + ": " + key
                : key + " (in " + file.name() + ", or " + environmentVariable(key) + ")";
    }

    /** Whether this is the heading of a section whose settings are all left out or commented out. */
    private boolean isEmptySection(String key, ConfigFile.Entry entry) {
        return entry.value().isEmpty() && declared.keySet().stream().anyMatch(known -> known.startsWith(key + "."));
    }

    private String suggestion(String unknown) {
        String letters = letters(unknown);
        String lastWord = letters(unknown.substring(unknown.lastIndexOf('.') + 1));
        return declared.keySet().stream()
                .filter(key -> letters(key).equals(letters)
                        || letters(key.substring(key.lastIndexOf('.') + 1)).equals(lastWord))
                .findFirst()
                .map(key -> "; did you mean '" + key + "'?")
                .orElse("; './citebot config' lists the keys there are");
    }

    private static String letters(String key) {
        return key.replaceAll("[^a-zA-Z0-9]", "").toLowerCase(Locale.ROOT);
    }
}
