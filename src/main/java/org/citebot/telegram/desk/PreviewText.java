package org.citebot.telegram.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.TextSpan;
import org.citebot.moderation.NearDuplicate;
import org.citebot.moderation.Proposal;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.TextBuilder;
import org.jspecify.annotations.Nullable;

/** What moderators see of a proposal before they decide: one message, and a button for each way to decide. */
final class PreviewText {

    private static final String SUBJECT = "proposal:";

    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_LABEL = 40;
    private static final int LONGEST_LINE = 90;
    private static final int LONGEST_BEGINNING = 400;
    private static final int LONGEST_LINK = 300;
    private static final int MOST_LINES = 4;
    private static final int MOST_DUPLICATES = 3;
    private static final int FINGERPRINT = 8;

    private final CorpusStore store;
    private final PersonNames names;

    PreviewText(CorpusStore store, PersonNames names) {
        this.store = store;
        this.names = names;
    }

    /** @param note why it is shown, one line; null where the person asked for it */
    DeskReply of(Proposal proposal, @Nullable String note) {
        TextBuilder text = new TextBuilder();
        if (note != null) {
            text.ours(note + "\n\n");
        }
        text.ours("Proposal " + proposal.id() + ": ");
        text.marked(Style.BOLD, () -> Excerpt.add(text, proposal.details().title(), LONGEST_TITLE));
        details(text, proposal.details());
        size(text, proposal);
        replaced(text, proposal);
        leftOut(text, proposal);
        text.ours("\n\nIt begins: ");
        Excerpt.add(text, proposal.text(), LONGEST_BEGINNING);
        similar(text, proposal);
        text.ours("\n\nBrought " + Lines.moment(proposal.created()));
        if (proposal.proposer() != null) {
            text.ours(" by ");
            names.add(text, proposal.proposer());
        }
        text.ours(".");
        return new DeskReply(text.build(), keyboard(proposal), subject(proposal.id()));
    }

    /** What messages about a proposal are remembered by. */
    static String subject(long proposal) {
        return SUBJECT + proposal;
    }

    /** The proposal of a subject; empty if it is about something else. */
    static Optional<Long> proposal(String subject) {
        return subject.startsWith(SUBJECT)
                ? Optional.of(Long.valueOf(subject.substring(SUBJECT.length())))
                : Optional.empty();
    }

    /** Tells whether what would be stored is what was shown. */
    static String fingerprint(Proposal proposal) {
        DocumentDetails details = proposal.details();
        String shown = String.join(
                "\n",
                details.title(),
                Objects.toString(details.source()),
                Objects.toString(details.published()),
                Objects.toString(details.url()));
        return ContentHash.of(shown).hex().substring(0, FINGERPRINT);
    }

    private static void details(TextBuilder text, DocumentDetails details) {
        text.ours("\nOutlet: ");
        value(text, details.source());
        text.ours("\nDate: " + (details.published() == null ? "none" : details.published()));
        text.ours("\nLink: ");
        value(text, details.url() == null ? null : details.url().toString());
        text.ours("\nLanguage: " + Lines.language(details.language()));
    }

    private static void value(TextBuilder text, @Nullable String value) {
        if (value == null) {
            text.ours("none");
        } else {
            Excerpt.add(text, value, LONGEST_LINK);
        }
    }

    private static void size(TextBuilder text, Proposal proposal) {
        text.ours("\nLength: " + Lines.count(proposal.text().length(), "character") + ", "
                + Lines.count(proposal.passages(), "passage") + " of evidence");
        if (proposal.passages() == 0) {
            text.ours("\n⚠ Nothing of it could ever be quoted.");
        }
    }

    private void replaced(TextBuilder text, Proposal proposal) {
        DocumentId replaces = proposal.replaces();
        if (replaces != null) {
            text.ours("\n\nIts file names the id of ");
            newest(replaces).ifPresent(version -> {
                text.ours("“");
                Excerpt.add(text, version.details().title(), LONGEST_LINE);
                text.ours("” ");
            });
            store.number(replaces).ifPresent(number -> text.ours("(/doc_" + number + ")"));
            text.ours(": approved, it becomes the next version.");
        }
    }

    private static void leftOut(TextBuilder text, Proposal proposal) {
        List<TextSpan> lines = proposal.leftOut();
        if (lines.isEmpty()) {
            return;
        }
        text.ours("\n\nLeft out as page furniture, " + Lines.count(lines.size(), "line") + ":");
        for (TextSpan line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            text.ours("\n• ");
            Excerpt.add(text, line.in(proposal.text()), LONGEST_LINE);
        }
        if (lines.size() > MOST_LINES) {
            text.ours("\n… and " + (lines.size() - MOST_LINES) + " more");
        }
    }

    private void similar(TextBuilder text, Proposal proposal) {
        if (proposal.similar().isEmpty()) {
            return;
        }
        text.ours("\n\nMuch like what is there already:");
        for (NearDuplicate similar : proposal.similar()) {
            long percent = similar.identical() ? 100 : Math.min(99, Math.round(similar.similarity() * 100));
            text.ours("\n• " + percent + " % “");
            Excerpt.add(text, similar.title(), LONGEST_LINE);
            text.ours("”");
            store.number(similar.document()).ifPresent(number -> text.ours(" /doc_" + number));
        }
    }

    private Keyboard keyboard(Proposal proposal) {
        String shown = fingerprint(proposal);
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(new Press.Approve(proposal.id(), shown).button(approve(proposal))));
        proposal.similar().stream()
                .filter(similar -> !similar.document().equals(proposal.replaces()))
                .limit(MOST_DUPLICATES)
                .forEach(similar -> store.number(similar.document())
                        .ifPresent(number -> rows.add(List.of(new Press.Replace(proposal.id(), number, shown)
                                .button("Replace «" + Excerpt.of(similar.title(), LONGEST_LABEL) + "»")))));
        rows.add(List.of(
                new Press.Edit(proposal.id()).button("Edit"), new Press.Reject(proposal.id()).button("Reject")));
        return new Keyboard(rows);
    }

    private String approve(Proposal proposal) {
        return Optional.ofNullable(proposal.replaces())
                .flatMap(this::newest)
                .map(version -> "Approve as version " + (version.number() + 1) + " of «"
                        + Excerpt.of(version.details().title(), LONGEST_LABEL) + "»")
                .orElse("Approve");
    }

    private Optional<DocumentVersion> newest(DocumentId document) {
        return store.history(document).stream()
                .reduce((earlier, later) -> later)
                .flatMap(last -> store.version(document, last.version()));
    }
}
