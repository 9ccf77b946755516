package org.citebot.ingestion;

import java.util.List;
import java.util.regex.Pattern;

/** Tells a text whose content is of another format than its name says. Formats that are not text never come this far. */
final class FormatCheck {

    private static final Pattern WEB_PAGE =
            Pattern.compile("\\s*(?:<!--.{0,2000}?-->\\s*)?<(?:!doctype\\s+html|html|head|body)\\b", insensitively());

    private static final Pattern TAG = Pattern.compile("</?[a-z][a-z0-9-]*(?:\\s[^<>]*)?/?>", insensitively());

    private static final Pattern XML = Pattern.compile("\\s*<(?:\\?xml|svg|rss|feed)\\b", insensitively());

    /** Old pages begin like XML. */
    private static final Pattern WEB_PAGE_WITHIN = Pattern.compile("<html\\b", insensitively());

    /** Formats written in letters that nobody reads as they are, by how they begin. */
    private static final List<String> MARKUP =
            List.of("{\\rtf", "%!PS", "MIME-Version:", "BEGIN:VCARD", "BEGIN:VCALENDAR");

    private FormatCheck() {}

    /** @param page whether the name says that it is a web page */
    static void refuseOther(String name, String text, boolean page) throws UnreadableException {
        String start = text.stripLeading();
        for (String mark : MARKUP) {
            if (start.startsWith(mark)) {
                throw new UnreadableException(FileProblem.OTHER_MARKUP.in(name));
            }
        }
        if (page && !TAG.matcher(text).find()) {
            throw new UnreadableException(FileProblem.NO_TAGS.in(name));
        }
        if (!page && WEB_PAGE.matcher(text).lookingAt()) {
            throw new UnreadableException(FileProblem.WEB_PAGE.in(name));
        }
        if (XML.matcher(text).lookingAt()
                && !(page && WEB_PAGE_WITHIN.matcher(text).find())) {
            throw new UnreadableException(FileProblem.XML.in(name));
        }
    }

    private static int insensitively() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
