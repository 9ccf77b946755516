package org.citebot.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Adds to a text the other names that its document gives for the speakers named in it. */
public final class SpeakerAliases {

    private SpeakerAliases() {}

    /** The text, and behind it, each on a line of its own, the other names of every speaker that it names. */
    public static String with(String text, DocumentDetails details) {
        List<String> lines = new ArrayList<>(List.of(text));
        for (Map.Entry<String, List<String>> speaker : details.speakers().entrySet()) {
            List<String> names = new ArrayList<>(speaker.getValue());
            names.add(speaker.getKey());
            if (names.stream().anyMatch(name -> names(text, name))) {
                names.stream().filter(name -> !names(text, name)).forEach(lines::add);
            }
        }
        return String.join("\n", lines);
    }

    private static boolean names(String text, String name) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }
}
