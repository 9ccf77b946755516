package org.citebot.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Adds to a text the other names that its document gives for the speakers named in it. */
public final class SpeakerAliases {

    private SpeakerAliases() {}

    /** The text, and behind it, each on a line of its own, the other names of every speaker that it names. */
    public static String with(String text, DocumentDetails details) {
        if (details.speakers().isEmpty()) {
            return text;
        }
        StringBuilder longer = new StringBuilder(text);
        for (Map.Entry<String, List<String>> speaker : details.speakers().entrySet()) {
            List<String> missing = new ArrayList<>(speaker.getValue());
            missing.add(speaker.getKey());
            int all = missing.size();
            missing.removeIf(name -> names(text, name));
            if (missing.size() < all) {
                missing.stream()
                        .filter(name -> !name.isBlank())
                        .forEach(name -> longer.append('\n').append(name));
            }
        }
        return longer.toString();
    }

    /** Whether a name stands in a text as words of their own, with its own capital letters. */
    private static boolean names(String text, String name) {
        if (name.isBlank()) {
            return false;
        }
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            int end = at + name.length();
            boolean begins = at == 0 || !Character.isLetterOrDigit(text.codePointBefore(at));
            boolean ends = end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }
}
