package org.citebot.citation;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.citebot.citation.SpeakerReader.Speaker;

/** What a sentence puts into somebody's mouth is, there too, said by the same. */
final class SpeakerRule {

    private final SpeakerReader reader = new SpeakerReader();

    /** The stems of the words that name the speaker of a sentence. */
    Set<String> speaker(String claim) {
        return reader.of(claim).names();
    }

    /**
     * Whether somebody else says it there.
     *
     * @param core the number of the sentence that proves most of it
     * @param passage all sentences of the passage
     * @param names the keys of the terms of the core
     * @param aliases the other names of the document's speakers
     */
    boolean isSaidByAnother(
            String claim, int core, List<String> passage, Set<String> names, Map<String, List<String>> aliases) {
        Speaker here = reader.of(claim);
        if (!here.speaks() || here.names().isEmpty()) {
            return false;
        }
        Speaker there = reader.of(passage.get(core));
        if (!there.speaks()) {
            return Collections.disjoint(here.names(), names);
        }
        Set<String> speaker = there.names();
        for (int before = core - 1; before >= 0 && speaker.isEmpty(); before--) {
            speaker = reader.of(passage.get(before)).names();
        }
        return Collections.disjoint(here.names(), withAliases(speaker, aliases));
    }

    private Set<String> withAliases(Set<String> speaker, Map<String, List<String>> aliases) {
        Set<String> all = new HashSet<>(speaker);
        aliases.forEach((name, others) -> {
            List<Set<String>> names = Stream.concat(Stream.of(name), others.stream())
                    .map(reader::names)
                    .toList();
            if (names.stream().anyMatch(one -> !one.isEmpty() && speaker.containsAll(one))) {
                names.forEach(all::addAll);
            }
        });
        return all;
    }
}
