package org.citebot.statement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.citebot.language.Language;
import org.citebot.statement.SpeakerMatch.How;
import org.jspecify.annotations.Nullable;

/**
 * Everybody whom the documents quote. One name is one speaker; another name is the same speaker where a document says so
 * (an abbreviation, front matter) and nobody else can be meant, or where a moderator does; a lone surname is that of the
 * only person who has it. A sound finds speakers, but makes no two names one: who asks for "Smith" sees both Smiths, each
 * under the name that the documents give. Immutable.
 */
public final class SpeakerDirectory {

    private final List<SpeakerNames> speakers;
    private final Map<String, KnownSpeaker> byKey = new HashMap<>();

    SpeakerDirectory(Collection<KnownSpeaker> known, RoleNouns related) {
        this.speakers = known.stream()
                .map(speaker -> new SpeakerNames(speaker, related))
                .toList();
        known.forEach(speaker -> speaker.keys().forEach(key -> byKey.put(key, speaker)));
    }

    /** All of them, those with the most statements first. */
    public List<KnownSpeaker> speakers() {
        return speakers.stream()
                .map(SpeakerNames::speaker)
                .sorted(Comparator.comparingInt(KnownSpeaker::statements)
                        .reversed()
                        .thenComparing(KnownSpeaker::name))
                .toList();
    }

    /** The speaker under a name that statements have. */
    public Optional<KnownSpeaker> speakerOf(String name) {
        return Optional.ofNullable(byKey.get(NameKey.of(name)));
    }

    /**
     * Those whom the words of a question may mean, the surest first. A slip of the hand or a description counts only where
     * no name does.
     *
     * @param language of the words
     */
    public List<SpeakerMatch> find(String words, Language language) {
        List<SpeakerMatch> found = new ArrayList<>();
        for (SpeakerNames names : speakers) {
            How how = names.match(words, language);
            if (how != null) {
                found.add(new SpeakerMatch(names.speaker(), how));
            }
        }
        found.sort(
                Comparator.comparingDouble((SpeakerMatch match) -> -match.how().certainty())
                        .thenComparingInt(match -> -match.speaker().statements())
                        .thenComparing(match -> match.speaker().name()));
        return surest(found);
    }

    private static List<SpeakerMatch> surest(List<SpeakerMatch> found) {
        if (found.stream().noneMatch(match -> isName(match.how()))) {
            return List.copyOf(found);
        }
        boolean named = found.stream().anyMatch(match -> match.how() == How.NAME || match.how() == How.SURNAME);
        return found.stream()
                .filter(match -> isName(match.how()))
                .filter(match -> !named || match.how() != How.PART)
                .toList();
    }

    private static boolean isName(How how) {
        return how != How.ROLE && how != How.SLIP;
    }

    /** The one speaker of exactly this name, alias or abbreviation; null if there is none, or more than one. */
    public @Nullable KnownSpeaker named(String name) {
        List<KnownSpeaker> exact = find(name, Language.OTHER).stream()
                .filter(match -> match.how() == How.NAME)
                .map(SpeakerMatch::speaker)
                .toList();
        return exact.size() == 1 ? exact.getFirst() : null;
    }
}
