package org.citebot.telegram.chat;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.citebot.language.Language;
import org.citebot.telegram.chat.Feedback.Reason;
import org.citebot.telegram.text.Keyboard.Button;
import org.jspecify.annotations.Nullable;

/** What a button stands for, and how that is written into its data: by lasting numbers, in at most 64 bytes. */
public sealed interface Press {

    /** What can be named. */
    String NUMBER = "\\d{1,9}";

    /** What the button brings back. */
    String data();

    default Button button(String label) {
        return new Button(label, data());
    }

    /** To see what a [n] of an answer stands on. */
    record Cite(long answer, int number) implements Press {
        @Override
        public String data() {
            return "cite:" + answer + ":" + number;
        }
    }

    /** To see a further passage, counted from 0. */
    record More(long answer, int place) implements Press {
        @Override
        public String data() {
            return "more:" + answer + ":" + place;
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
            return "text:" + document + ":" + version + ":" + page + ":" + answer;
        }
    }

    /** To leaf in a long answer; pages count from 0. */
    record Leaf(long answer, int page) implements Press {
        @Override
        public String data() {
            return "page:" + answer + ":" + page;
        }
    }

    /** To be told how the question was read. */
    record ReadAs(long answer) implements Press {
        @Override
        public String data() {
            return "read:" + answer;
        }
    }

    record Vote(long answer, boolean liked) implements Press {
        @Override
        public String data() {
            return "vote:" + answer + ":" + (liked ? 1 : 0);
        }
    }

    /** Why the presser does not like an answer. */
    record Explain(long answer, Reason reason) implements Press {
        @Override
        public String data() {
            return "why:" + answer + ":" + reason.name().toLowerCase(Locale.ROOT);
        }
    }

    /** To tell the moderators that there is no answer. */
    record Tell(long answer) implements Press {
        @Override
        public String data() {
            return "tell:" + answer;
        }
    }

    /** To take away what is shown below an answer. */
    record Close(long answer) implements Press {
        @Override
        public String data() {
            return "close:" + answer;
        }
    }

    /** To ask a question that was suggested. */
    record Ask(long suggestion) implements Press {
        @Override
        public String data() {
            return "ask:" + suggestion;
        }
    }

    /** To leaf in the list of documents. */
    record Sources(int offset) implements Press {
        @Override
        public String data() {
            return "sources:" + offset;
        }
    }

    /** To be spoken to in a language; null for that of Telegram. */
    record Speak(@Nullable Language language) implements Press {
        @Override
        public String data() {
            return "speak:" + (language == null ? "auto" : language.code());
        }
    }

    /** To have all erased that is kept of the presser, or not. */
    record Forget(boolean sure) implements Press {
        @Override
        public String data() {
            return "forget:" + (sure ? 1 : 0);
        }
    }

    /** What data stand for; empty if for nothing of these. */
    static Optional<Press> read(String data) {
        String[] parts = data.split(":", -1);
        if (parts[0].equals("speak") && parts.length == 2) {
            return speak(parts[1]);
        }
        if (parts[0].equals("why") && parts.length == 3 && parts[1].matches(NUMBER)) {
            return explain(Integer.parseInt(parts[1]), parts[2]);
        }
        boolean numbers = Arrays.stream(parts).skip(1).allMatch(part -> part.matches(NUMBER));
        return numbers
                ? read(
                        parts[0],
                        Arrays.stream(parts).skip(1).mapToInt(Integer::parseInt).toArray())
                : Optional.empty();
    }

    private static Optional<Press> read(String name, int[] numbers) {
        Press press = switch (name + numbers.length) {
            case "cite2" -> new Cite(numbers[0], numbers[1]);
            case "more2" -> new More(numbers[0], numbers[1]);
            case "text4" -> new Read(numbers[0], numbers[1], numbers[2], numbers[3]);
            case "page2" -> new Leaf(numbers[0], numbers[1]);
            case "read1" -> new ReadAs(numbers[0]);
            case "vote2" -> numbers[1] > 1 ? null : new Vote(numbers[0], numbers[1] == 1);
            case "tell1" -> new Tell(numbers[0]);
            case "close1" -> new Close(numbers[0]);
            case "ask1" -> new Ask(numbers[0]);
            case "sources1" -> new Sources(numbers[0]);
            case "forget1" -> numbers[0] > 1 ? null : new Forget(numbers[0] == 1);
            default -> null;
        };
        return Optional.ofNullable(press);
    }

    private static Optional<Press> explain(long answer, String reason) {
        return Arrays.stream(Reason.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(reason))
                .findFirst()
                .map(each -> new Explain(answer, each));
    }

    private static Optional<Press> speak(String code) {
        if (code.equals("auto")) {
            return Optional.of(new Speak(null));
        }
        return Words.LANGUAGES.stream()
                .filter(language -> language.code().equals(code))
                .findFirst()
                .map(Speak::new);
    }
}
