package org.citebot.statement;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Somebody whom a document names. Changes while a document is read; for one thread. */
final class Entity {

    /** What it is, as far as its words tell. */
    enum Kind {
        PERSON,
        BODY,
        PLACE
    }

    /** Of a person. */
    enum Gender {
        MALE,
        FEMALE,
        UNKNOWN
    }

    private final String name;
    private final Kind kind;
    private final Set<String> roles = new HashSet<>();
    private final Set<String> introductions = new HashSet<>();
    private Gender gender;
    private @Nullable String abbreviation;
    private @Nullable String description;

    Entity(String name, Kind kind, Gender gender) {
        this.name = name;
        this.kind = kind;
        this.gender = gender;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    Gender gender() {
        return gender;
    }

    void learn(Gender known) {
        if (gender == Gender.UNKNOWN) {
            gender = known;
        }
    }

    @Nullable
    String abbreviation() {
        return abbreviation;
    }

    void abbreviate(String as) {
        abbreviation = as;
    }

    /** The first apposition to the name; null if there is none. */
    @Nullable
    String description() {
        return description;
    }

    void describe(String as) {
        description = description == null ? as : description;
    }

    Set<String> roles() {
        return roles;
    }

    /** The heads of "the lawyer, NAME": who was "a lawyer" before. */
    Set<String> introductions() {
        return introductions;
    }

    boolean hasRole(String head) {
        return roles.contains(head) || (head.length() > 4 && roles.stream().anyMatch(role -> role.endsWith(head)));
    }

    String[] parts() {
        return name.toLowerCase(Locale.ROOT).split("[\\s]+", -1);
    }

    String surname() {
        String[] parts = parts();
        return parts[parts.length - 1];
    }
}
