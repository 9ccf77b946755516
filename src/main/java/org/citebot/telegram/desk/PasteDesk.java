package org.citebot.telegram.desk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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
import org.citebot.telegram.text.Keyboard.Button;

/** Puts a text together that Telegram has cut into messages. For many threads. */
final class PasteDesk {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final int LONGEST = 2 * 1024 * 1024;
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…][\"'”’»)\\]]*\\s*\\z");
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
        DeskWords words = occasion.words();
        PastedText text = texts.begin(occasion);
        String dropped =
                text.dropped() == 0 ? "" : words.say(DeskPhrase.PASTE_DROPPED_BEFORE, "parts", text.dropped()) + " ";
        if (firstPart.isBlank()) {
            return new DeskReply(
                    FormattedText.plain(dropped + words.say(DeskPhrase.PASTE_SEND)),
                    new Keyboard(List.of(List.of(drop(words, text)))),
                    null);
        }
        return put(occasion, occasion.message(), firstPart, dropped);
    }

    DeskReply add(Occasion occasion, int message, String part) {
        Optional<PastedText> text =
                texts.find(occasion.chat(), occasion.person()).filter(found -> found.isFor(occasion.key()));
        if (text.isEmpty()) {
            return occasion.words().reply(DeskPhrase.PASTE_NONE);
        }
        if (isVoid(occasion, text.get())) {
            texts.end(occasion);
            return occasion.words().reply(DeskPhrase.PASTE_VOID);
        }
        return put(occasion, message, part, "");
    }

    /** By when the request came, not by now, so that it is told the same if it is handled again. */
    private static boolean isVoid(Occasion occasion, PastedText text) {
        return text.touched().plus(LIFE).isBefore(occasion.received());
    }

    private DeskReply put(Occasion occasion, int message, String part, String before) {
        DeskWords words = occasion.words();
        boolean fits = texts.put(occasion, message, part, LONGEST);
        PastedText text = texts.find(occasion.chat(), occasion.person()).orElseThrow();
        String size =
                words.say(DeskPhrase.PASTE_SIZE, Map.of("parts", text.parts().size(), "characters", text.length()));
        DeskPhrase phrase = !fits
                ? DeskPhrase.PASTE_TOO_LONG
                : part.length() < Collect.LEAST_CUT ? DeskPhrase.PASTE_END : DeskPhrase.PASTE_NEXT;
        return new DeskReply(FormattedText.plain(before + words.say(phrase, "size", size)), buttons(words, text), null);
    }

    private static Keyboard buttons(DeskWords words, PastedText text) {
        return new Keyboard(List.of(
                List.of(new Press.Finish(text.begun()).button(words.say(DeskPhrase.PASTE_ALL)), drop(words, text))));
    }

    private static Button drop(DeskWords words, PastedText text) {
        return new Press.Drop(text.begun()).button(words.say(DeskPhrase.PASTE_DROP));
    }

    PressReply finish(Occasion occasion, int begun) {
        DeskWords words = occasion.words();
        Optional<PastedText> found = find(occasion, begun);
        if (found.isEmpty()) {
            return PressReply.notice(words.say(DeskPhrase.TOO_OLD));
        }
        PastedText text = found.get();
        if (isVoid(occasion, text)) {
            texts.end(occasion);
            return PressReply.showing(words.reply(DeskPhrase.PASTE_VOID_SHORT));
        }
        if (text.parts().isEmpty()) {
            return PressReply.notice(words.say(DeskPhrase.PASTE_NOTHING));
        }
        ProposalResult result =
                proposals.propose(occasion.person(), Submission.text(join(text.parts())), occasion.key());
        DeskReply told = desk.told(occasion, result);
        if (result instanceof Unusable || result instanceof NotAllowed) {
            return PressReply.showing(new DeskReply(
                    told.text(), result instanceof Unusable ? buttons(words, text) : Keyboard.NONE, null));
        }
        texts.end(occasion);
        return PressReply.showing(told);
    }

    PressReply drop(Occasion occasion, int begun) {
        if (find(occasion, begun).isEmpty()) {
            return PressReply.notice(occasion.words().say(DeskPhrase.TOO_OLD));
        }
        texts.end(occasion);
        return PressReply.showing(occasion.words().reply(DeskPhrase.PASTE_DROPPED));
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
