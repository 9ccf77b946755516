package org.citebot.telegram.desk;

import java.util.List;
import java.util.Optional;
import org.citebot.corpus.PersonId;
import org.citebot.telegram.text.Keyboard.Button;

/** What a button stands for, and how that is written into its data. */
sealed interface Press {

    /** What the button brings back. */
    String data();

    default Button button(String label) {
        return new Button(label, data());
    }

    /** @param shown {@linkplain PreviewText#fingerprint of the preview}, so that nobody approves what was not seen */
    record Approve(long proposal, String shown) implements Press {
        @Override
        public String data() {
            return "approve:" + proposal + ":" + shown;
        }
    }

    /** @param document the number of the document that gets a new version */
    record Replace(long proposal, long document, String shown) implements Press {
        @Override
        public String data() {
            return "replace:" + proposal + ":" + document + ":" + shown;
        }
    }

    /** To be told how to edit. */
    record Edit(long proposal) implements Press {
        @Override
        public String data() {
            return "edit:" + proposal;
        }
    }

    record Reject(long proposal) implements Press {
        @Override
        public String data() {
            return "reject:" + proposal;
        }
    }

    /** To see the preview again. */
    record Show(long proposal) implements Press {
        @Override
        public String data() {
            return "show:" + proposal;
        }
    }

    /** The words looked for are in the subject of the message. */
    record DocsPage(boolean removed, int offset) implements Press {
        @Override
        public String data() {
            return "docs:" + (removed ? 1 : 0) + ":" + offset;
        }
    }

    record DocPage(long document, int offset) implements Press {
        @Override
        public String data() {
            return "doc:" + document + ":" + offset;
        }
    }

    record ProposalsPage(int offset) implements Press {
        @Override
        public String data() {
            return "proposals:" + offset;
        }
    }

    record MembersPage(int offset) implements Press {
        @Override
        public String data() {
            return "members:" + offset;
        }
    }

    record Revoke(PersonId person) implements Press {
        @Override
        public String data() {
            return "revoke:" + person;
        }
    }

    record GuestsPage(int offset) implements Press {
        @Override
        public String data() {
            return "guests:" + offset;
        }
    }

    record ShutOut(PersonId person) implements Press {
        @Override
        public String data() {
            return "shut-out:" + person;
        }
    }

    /** @param begun the number of the message that began the text */
    record Finish(int begun) implements Press {
        @Override
        public String data() {
            return "finish:" + begun;
        }
    }

    /** @param begun the number of the message that began the text */
    record Drop(int begun) implements Press {
        @Override
        public String data() {
            return "drop:" + begun;
        }
    }

    /** Reads what a button, or somebody who pretends to be one, brought back; empty for what no button has. */
    static Optional<Press> read(String data) {
        int colon = data.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String rest = data.substring(colon + 1);
        Arguments given = new Arguments(List.of(rest.split(":", -1)));
        try {
            return switch (data.substring(0, colon)) {
                case "approve" -> given.are(2, new Approve(given.number(0), given.word(1)));
                case "replace" -> given.are(3, new Replace(given.number(0), given.number(1), given.word(2)));
                case "edit" -> given.are(1, new Edit(given.number(0)));
                case "reject" -> given.are(1, new Reject(given.number(0)));
                case "show" -> given.are(1, new Show(given.number(0)));
                case "docs" -> given.are(2, new DocsPage(given.number(0) == 1, given.offset(1)));
                case "doc" -> given.are(2, new DocPage(given.number(0), given.offset(1)));
                case "proposals" -> given.are(1, new ProposalsPage(given.offset(0)));
                case "members" -> given.are(1, new MembersPage(given.offset(0)));
                case "guests" -> given.are(1, new GuestsPage(given.offset(0)));
                case "shut-out" -> Optional.of(new ShutOut(new PersonId(rest)));
                case "finish" -> given.are(1, new Finish(given.offset(0)));
                case "drop" -> given.are(1, new Drop(given.offset(0)));
                case "revoke" -> Optional.of(new Revoke(new PersonId(rest)));
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What stands behind the verb; whatever is not as it should be is an {@link IllegalArgumentException}. */
    record Arguments(List<String> words) {

        String word(int index) {
            return index < words.size() ? words.get(index) : "";
        }

        long number(int index) {
            return Long.parseLong(digits(index));
        }

        int offset(int index) {
            return Integer.parseInt(digits(index));
        }

        private String digits(int index) {
            if (!word(index).matches("[0-9]{1,19}")) {
                throw new IllegalArgumentException("No number: " + word(index));
            }
            return word(index);
        }

        Optional<Press> are(int count, Press press) {
            return words.size() == count ? Optional.of(press) : Optional.empty();
        }
    }
}
