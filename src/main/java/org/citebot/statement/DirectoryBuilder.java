package org.citebot.statement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.citebot.statement.KnownSpeaker.Role;
import org.citebot.statement.LoneSurnames.Named;
import org.citebot.statement.SpeakerDecision.Kind;
import org.jspecify.annotations.Nullable;

/** Makes the directory of what documents and moderators say about names. For one use. */
final class DirectoryBuilder {

    private final Map<String, Name> names = new TreeMap<>();
    /** Whose alias or abbreviation a key is said to be. */
    private final Map<String, Set<String>> claims = new HashMap<>();

    private final Map<String, String> sameAs = new HashMap<>();
    /** Keys of lone surnames that are another name's because nobody else has it. */
    private final Set<String> inferred = new HashSet<>();

    private final LoneSurnames surnames;
    private final RoleNouns roles;

    DirectoryBuilder(LoneSurnames surnames, RoleNouns roles) {
        this.surnames = surnames;
        this.roles = roles;
    }

    /** One document's speakers. */
    void add(@Nullable LocalDate published, Collection<DocumentSpeaker> speakers) {
        for (DocumentSpeaker speaker : speakers) {
            String key = NameKey.of(speaker.name());
            if (key.isEmpty()) {
                continue;
            }
            names.computeIfAbsent(key, Name::new).add(speaker, published);
            speaker.aliases().forEach(alias -> claim(alias, key));
            if (speaker.abbreviation() != null) {
                claim(speaker.abbreviation(), key);
            }
        }
    }

    private void claim(String alias, String key) {
        String claimed = NameKey.of(alias);
        if (!claimed.isEmpty() && !claimed.equals(key)) {
            claims.computeIfAbsent(claimed, any -> new LinkedHashSet<>()).add(key);
        }
    }

    /** @param decisions the oldest first */
    SpeakerDirectory build(Collection<SpeakerDecision> decisions) {
        for (String key : names.keySet()) {
            Set<String> claimants = claims.getOrDefault(key, Set.of());
            if (claimants.size() == 1
                    && !isSurnameOfAnother(key, claimants.iterator().next())) {
                sameAs.put(key, claimants.iterator().next());
            }
        }
        Map<String, List<String>> added = new HashMap<>();
        for (SpeakerDecision decision : decisions) {
            decide(decision, added);
        }
        inferSurnames(decisions);
        Map<String, List<Name>> groups = new LinkedHashMap<>();
        names.forEach((key, name) ->
                groups.computeIfAbsent(root(key), any -> new ArrayList<>()).add(name));
        List<KnownSpeaker> speakers = new ArrayList<>();
        Map<String, List<String>> aliases = new HashMap<>();
        added.forEach((key, names) ->
                aliases.computeIfAbsent(root(key), any -> new ArrayList<>()).addAll(names));
        groups.forEach((root, group) -> speakers.add(speaker(root, group, aliases.getOrDefault(root, List.of()))));
        return new SpeakerDirectory(speakers, roles);
    }

    /** What a moderator decided about a name stands. */
    private void inferSurnames(Collection<SpeakerDecision> decisions) {
        Set<String> decided = new HashSet<>();
        decisions.forEach(decision -> decided.add(NameKey.of(decision.name())));
        Map<String, List<Name>> byLastWord = new HashMap<>();
        for (Name name : names.values()) {
            int space = name.key.lastIndexOf(' ');
            if (space >= 0) {
                byLastWord
                        .computeIfAbsent(name.key.substring(space + 1), any -> new ArrayList<>())
                        .add(name);
            }
        }
        for (Name name : names.values()) {
            boolean open = !sameAs.containsKey(name.key) && !decided.contains(name.key);
            List<Name> bearers = open ? byLastWord.getOrDefault(name.key, List.of()) : List.of();
            Named full = surnames.fullName(name, speakers(bearers));
            if (full != null) {
                sameAs.put(name.key, full.key());
                inferred.add(name.key);
            }
        }
    }

    /** One name for each speaker: names that mean the same speaker are one. */
    private List<Name> speakers(List<Name> all) {
        Map<String, Name> speakers = new LinkedHashMap<>();
        all.forEach(name -> speakers.putIfAbsent(root(name.key), name));
        return List.copyOf(speakers.values());
    }

    private void decide(SpeakerDecision decision, Map<String, List<String>> added) {
        String key = NameKey.of(decision.name());
        added.values()
                .forEach(aliases -> aliases.removeIf(alias -> NameKey.of(alias).equals(key)));
        if (decision.kind() == Kind.APART) {
            sameAs.remove(key);
            claims.remove(key);
            return;
        }
        String other = root(NameKey.of(Objects.requireNonNull(decision.other())));
        if (root(key).equals(other) && names.containsKey(key)) {
            return;
        }
        if (names.containsKey(key)) {
            // Whoever was the same as this name stays so.
            sameAs.put(key, other);
        }
        added.computeIfAbsent(other, any -> new ArrayList<>()).add(decision.name());
    }

    /** Where a lone name is the surname of somebody else too, nobody knows who is meant. */
    private boolean isSurnameOfAnother(String key, String claimant) {
        return names.keySet().stream().anyMatch(name -> !name.equals(claimant) && name.endsWith(" " + key));
    }

    private String root(String key) {
        Set<String> seen = new HashSet<>();
        String at = key;
        while (sameAs.containsKey(at) && seen.add(at)) {
            at = sameAs.get(at);
        }
        return at;
    }

    private KnownSpeaker speaker(String root, List<Name> group, List<String> added) {
        Name main =
                group.stream().filter(name -> name.key.equals(root)).findFirst().orElse(group.getFirst());
        Set<String> aliases = new LinkedHashSet<>();
        group.stream().filter(name -> !name.equals(main)).forEach(name -> aliases.addAll(name.spellings.keySet()));
        group.forEach(name ->
                name.aliases.stream().filter(alias -> isClaimed(alias, root)).forEach(aliases::add));
        aliases.addAll(added);
        aliases.remove(main.spelling());
        Set<String> surnamesOnly = new HashSet<>();
        group.stream()
                .filter(name -> inferred.contains(name.key))
                .forEach(name -> surnamesOnly.addAll(name.spellings.keySet()));
        surnamesOnly.retainAll(aliases);
        Map<String, Role> roles = new LinkedHashMap<>();
        group.forEach(name -> name.roles.forEach((words, role) -> roles.merge(words, role, DirectoryBuilder::longer)));
        Set<String> keys = new HashSet<>();
        group.forEach(name -> keys.add(name.key));
        return new KnownSpeaker(
                main.spelling(),
                List.copyOf(aliases),
                surnamesOnly,
                group.stream()
                        .map(name -> name.abbreviation)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null),
                roles.values().stream()
                        .sorted(Comparator.comparing(
                                Role::last, Comparator.nullsLast(Comparator.<LocalDate>reverseOrder())))
                        .toList(),
                group.stream().mapToInt(name -> name.statements).sum(),
                group.stream().mapToInt(name -> name.documents).sum(),
                keys);
    }

    /** An alias that a moderator took away, or that is a name by itself elsewhere, is none any more. */
    private boolean isClaimed(String alias, String root) {
        String key = NameKey.of(alias);
        return !claims.getOrDefault(key, Set.of()).isEmpty()
                && (!names.containsKey(key) || root(key).equals(root));
    }

    private static Role longer(Role one, Role other) {
        return new Role(one.words(), earlier(one.first(), other.first()), later(one.last(), other.last()));
    }

    private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isBefore(one)) ? other : one;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** What documents say of one name. */
    private static final class Name implements Named {

        private final String key;
        private final Map<String, Integer> spellings = new TreeMap<>();
        private final Set<String> aliases = new LinkedHashSet<>();
        private final Map<String, Role> roles = new LinkedHashMap<>();
        private @Nullable String abbreviation;
        private int statements;
        private int documents;

        Name(String key) {
            this.key = key;
        }

        void add(DocumentSpeaker speaker, @Nullable LocalDate published) {
            spellings.merge(speaker.name(), 1, Integer::sum);
            aliases.addAll(speaker.aliases());
            if (abbreviation == null) {
                abbreviation = speaker.abbreviation();
            }
            if (speaker.role() != null) {
                roles.merge(speaker.role(), new Role(speaker.role(), published, published), DirectoryBuilder::longer);
            }
            statements += speaker.statements();
            documents++;
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public Collection<String> roles() {
            return roles.keySet();
        }

        /** As most documents write it. */
        String spelling() {
            return spellings.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey();
        }
    }
}
