package org.citebot.telegram.desk;

import java.util.Optional;
import org.citebot.corpus.PersonId;
import org.citebot.telegram.text.ButtonData;
import org.citebot.telegram.text.Pressable;
import org.jspecify.annotations.Nullable;

/** What a button stands for, and how that is written into its data. */
sealed interface Press extends Pressable {

    /** @param shown {@linkplain PreviewText#fingerprint of the preview}, so that nobody approves what was not seen */
    record Approve(long proposal, String shown) implements Press {
        @Override
        public String data() {
            return ButtonData.write("approve", proposal, shown);
        }
    }

    /** @param document the number of the document that gets a new version */
    record Replace(long proposal, long document, String shown) implements Press {
        @Override
        public String data() {
            return ButtonData.write("replace", proposal, document, shown);
        }
    }

    /** To be told how to edit. */
    record Edit(long proposal) implements Press {
        @Override
        public String data() {
            return ButtonData.write("edit", proposal);
        }
    }

    record Reject(long proposal) implements Press {
        @Override
        public String data() {
            return ButtonData.write("reject", proposal);
        }
    }

    /** To see the preview again. */
    record Show(long proposal) implements Press {
        @Override
        public String data() {
            return ButtonData.write("show", proposal);
        }
    }

    /** The words looked for are in the subject of the message. */
    record DocsPage(boolean removed, int offset) implements Press {
        @Override
        public String data() {
            return ButtonData.write("docs", removed, offset);
        }
    }

    record DocPage(long document, int offset) implements Press {
        @Override
        public String data() {
            return ButtonData.write("doc", document, offset);
        }
    }

    record ProposalsPage(int offset) implements Press {
        @Override
        public String data() {
            return ButtonData.write("proposals", offset);
        }
    }

    record MembersPage(int offset) implements Press {
        @Override
        public String data() {
            return ButtonData.write("members", offset);
        }
    }

    record Revoke(PersonId person) implements Press {
        @Override
        public String data() {
            return ButtonData.write("revoke", person);
        }
    }

    record GuestsPage(int offset) implements Press {
        @Override
        public String data() {
            return ButtonData.write("guests", offset);
        }
    }

    record ShutOut(PersonId person) implements Press {
        @Override
        public String data() {
            return ButtonData.write("shut-out", person);
        }
    }

    /** @param begun the number of the message that began the text */
    record Finish(int begun) implements Press {
        @Override
        public String data() {
            return ButtonData.write("finish", begun);
        }
    }

    /** @param begun the number of the message that began the text */
    record Drop(int begun) implements Press {
        @Override
        public String data() {
            return ButtonData.write("drop", begun);
        }
    }

    /** Reads what a button, or somebody who pretends to be one, brought back; empty for what no button has. */
    static Optional<Press> read(String data) {
        return ButtonData.read(data, Press::of);
    }

    private static @Nullable Press of(ButtonData given) {
        return switch (given.verb()) {
            case "revoke" -> new Revoke(new PersonId(given.rest()));
            case "shut-out" -> new ShutOut(new PersonId(given.rest()));
            default -> ofShape(given);
        };
    }

    private static @Nullable Press ofShape(ButtonData given) {
        return switch (given.shape()) {
            case "approve/2" -> new Approve(given.longNumber(0), given.word(1));
            case "replace/3" -> new Replace(given.longNumber(0), given.longNumber(1), given.word(2));
            case "edit/1" -> new Edit(given.longNumber(0));
            case "reject/1" -> new Reject(given.longNumber(0));
            case "show/1" -> new Show(given.longNumber(0));
            case "docs/2" -> new DocsPage(given.flag(0), given.number(1));
            case "doc/2" -> new DocPage(given.longNumber(0), given.number(1));
            case "proposals/1" -> new ProposalsPage(given.number(0));
            case "members/1" -> new MembersPage(given.number(0));
            case "guests/1" -> new GuestsPage(given.number(0));
            case "finish/1" -> new Finish(given.number(0));
            case "drop/1" -> new Drop(given.number(0));
            default -> null;
        };
    }
}
