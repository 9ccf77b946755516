package org.citebot.telegram.text;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.citebot.language.InvisibleCharacters;
import org.citebot.language.TextSpan;
import org.citebot.telegram.text.FormattedText.Mark;
import org.citebot.telegram.text.FormattedText.Style;
import org.jspecify.annotations.Nullable;

/** Puts a {@link FormattedText} together. What comes from outside goes through {@link #foreign}. For one thread. */
public final class TextBuilder {

    private static final int LONGEST_LINK = 2048;

    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private final List<TextSpan> foreign = new ArrayList<>();

    /** Adds words of our own, in which a /command may be tapped. */
    public TextBuilder ours(String words) {
        text.append(words);
        return this;
    }

    /** Adds words of a document or a person: they are shown, and do nothing else. */
    public TextBuilder foreign(String words) {
        int start = text.length();
        text.append(InvisibleCharacters.strip(words));
        if (text.length() > start) {
            foreign.add(new TextSpan(start, text.length()));
        }
        return this;
    }

    /** Adds words of a document, linked; only shown where there is no address or one too long for Telegram. */
    public TextBuilder link(String words, @Nullable URI url) {
        int start = text.length();
        foreign(words);
        if (url != null && url.toASCIIString().length() <= LONGEST_LINK) {
            mark(start, Style.LINK, url);
        }
        return this;
    }

    /** Adds the [n] of each citation, as links to sources or as the sources themselves. */
    public TextBuilder numbers(Style style, Iterable<Integer> citations) {
        for (int number : citations) {
            marked(style, () -> ours("[" + number + "]"));
        }
        return this;
    }

    /** Marks what {@code content} adds. */
    public TextBuilder marked(Style style, Runnable content) {
        int start = text.length();
        content.run();
        mark(start, style, null);
        return this;
    }

    public FormattedText build() {
        return ActiveWords.disarm(new FormattedText(text.toString(), marks, foreign));
    }

    private void mark(int start, Style style, @Nullable URI url) {
        if (text.length() > start) {
            marks.add(new Mark(new TextSpan(start, text.length()), style, url));
        }
    }
}
