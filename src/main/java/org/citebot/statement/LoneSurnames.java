package org.citebot.statement;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.citebot.statement.WordClasses.WordClass;
import org.jspecify.annotations.Nullable;

/**
 * Whom documents mean that give no more than a surname: the only person in the corpus who has it. Where two have it, or
 * nothing tells that the full name is a person's, or the roles are different ones, nobody is meant. Immutable, for many
 * threads.
 */
final class LoneSurnames {

    private static final int LONGEST_NAME = 4;

    private final WordClasses words = new WordClasses();
    private final SpeakerNouns nouns = new SpeakerNouns(words);
    private final RoleNouns related;

    LoneSurnames(RoleNouns related) {
        this.related = related;
    }

    /** What documents say of one name: its key, and how they describe it. */
    interface Named {

        String key();

        Collection<String> roles();
    }

    /**
     * The full name of whom a lone name means.
     *
     * @param bearers the names that end in it, one for each speaker
     * @return null if it is no surname, or not that of one person alone
     */
    @Nullable
    Named fullName(Named lone, List<? extends Named> bearers) {
        Named only = bearers.size() == 1 && !isNoSurname(lone.key()) ? bearers.getFirst() : null;
        return only != null && isPerson(only) && isCompatible(lone, only) ? only : null;
    }

    private boolean isNoSurname(String word) {
        return words.is(WordClass.ORGANISATIONS, word)
                || words.is(WordClass.OUTLETS, word)
                || words.is(WordClass.GENERIC_BODIES, word)
                || words.is(WordClass.TITLES, word);
    }

    /** By a given name that is known, or a role that only people have. */
    private boolean isPerson(Named name) {
        List<String> parts = NameKey.words(name.key());
        String first = parts.getFirst();
        boolean given = words.is(WordClass.MALE, first) || words.is(WordClass.FEMALE, first);
        return parts.size() <= LONGEST_NAME
                && (given || roleWords(name).stream().anyMatch(nouns::isPerson));
    }

    /** Where both are described, some words have to go together: a senator is no goalkeeper. */
    private boolean isCompatible(Named lone, Named full) {
        Set<String> ones = roleWords(lone);
        Set<String> others = roleWords(full);
        return ones.isEmpty()
                || others.isEmpty()
                || ones.stream().anyMatch(one -> others.stream().anyMatch(other -> goTogether(one, other)));
    }

    private boolean goTogether(String one, String other) {
        return related.mayCall(one, other) || related.mayCall(other, one);
    }

    private Set<String> roleWords(Named name) {
        Set<String> found = new HashSet<>();
        name.roles()
                .forEach(role -> NameKey.words(NameKey.of(role)).stream()
                        .filter(nouns::isPerson)
                        .forEach(found::add));
        return found;
    }
}
