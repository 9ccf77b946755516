package org.citebot.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.citebot.answering.AnswerText;
import org.citebot.statement.KnownSpeaker;
import org.citebot.statement.KnownSpeaker.Role;
import org.citebot.statement.SpeakerDirectory;
import org.jspecify.annotations.Nullable;

/** A speaker as a person reads it in a terminal, and as a program does. */
final class SpeakerPage {

    private SpeakerPage() {}

    static String line(KnownSpeaker speaker) {
        String role = speaker.roles().isEmpty()
                ? ""
                : ", " + speaker.roles().getFirst().words();
        return speaker.shown() + role + ": " + Count.of(speaker.statements(), "statement") + " in "
                + Count.of(speaker.documents(), "document");
    }

    /** All that is known. */
    static String page(KnownSpeaker speaker) {
        List<String> lines = new ArrayList<>(List.of(speaker.shown() + ": "
                + Count.of(speaker.statements(), "statement") + " in " + Count.of(speaker.documents(), "document")));
        if (!speaker.aliases().isEmpty()) {
            lines.add("  also "
                    + speaker.aliases().stream()
                            .map(alias -> speaker.isInferred(alias) ? alias + " (inferred)" : alias)
                            .collect(Collectors.joining(", ")));
        }
        speaker.roles().forEach(role -> lines.add("  " + role.words() + days(role)));
        return String.join(System.lineSeparator(), lines);
    }

    private static String days(Role role) {
        return role.first() == null ? "" : " (" + AnswerText.days(role.first(), role.last()) + ")";
    }

    static String json(KnownSpeaker speaker) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("name", speaker.name());
        map.put("abbreviation", speaker.abbreviation());
        map.put("aliases", speaker.aliases());
        map.put("inferred", speaker.inferred().stream().sorted().toList());
        map.put("roles", speaker.roles().stream().map(SpeakerPage::role).toList());
        map.put("statements", speaker.statements());
        map.put("documents", speaker.documents());
        return JsonLine.of(map);
    }

    private static Map<String, @Nullable Object> role(Role role) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("words", role.words());
        map.put("first", Objects.toString(role.first(), null));
        map.put("last", Objects.toString(role.last(), null));
        return map;
    }

    /** The speaker of a name; whoever has none is a {@link UserError}. */
    static KnownSpeaker named(SpeakerDirectory directory, String name) {
        KnownSpeaker speaker = directory.named(name);
        if (speaker == null) {
            throw new UserError(
                    ExitCode.FAILED,
                    "The documents quote nobody called " + name
                            + "; './citebot corpus speakers' shows whom they quote.");
        }
        return speaker;
    }
}
