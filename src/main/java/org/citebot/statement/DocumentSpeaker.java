package org.citebot.statement;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.citebot.corpus.DamagedStoreException;
import org.citebot.corpus.DocumentDetails;
import org.jspecify.annotations.Nullable;

/**
 * A speaker as one document knows it: what the directory of all documents is made of.
 *
 * @param name the fullest name that the document gives
 * @param abbreviation that it gives; null if none
 * @param role the words with which it describes the speaker; null if it does not
 * @param aliases other names, by the front matter
 * @param statements how many the document has
 */
record DocumentSpeaker(
        @JsonProperty("name") String name,
        @JsonProperty("abbreviation") @Nullable String abbreviation,
        @JsonProperty("role") @Nullable String role,
        @JsonProperty("aliases") List<String> aliases,
        @JsonProperty("statements") int statements) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<DocumentSpeaker>> LIST = new TypeReference<>() {};

    DocumentSpeaker {
        aliases = List.copyOf(aliases);
    }

    /** Those of a document's statements who have a name; descriptions such as "a senior official" are somebody else elsewhere. */
    static List<DocumentSpeaker> of(DocumentDetails details, List<Statement> statements) {
        Map<String, DocumentSpeaker> speakers = new LinkedHashMap<>();
        details.speakers()
                .forEach((name, aliases) ->
                        speakers.put(NameKey.of(name), new DocumentSpeaker(name, null, null, aliases, 0)));
        for (Statement statement : statements) {
            Speaker speaker = statement.speaker();
            String name = speaker.name();
            if (name != null && isName(name)) {
                speakers.merge(
                        NameKey.of(name),
                        new DocumentSpeaker(name, speaker.abbreviation(), speaker.role(), List.of(), 1),
                        DocumentSpeaker::and);
            }
        }
        return List.copyOf(speakers.values());
    }

    /** Whether it is a name, and no description. */
    static boolean isName(String words) {
        return words.codePoints().anyMatch(Character::isUpperCase)
                && !Character.isLowerCase(words.codePointAt(0))
                && !NameKey.of(words).isEmpty();
    }

    private DocumentSpeaker and(DocumentSpeaker other) {
        List<String> both = new ArrayList<>(aliases);
        both.addAll(other.aliases);
        return new DocumentSpeaker(
                name,
                abbreviation == null ? other.abbreviation : abbreviation,
                role == null ? other.role : role,
                both,
                statements + other.statements);
    }

    static String write(List<DocumentSpeaker> speakers) {
        try {
            return JSON.writeValueAsString(speakers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Lists, strings and numbers are always JSON", e);
        }
    }

    /** @throws DamagedStoreException if it is not what was written */
    static List<DocumentSpeaker> read(String json) {
        try {
            return JSON.readValue(json, LIST);
        } catch (JsonProcessingException e) {
            throw new DamagedStoreException("Stored speakers are damaged");
        }
    }
}
