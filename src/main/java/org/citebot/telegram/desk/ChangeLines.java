package org.citebot.telegram.desk;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citebot.language.InvisibleCharacters;
import org.citebot.moderation.DetailField;

/**
 * The lines by which a person changes what is said of a document, e.g. {@code Date: 2024-05-31}; its name in any of
 * the languages.
 *
 * @param values what to say; blank for what to take away
 * @param strange the lines that say nothing of a field, or of one that an earlier line names
 */
record ChangeLines(Map<DetailField, String> values, List<String> strange) {

    ChangeLines {
        values = Map.copyOf(values);
        strange = List.copyOf(strange);
    }

    static ChangeLines read(String text) {
        Map<DetailField, String> values = new EnumMap<>(DetailField.class);
        List<String> strange = new ArrayList<>();
        for (String line : InvisibleCharacters.strip(text).lines().toList()) {
            int colon = line.indexOf(':');
            Optional<DetailField> field = colon < 0 ? Optional.empty() : DeskWords.field(line.substring(0, colon));
            if (field.isPresent() && !values.containsKey(field.get())) {
                values.put(field.get(), line.substring(colon + 1).strip());
            } else if (!line.isBlank()) {
                strange.add(line.strip());
            }
        }
        return new ChangeLines(values, strange);
    }
}
