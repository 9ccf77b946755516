package org.citebot.telegram.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.citebot.language.Language;
import org.citebot.language.Spoken;
import org.citebot.telegram.chat.Feedback.Reason;
import org.citebot.telegram.text.ButtonData;
import org.citebot.telegram.text.Pressable;
import org.jspecify.annotations.Nullable;

/** What a button stands for, and how that is written into its data: by lasting numbers, in at most 64 bytes. */
public sealed interface Press extends Pressable {

    /** Stands for the language of Telegram. */
    String AUTOMATIC = "auto";

    /** To see what a [n] of an answer stands on. */
    record Cite(long answer, int number) implements Press {
        @Override
        public String data() {
            return ButtonData.write("cite", answer, number);
        }
    }

    /** To see a further passage, counted from 0. */
    record More(long answer, int place) implements Press {
        @Override
        public String data() {
            return ButtonData.write("more", answer, place);
        }
    }

    /**
     * To read a document.
     *
     * @param document its number
     * @param page counted from 0
     * @param answer from which one came here; 0 from none
     */
    record Read(long document, int version, int page, long answer) implements Press {
        @Override
        public String data() {
            return ButtonData.write("text", document, version, page, answer);
        }
    }

    /** To leaf in a long answer; pages count from 0. */
    record Leaf(long answer, int page) implements Press {
        @Override
        public String data() {
            return ButtonData.write("page", answer, page);
        }
    }

    /** To be told how the question was read. */
    record ReadAs(long answer) implements Press {
        @Override
        public String data() {
            return ButtonData.write("read", answer);
        }
    }

    record Vote(long answer, boolean liked) implements Press {
        @Override
        public String data() {
            return ButtonData.write("vote", answer, liked);
        }
    }

    /** Why the presser does not like an answer. */
    record Explain(long answer, Reason reason) implements Press {
        @Override
        public String data() {
            return ButtonData.write("why", answer, reason.name().toLowerCase(Locale.ROOT));
        }
    }

    /** To tell the moderators that there is no answer. */
    record Tell(long answer) implements Press {
        @Override
        public String data() {
            return ButtonData.write("tell", answer);
        }
    }

    /** To take away what is shown below an answer. */
    record Close(long answer) implements Press {
        @Override
        public String data() {
            return ButtonData.write("close", answer);
        }
    }

    /** To ask a question that was suggested. */
    record Ask(long suggestion) implements Press {
        @Override
        public String data() {
            return ButtonData.write("ask", suggestion);
        }
    }

    /** To leaf in the list of documents. */
    record Sources(int offset) implements Press {
        @Override
        public String data() {
            return ButtonData.write("sources", offset);
        }
    }

    /** To be spoken to in a language; null for that of Telegram. */
    record Speak(@Nullable Language language) implements Press {
        @Override
        public String data() {
            return ButtonData.write("speak", language == null ? AUTOMATIC : language.code());
        }
    }

    /** To have all erased that is kept of the presser, or not. */
    record Forget(boolean sure) implements Press {
        @Override
        public String data() {
            return ButtonData.write("forget", sure);
        }
    }

    /** What data stand for; empty if for nothing of these. */
    static Optional<Press> read(String data) {
        return ButtonData.read(data, Press::of);
    }

    private static @Nullable Press of(ButtonData given) {
        return switch (given.shape()) {
            case "cite/2" -> new Cite(given.number(0), given.number(1));
            case "more/2" -> new More(given.number(0), given.number(1));
            case "text/4" -> new Read(given.number(0), given.number(1), given.number(2), given.number(3));
            case "page/2" -> new Leaf(given.number(0), given.number(1));
            case "read/1" -> new ReadAs(given.number(0));
            case "vote/2" -> new Vote(given.number(0), given.flag(1));
            case "why/2" -> explain(given.number(0), given.word(1));
            case "tell/1" -> new Tell(given.number(0));
            case "close/1" -> new Close(given.number(0));
            case "ask/1" -> new Ask(given.number(0));
            case "sources/1" -> new Sources(given.number(0));
            case "speak/1" -> speak(given.word(0));
            case "forget/1" -> new Forget(given.flag(0));
            default -> null;
        };
    }

    private static @Nullable Press explain(long answer, String reason) {
        return Arrays.stream(Reason.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(reason))
                .findFirst()
                .map(each -> new Explain(answer, each))
                .orElse(null);
    }

    private static @Nullable Press speak(String code) {
        if (code.equals(AUTOMATIC)) {
            return new Speak(null);
        }
        return Spoken.LANGUAGES.stream()
                .filter(language -> language.code().equals(code))
                .findFirst()
                .map(Speak::new)
                .orElse(null);
    }
}
