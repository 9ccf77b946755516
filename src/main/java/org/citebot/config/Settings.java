package org.citebot.config;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.source.yaml.YamlConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The settings: a YAML file, and the environment over it ({@code telegram.token} is {@code CITEBOT_TELEGRAM_TOKEN}
 * there). Each feature reads its own into a record of its own. To read a setting is to declare it, with its default and
 * what it is for, so {@link #declared()} is the whole table; mistakes are collected and thrown together by
 * {@link #verify()}, which also refuses keys of the file that nobody declared. For one thread.
 */
public final class Settings {

    private static final int FILE_ORDINAL = 100;
    private static final int ENVIRONMENT_ORDINAL = 300;

    private final SmallRyeConfig values;
    private final String fileName;
    private final Iterable<String> keysOfFile;
    private final Map<String, Setting> declared = new LinkedHashMap<>();
    private final List<String> problems = new ArrayList<>();

    private Settings(SmallRyeConfig values, String fileName, Iterable<String> keysOfFile) {
        this.values = values;
        this.fileName = fileName;
        this.keysOfFile = keysOfFile;
    }

    /**
     * Reads a file, which may be missing, and an environment.
     *
     * @throws ConfigException if the file cannot be read or is no YAML
     */
    public static Settings load(Path file, Map<String, String> environment) {
        String name = file.toString();
        YamlConfigSource yaml;
        try {
            yaml = new YamlConfigSource(name, Files.exists(file) ? Files.readString(file) : "", FILE_ORDINAL);
        } catch (IOException e) {
            throw new ConfigException(List.of(name + ": cannot be read; it must be a text file in UTF-8"));
        } catch (RuntimeException e) {
            throw new ConfigException(List.of(name + ": is no YAML: " + firstLine(e)));
        }
        Map<String, String> ours = new LinkedHashMap<>();
        environment.forEach((variable, value) -> {
            if (variable.startsWith("CITEBOT_")) {
                ours.put(variable.substring("CITEBOT_".length()), value);
            }
        });
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .withSources(yaml, new EnvConfigSource(ours, ENVIRONMENT_ORDINAL))
                .build();
        return new Settings(config, name, yaml.getPropertyNames());
    }

    /**
     * One setting as it is now.
     *
     * @param key e.g. {@code telegram.api-url}
     * @param defaultValue as it would be written; empty for none
     * @param value what is in force, as it would be written; empty for none, {@code ***} for a secret
     * @param description what it is for, one line
     */
    public record Setting(String key, String defaultValue, String value, String description) {

        /** The environment variable that overrides it. */
        public String environmentVariable() {
            return Settings.environmentVariable(key);
        }
    }

    /**
     * The value of a setting that has a default.
     *
     * @param parser makes the value from its text; whatever it throws becomes a problem that names the key
     * @return the default after a mistake, which {@link #verify()} then reports
     */
    public <T> T value(String key, String defaultValue, String description, Function<String, T> parser) {
        String given = given(key);
        T fallback = parser.apply(defaultValue);
        T value = given == null ? fallback : parse(key, given, parser).orElse(fallback);
        declare(new Setting(key, defaultValue, given == null ? defaultValue : given, description));
        return value;
    }

    /** The value of a setting that may be absent; absent and empty mean the same. */
    public <T> Optional<T> optional(String key, String description, Function<String, T> parser) {
        String given = given(key);
        declare(new Setting(key, "", given == null ? "" : given, description));
        return given == null ? Optional.empty() : parse(key, given, parser);
    }

    /** A secret that may be absent. Its value is shown nowhere. */
    public Optional<Secret> secret(String key, String description) {
        String given = given(key);
        declare(new Setting(key, "", given == null ? "" : "***", description));
        return Optional.ofNullable(given).map(Secret::new);
    }

    /** Reports a mistake that only the feature can see, e.g. two settings that exclude each other. */
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
        for (String key : new TreeSet<>(keys(keysOfFile))) {
            if (!declared.containsKey(key)) {
                all.add(fileName + ": unknown key '" + key + "'" + suggestion(key));
            }
        }
        if (!all.isEmpty()) {
            throw new ConfigException(all);
        }
    }

    static String environmentVariable(String key) {
        return "CITEBOT_" + key.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private @Nullable String given(String key) {
        String value = values.getConfigValue(key).getValue();
        return value == null || value.isBlank() ? null : value.strip();
    }

    private <T> Optional<T> parse(String key, String given, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(given));
        } catch (RuntimeException e) {
            problem(key, "'" + given + "' cannot be used: " + firstLine(e));
            return Optional.empty();
        }
    }

    private void declare(Setting setting) {
        if (declared.put(setting.key(), setting) != null) {
            throw new IllegalStateException("Two features read the setting " + setting.key());
        }
    }

    private String place(String key) {
        boolean fromFile = keys(keysOfFile).contains(key)
                && FILE_ORDINAL == values.getConfigValue(key).getConfigSourceOrdinal();
        return fromFile ? fileName + ": " + key : environmentVariable(key);
    }

    private String suggestion(String unknown) {
        return declared.keySet().stream()
                .filter(key ->
                        key.endsWith("." + unknown) || key.replace("-", "").equals(unknown.replaceAll("[-_]", "")))
                .findFirst()
                .map(key -> "; did you mean '" + key + "'?")
                .orElse("; './citebot config' lists the keys there are");
    }

    private static List<String> keys(Iterable<String> names) {
        List<String> keys = new ArrayList<>();
        names.forEach(keys::add);
        return keys;
    }

    private static String firstLine(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.lines().findFirst().orElse("");
    }
}
