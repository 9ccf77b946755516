package org.citebot.telegram.desk;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.ModerationService;
import org.citebot.moderation.NotAllowed;
import org.citebot.moderation.ProposalResult;
import org.citebot.moderation.Submission;
import org.citebot.moderation.Unusable;
import org.citebot.telegram.desk.DeskRequest.Collect;
import org.citebot.telegram.desk.PastedTexts.PastedText;
import org.citebot.telegram.text.FormattedText;
import org.citebot.telegram.text.Keyboard;

/** Puts a text together that Telegram has cut into messages. For many threads. */
final class PasteDesk {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"'”’»)\\]]*\\s*\\z");
    private static final DeskReply VOID = DeskReply.plain("The text that you began to send me was left for more than an"
            + " hour and is void. Send /add to begin again. What you sent just now was not taken: if it was a question,"
            + " ask it again.");

    private final PastedTexts texts;
    private final ModerationService proposals;
    private final ProposalDesk desk;

    PasteDesk(PastedTexts texts, ModerationService proposals, ProposalDesk desk) {
        this.texts = texts;
        this.proposals = proposals;
        this.desk = desk;
    }

    boolean collects(Occasion occasion) {
        return texts.find(occasion.chat(), occasion.person())
                .filter(text -> text.isFor(occasion.key()))
                .isPresent();
    }

    DeskReply begin(Occasion occasion, String firstPart) {
        PastedText text = texts.begin(occasion);
        String dropped = text.dropped() == 0
                ? ""
                : "What you had sent before (" + Lines.count(text.dropped(), "part") + ") was dropped. ";
        if (firstPart.isBlank()) {
            return new DeskReply(
                    FormattedText.plain(dropped + "Send me the text now, in as many messages as it takes."),
                    new Keyboard(List.of(List.of(new Press.Drop(text.begun()).button("Drop it")))),
                    null);
        }
        return put(occasion, occasion.message(), firstPart, dropped);
    }

    DeskReply add(Occasion occasion, int message, String part) {
        Optional<PastedText> text =
                texts.find(occasion.chat(), occasion.person()).filter(found -> found.isFor(occasion.key()));
        if (text.isEmpty()) {
            return DeskReply.plain("No text is being put together here. /add begins one.");
        }
        if (isVoid(occasion, text.get())) {
            texts.end(occasion);
            return VOID;
        }
        return put(occasion, message, part, "");
    }

    /** By when the request came, not by now, so that it is told the same if it is handled again. */
    private static boolean isVoid(Occasion occasion, PastedText text) {
        return text.touched().plus(LIFE).isBefore(occasion.received());
    }

    private DeskReply put(Occasion occasion, int message, String part, String before) {
        boolean fits = texts.put(occasion, message, part, LONGEST);
        PastedText text = texts.find(occasion.chat(), occasion.person()).orElseThrow();
        String soFar = Lines.count(text.parts().size(), "part") + ", " + Lines.count(text.length(), "character");
        String line = !fits
                ? "This does not fit: a text has at most 2 MB. So far: " + soFar + ". Send a longer one as a file."
                : soFar + " so far. "
                        + (part.length() < Collect.LEAST_CUT
                                ? "If this was the end, press “That is all”; else send more."
                                : "Send the next part, or press “That is all”.");
        return new DeskReply(FormattedText.plain(before + line), buttons(text), null);
    }

    private static Keyboard buttons(PastedText text) {
        return new Keyboard(List.of(List.of(
                new Press.Finish(text.begun()).button("That is all"), new Press.Drop(text.begun()).button("Drop it"))));
    }

    PressReply finish(Occasion occasion, int begun) {
        Optional<PastedText> found = find(occasion, begun);
        if (found.isEmpty()) {
            return PressReply.notice(Lines.TOO_OLD);
        }
        PastedText text = found.get();
        if (isVoid(occasion, text)) {
            texts.end(occasion);
            return PressReply.showing(
                    DeskReply.plain("This text was left for more than an hour and is void. Send /add to begin again."));
        }
        if (text.parts().isEmpty()) {
            return PressReply.notice("Nothing has come yet. Send me the text first.");
        }
        ProposalResult result =
                proposals.propose(occasion.person(), Submission.text(join(text.parts())), occasion.key());
        DeskReply told = desk.told(occasion, result);
        if (result instanceof Unusable || result instanceof NotAllowed) {
            return PressReply.showing(
                    new DeskReply(told.text(), result instanceof Unusable ? buttons(text) : Keyboard.NONE, null));
        }
        texts.end(occasion);
        return PressReply.showing(told);
    }

    PressReply drop(Occasion occasion, int begun) {
        if (find(occasion, begun).isEmpty()) {
            return PressReply.notice(Lines.TOO_OLD);
        }
        texts.end(occasion);
        return PressReply.showing(DeskReply.plain("Dropped. Nothing was added."));
    }

    void forget(PersonId person) {
        texts.forget(person);
    }

    private Optional<PastedText> find(Occasion occasion, int begun) {
        return texts.find(occasion.chat(), occasion.person())
                .filter(text -> text.begun() == begun && text.isFor(occasion.key()));
    }

    /** Telegram cuts where it must: what ends within a sentence goes on within it. */
    static String join(List<String> parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (!text.isEmpty()) {
                text.append(SENTENCE_END.matcher(text).find() ? "\n\n" : " ");
            }
            text.append(part.strip());
        }
        return text.toString();
    }
}
