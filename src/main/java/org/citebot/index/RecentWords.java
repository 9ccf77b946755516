package org.citebot.index;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps the words of the texts that were read last, some 50 KB each. For many threads. */
final class RecentWords {

    private static final int MOST = 128;

    private final Map<String, WordVectors> kept = new LinkedHashMap<>();

    /** Null if the text was not read, or so many others after it. */
    synchronized @Nullable WordVectors get(String text) {
        return kept.get(text);
    }

    synchronized void put(String text, WordVectors words) {
        kept.put(text, words);
        if (kept.size() > MOST) {
            Iterator<String> oldest = kept.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
