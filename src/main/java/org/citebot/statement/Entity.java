package org.citebot.statement;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody whom a document names or describes. Changes while a document is read; for one thread. */
final class Entity {

    /** What it is, as far as its words tell. */
    enum Kind {
        PERSON,
        BODY,
        PLACE,
        /** Several people: "two officials". */
        GROUP,
        /** A single name of which nothing tells whether it is a person's. */
        UNKNOWN
    }

    /** Of a person. */
    enum Gender {
        MALE,
        FEMALE,
        UNKNOWN
    }

    /** Behind these stands of what or where something is. */
    private static final Set<String> BEHIND_HEAD = Set.of("of", "for", "on", "in", "at", "to", "from");

    private final String name;
    private final boolean named;
    private final List<String> parts;
    private final String head;
    private final Set<String> roles = new HashSet<>();
    private final Set<String> described = new HashSet<>();
    private Kind kind;
    private Gender gender;
    private Gender leaning = Gender.UNKNOWN;
    private @Nullable String abbreviation;
    private @Nullable String title;
    private @Nullable String description;

    /**
     * An entity.
     *
     * @param named whether its name is one; else it is a description
     */
    Entity(String name, boolean named, Kind kind, Gender gender) {
        this.name = name;
        this.named = named;
        this.kind = kind;
        this.gender = gender;
        parts = List.of(name.toLowerCase(Locale.ROOT).split("[\\s-]+", -1));
        head = head(parts);
    }

    private static String head(List<String> parts) {
        for (int i = 1; i < parts.size(); i++) {
            if (BEHIND_HEAD.contains(parts.get(i))) {
                return parts.get(i - 1);
            }
        }
        return parts.getLast();
    }

    /** Two together, with the roles of either. */
    static Entity group(Entity one, Entity other) {
        boolean named = one.isNamed() && other.isNamed();
        Entity group = new Entity(one.name() + " and " + other.name(), named, Kind.GROUP, Gender.UNKNOWN);
        group.roles.addAll(one.roles);
        group.roles.addAll(other.roles);
        return group;
    }

    String name() {
        return name;
    }

    boolean isNamed() {
        return named;
    }

    Kind kind() {
        return kind;
    }

    void learn(Kind known) {
        kind = kind == Kind.UNKNOWN || known == Kind.PLACE ? known : kind;
    }

    Gender gender() {
        return gender;
    }

    void learn(Gender known) {
        gender = gender == Gender.UNKNOWN ? known : gender;
        if (known != Gender.UNKNOWN) {
            learn(Kind.PERSON);
        }
    }

    /** What the gender may be, where it is not known. */
    Gender leaning() {
        return leaning;
    }

    /** Notes a sign of a gender, which a surer one may gainsay. */
    void lean(Gender sign) {
        leaning = leaning == Gender.UNKNOWN ? sign : leaning;
    }

    @Nullable
    String abbreviation() {
        return abbreviation;
    }

    void abbreviate(String as) {
        abbreviation = as;
    }

    /**
     * What the text says somebody is: the fullest words in front of the name, and the fullest ones elsewhere; null if there
     * are none.
     */
    @Nullable
    String description() {
        if (title == null || description == null) {
            return title == null ? description : title;
        }
        return description.toLowerCase(Locale.ROOT).contains(title.toLowerCase(Locale.ROOT))
                ? description
                : title + ", " + description;
    }

    /** Adds a description: its head is a role by which the text may come back to the entity. */
    void describe(String head, String words) {
        learnRole(head, words);
        description = fuller(description, words);
    }

    /** Adds a description in front of the name: "Belarusian journalist", "President". */
    void entitle(String head, String words) {
        learnRole(head, words);
        title = fuller(title, words);
    }

    private void learnRole(String head, String words) {
        roles.add(head);
        described.addAll(List.of(words.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.-]+", -1)));
    }

    private static String fuller(@Nullable String one, String other) {
        return one == null || one.length() < other.length() ? other : one;
    }

    /** Adds a role of which the text gives only a sign. */
    void play(String role) {
        roles.add(role);
    }

    boolean hasRole(String head) {
        return roles.contains(head);
    }

    /** Whether a word, in lower case, stands in a description or in the name. */
    boolean isDescribedBy(String word) {
        return described.contains(word) || parts.contains(word);
    }

    Set<String> roles() {
        return roles;
    }

    /** The noun on which its name is built: "bank" of "Central Bank of Caldera". */
    String head() {
        return head;
    }

    /** The words of its name in lower case. */
    List<String> parts() {
        return parts;
    }
}
