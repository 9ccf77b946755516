package org.citebot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.citebot.config.Settings.Setting;

/** The declared settings as the documentation shows them, so that it cannot be left behind. */
final class SettingsTable {

    /** Values that mean the same in YAML with and without quotes. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/]([A-Za-z0-9./:_@+ -]*[A-Za-z0-9./_@+-])?");

    private static final String HEADER = """
            # Settings of Citebot: every one with its default, so a line that is left out changes nothing. The
            # environment overrides this file: telegram.token is CITEBOT_TELEGRAM_TOKEN there. Values are taken as they
            # are written. './citebot config' prints what is in force, './citebot doctor' checks it.
            """;

    private SettingsTable() {}

    /** A Markdown table, a setting a row. */
    static String markdown(List<Setting> settings) {
        return "| Setting | Environment | Default | What it is for |\n| --- | --- | --- | --- |\n"
                + settings.stream().map(SettingsTable::row).collect(Collectors.joining());
    }

    /** The text of a settings file with every default, in sections by the first word of the key. */
    static String yaml(List<Setting> settings) {
        Map<String, StringBuilder> sections = new LinkedHashMap<>();
        for (Setting setting : settings) {
            int dot = setting.key().indexOf('.');
            String section = dot < 0 ? "" : setting.key().substring(0, dot);
            sections.computeIfAbsent(section, SettingsTable::heading)
                    .append(entry(setting, setting.key().substring(dot + 1), dot < 0 ? "" : "  "));
        }
        return HEADER + String.join("", sections.values());
    }

    private static StringBuilder heading(String section) {
        return new StringBuilder(section.isEmpty() ? "\n" : "\n" + section + ":\n");
    }

    private static String entry(Setting setting, String key, String indent) {
        return "%s# %s\n%s%s:%s\n"
                .formatted(indent, setting.description(), indent, key, scalar(setting.defaultValue()));
    }

    private static String scalar(String value) {
        if (value.isEmpty()) {
            return "";
        }
        boolean plain = PLAIN.matcher(value).matches() && !value.contains(": ");
        return plain ? " " + value : " '" + value.replace("'", "''") + "'";
    }

    private static String row(Setting setting) {
        String shown = setting.defaultValue().isEmpty() ? "" : code(setting.defaultValue());
        return "| %s | %s | %s | %s |\n"
                .formatted(
                        code(setting.key()),
                        code(setting.environmentVariable()),
                        shown,
                        setting.description().replace("|", "\\|"));
    }

    private static String code(String text) {
        return "`" + text.replace("|", "\\|") + "`";
    }
}
