package org.citebot.statement;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.citebot.language.WordLists;

/**
 * Which nouns may come back to somebody of whom a text has told another one, from {@code roles.txt}. Immutable, for many
 * threads.
 */
final class RoleNouns {

    /** A shorter noun ends too many others: "man", "son". */
    private static final int SHORTEST_ENDING = 5;

    private static final Pattern COLON = Pattern.compile(":\\s*");

    private final Map<String, Set<String>> special = new HashMap<>();
    private final Set<String> callings = new HashSet<>();

    RoleNouns() {
        for (String line : WordLists.lines(RoleNouns.class, "roles.txt")) {
            String[] parts = COLON.split(line, 2);
            special.put(parts[0], Set.copyOf(List.of(parts[1].split("\\s+", -1))));
        }
        callings.addAll(special.keySet());
        special.values().forEach(callings::addAll);
    }

    /** Whether somebody of a role may be called by a noun: a biologist is a scientist, a goalkeeper is a keeper. */
    boolean mayCall(String noun, String role) {
        return isAnother(noun, role) || (noun.length() >= SHORTEST_ENDING && role.endsWith(noun));
    }

    /** Whether a noun is a role, or a general word for it that the list has. */
    boolean isAnother(String noun, String role) {
        return role.equals(noun) || special.getOrDefault(noun, Set.of()).contains(role);
    }

    /** Whether the list knows a noun: who is called so hardly has the title of another calling. */
    boolean isCalling(String noun) {
        return callings.contains(noun);
    }

    /** Whether one of somebody's roles lets a noun mean them. */
    boolean mayCall(String noun, Entity entity) {
        return entity.roles().stream().anyMatch(role -> mayCall(noun, role));
    }

    /** "lawyer" as "lawyers". */
    static String plural(String noun) {
        return switch (noun) {
            case "man" -> "men";
            case "woman" -> "women";
            case "person" -> "people";
            case "child" -> "children";
            default -> noun + "s";
        };
    }

    /** "lawyers" as "lawyer"; what is no plural as it is. */
    static String singular(String noun) {
        return switch (noun) {
            case "men" -> "man";
            case "women" -> "woman";
            case "people" -> "person";
            case "children" -> "child";
            default -> {
                if (noun.endsWith("ies")) {
                    yield noun.substring(0, noun.length() - 3) + "y";
                }
                boolean plural = noun.endsWith("s") && !noun.endsWith("ss") && noun.length() > 3;
                yield plural ? noun.substring(0, noun.length() - 1) : noun;
            }
        };
    }
}
