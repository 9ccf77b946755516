package org.citebot.statement;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom documents quote, as the directory knows them.
 *
 * @param name the fullest name, as documents give it
 * @param aliases other names that mean the same speaker
 * @param inferred those of the aliases that only follow from nobody else's having this surname
 * @param abbreviation of the name; null if no document gives one
 * @param roles how documents describe the speaker, the newest first
 * @param statements how many there are
 * @param documents how many documents name the speaker
 * @param keys of all names under which statements are kept ({@link NameKey})
 */
public record KnownSpeaker(
        String name,
        List<String> aliases,
        Set<String> inferred,
        @Nullable String abbreviation,
        List<Role> roles,
        int statements,
        int documents,
        Set<String> keys) {

    public KnownSpeaker {
        aliases = List.copyOf(aliases);
        inferred = Set.copyOf(inferred);
        roles = List.copyOf(roles);
        keys = Set.copyOf(keys);
    }

    /**
     * A description of a speaker, and when documents gave it.
     *
     * @param first the day of the first document that did; null if it has none
     * @param last the day of the last; null if it has none
     */
    public record Role(
            String words,
            @Nullable LocalDate first,
            @Nullable LocalDate last) {}

    /** Whether a name is taken for the speaker's only because nobody else has this surname. */
    public boolean isInferred(String alias) {
        String key = NameKey.of(alias);
        return inferred.stream().anyMatch(one -> NameKey.of(one).equals(key));
    }

    /** The name, and behind it its abbreviation. */
    public String shown() {
        return abbreviation == null || name.contains(abbreviation) ? name : name + " (" + abbreviation + ")";
    }
}
