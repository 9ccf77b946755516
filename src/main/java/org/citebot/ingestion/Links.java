package org.citebot.ingestion;

import java.net.URI;

/** Which addresses a reader may be sent to. */
final class Links {

    private Links() {}

    /** Whether it is http or https with a host and without a user name in front of it. */
    static boolean isWeb(URI uri) {
        return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                && uri.getHost() != null
                && uri.getUserInfo() == null;
    }
}
