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

    private final String name;
    private final boolean named;
    private final List<String> parts;
    private final Set<String> roles = new HashSet<>();
    private Kind kind;
    private Gender gender;
    private @Nullable String abbreviation;
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
    }

    /** Two together. */
    static Entity group(Entity one, Entity other) {
        return new Entity(one.name() + " and " + other.name(), false, Kind.GROUP, Gender.UNKNOWN);
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

    @Nullable
    String abbreviation() {
        return abbreviation;
    }

    void abbreviate(String as) {
        abbreviation = as;
    }

    /** The fullest description that is given with the name; null if there is none. */
    @Nullable
    String description() {
        return description;
    }

    /** Adds a description: its head is a role by which the text may come back to the entity. */
    void describe(String head, String words) {
        roles.add(head);
        boolean fuller = description == null || description.length() < words.length();
        description = fuller ? words : description;
    }

    /** Adds a role of which the text gives only a sign. */
    void play(String role) {
        roles.add(role);
    }

    boolean hasRole(String head) {
        return roles.contains(head);
    }

    Set<String> roles() {
        return roles;
    }

    /** The words of its name in lower case. */
    List<String> parts() {
        return parts;
    }
}
