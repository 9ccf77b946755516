package org.citebot.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something to tell a person, made where nobody knows yet in which language. Immutable, for many threads.
 *
 * @param books where its text is
 * @param key which text it is
 * @param values what {@link Phrasebook#say} takes; a message is said in the same language, and several in a list are
 *     said with semicolons between them
 */
public record Message(Spoken<Phrasebook> books, String key, Map<String, ?> values) {

    public Message {
        values = Map.copyOf(values);
    }

    /** What it says in a language; in English where Citebot does not speak that. */
    public String in(Language language) {
        Map<String, Object> said = new HashMap<>();
        values.forEach((name, value) -> said.put(name, say(value, language)));
        return books.in(language).say(key, said);
    }

    private static Object say(Object value, Language language) {
        return switch (value) {
            case Message message -> message.in(language);
            case List<?> several ->
                several.stream().map(each -> say(each, language).toString()).collect(Collectors.joining("; "));
            default -> value;
        };
    }
}
