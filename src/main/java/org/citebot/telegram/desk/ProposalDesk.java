package org.citebot.telegram.desk;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.Closed;
import org.citebot.moderation.DecisionResult;
import org.citebot.moderation.DetailField;
import org.citebot.moderation.EditResult;
import org.citebot.moderation.ListResult;
import org.citebot.moderation.Moderation;
import org.citebot.moderation.ModerationService;
import org.citebot.moderation.NoSuchDocument;
import org.citebot.moderation.NoSuchProposal;
import org.citebot.moderation.NotAllowed;
import org.citebot.moderation.OpenResult;
import org.citebot.moderation.Proposal;
import org.citebot.moderation.ProposalResult;
import org.citebot.moderation.Refusal;
import org.citebot.moderation.Submission;
import org.citebot.moderation.Unusable;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.TextBuilder;

/** How a document comes in, in messages. For many threads. */
final class ProposalDesk {

    private static final int PAGE = 10;
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_LINE = 80;
    private static final int LONGEST_VALUE = 800;
    private static final int LONGEST_PROBLEM = 300;
    private static final int MOST_STRANGE = 5;
    private static final String CHANGED =
            "It was changed since you saw it. Nothing was done; this is how it stands now.";
    private static final String NEXT = "Reply to the preview with lines such as “Title: …”, “Outlet: …”,"
            + " “Date: 2024-05-31” or “Link: …”; the button Edit shows the values to copy. Nothing was changed.";

    private final Moderation moderation;
    private final CorpusStore store;
    private final PersonNames names;
    private final Clock clock;
    private final PreviewText preview;

    ProposalDesk(Moderation moderation, CorpusStore store, PersonNames names, Clock clock) {
        this.moderation = moderation;
        this.store = store;
        this.names = names;
        this.clock = clock;
        this.preview = new PreviewText(store, names);
    }

    DeskReply offer(Occasion occasion, Submission submission) {
        return told(occasion, moderation.proposals().propose(occasion.person(), submission, occasion.key()));
    }

    /** What became of something that a person brought. */
    DeskReply told(Occasion occasion, ProposalResult result) {
        return switch (result) {
            case ProposalResult.Proposed proposed -> preview.of(proposed.proposal(), null);
            case ProposalResult.AlreadyProposed same ->
                preview.of(same.proposal(), "The same text waits already. This is the proposal:");
            case ProposalResult.AlreadyKnown known -> {
                TextBuilder text = new TextBuilder().ours("This text is there already: “");
                Excerpt.add(text, known.title(), LONGEST_TITLE);
                yield DeskReply.of(text.ours("” " + command("doc", known.document()) + ". Nothing was added.")
                        .build());
            }
            case Unusable unusable -> DeskReply.of(unusable(unusable).build());
            case NotAllowed notAllowed -> DeskReply.plain(Lines.MODERATORS_ONLY);
            case Closed closed -> closed(occasion.person(), closed);
        };
    }

    DeskReply show(PersonId person, long id) {
        return switch (moderation.proposals().proposal(person, id)) {
            case OpenResult.Open open -> preview.of(open.proposal(), null);
            case Refusal refusal -> refused(person, id, refusal);
        };
    }

    DeskReply list(PersonId person, int offset) {
        if (!(moderation.proposals().openProposals(person) instanceof ListResult.Proposals proposals)) {
            return DeskReply.plain(Lines.MODERATORS_ONLY);
        }
        List<Long> open = proposals.open();
        if (open.isEmpty()) {
            return DeskReply.plain(
                    "Nothing waits for a decision. Send me a file, a forwarded post, or a text with /add.");
        }
        int from = Math.min(offset, (open.size() - 1) / PAGE * PAGE);
        TextBuilder text = new TextBuilder().ours(Lines.count(open.size(), "proposal") + " to decide on:");
        for (long id : open.subList(from, Math.min(from + PAGE, open.size()))) {
            if (moderation.proposals().proposal(person, id) instanceof OpenResult.Open shown) {
                line(text, shown.proposal());
            }
        }
        return new DeskReply(
                text.build(), Pager.keyboard(from, PAGE, open.size(), Press.ProposalsPage::new), "proposals");
    }

    private void line(TextBuilder text, Proposal proposal) {
        text.ours("\n\n“");
        Excerpt.add(text, proposal.details().title(), LONGEST_TITLE);
        text.ours("”, " + Lines.ago(proposal.created(), clock.instant()));
        if (proposal.proposer() != null) {
            text.ours(" by ");
            names.add(text, proposal.proposer());
        }
        text.ours("\n/proposal_" + proposal.id());
    }

    /** Tells how to edit, with the values to copy. */
    DeskReply explainEdit(PersonId person, long id) {
        return switch (moderation.proposals().proposal(person, id)) {
            case OpenResult.Open open -> explainEdit(open.proposal());
            case Refusal refusal -> refused(person, id, refusal);
        };
    }

    private static DeskReply explainEdit(Proposal proposal) {
        DocumentDetails details = proposal.details();
        TextBuilder text = new TextBuilder()
                .ours("Proposal " + proposal.id() + ". Reply to this message with the lines to change, one or several."
                        + " A name with nothing behind it takes the value away. Tap a line to copy it:\n");
        for (DetailField field : DetailField.values()) {
            String value = Objects.toString(
                    switch (field) {
                        case TITLE -> details.title();
                        case OUTLET -> details.source();
                        case DATE -> details.published();
                        case URL -> details.url();
                    },
                    "");
            String line = (field.label() + ": " + value).strip();
            text.ours("\n").marked(Style.CODE, () -> text.foreign(Excerpt.of(line, LONGEST_VALUE)));
        }
        Keyboard back = new Keyboard(List.of(List.of(new Press.Show(proposal.id()).button("‹ Back"))));
        return new DeskReply(text.build(), back, PreviewText.subject(proposal.id()));
    }

    DeskReply change(PersonId person, long id, String lines) {
        ChangeLines change = ChangeLines.read(lines);
        // Whether it is open comes first: how to write lines helps nobody where nothing can be changed.
        if (moderation.proposals().proposal(person, id) instanceof Refusal refusal) {
            return refused(person, id, refusal);
        }
        if (change.values().isEmpty()) {
            return new DeskReply(new TextBuilder().ours(NEXT).build(), Keyboard.NONE, PreviewText.subject(id));
        }
        if (!change.strange().isEmpty()) {
            return new DeskReply(strange(change.strange()).build(), Keyboard.NONE, PreviewText.subject(id));
        }
        return switch (moderation.proposals().edit(person, id, change.values())) {
            case EditResult.Edited edited -> preview.of(edited.proposal(), null);
            case Unusable unusable ->
                new DeskReply(
                        unusable(unusable).ours("\nNothing was changed.").build(),
                        Keyboard.NONE,
                        PreviewText.subject(id));
            case Refusal refusal -> refused(person, id, refusal);
        };
    }

    private static TextBuilder strange(List<String> lines) {
        TextBuilder text = new TextBuilder().ours("I cannot tell what this changes:");
        for (String line : lines.subList(0, Math.min(MOST_STRANGE, lines.size()))) {
            text.ours("\n• ");
            Excerpt.add(text, line, LONGEST_LINE);
        }
        return text.ours(
                "\nEach line begins with Title:, Outlet:, Date: or Link:, each at most once. Nothing was changed.");
    }

    DeskReply approve(PersonId person, Press.Approve press) {
        return unseen(person, press.proposal(), press.shown())
                .orElseGet(() ->
                        decided(person, press.proposal(), moderation.proposals().approve(person, press.proposal())));
    }

    DeskReply replace(PersonId person, Press.Replace press) {
        Optional<DocumentId> document = store.document(press.document());
        if (document.isEmpty()) {
            return DeskReply.plain(Lines.TOO_OLD);
        }
        return unseen(person, press.proposal(), press.shown())
                .orElseGet(() -> decided(
                        person,
                        press.proposal(),
                        moderation.proposals().replace(person, press.proposal(), document.get())));
    }

    DeskReply reject(PersonId person, long id) {
        return decided(person, id, moderation.proposals().reject(person, id));
    }

    /** The proposal, if it is not what was shown with the button. */
    private Optional<DeskReply> unseen(PersonId person, long id, String shown) {
        return moderation.proposals().proposal(person, id) instanceof OpenResult.Open open
                        && !PreviewText.fingerprint(open.proposal()).equals(shown)
                ? Optional.of(preview.of(open.proposal(), CHANGED))
                : Optional.empty();
    }

    private DeskReply decided(PersonId person, long id, DecisionResult result) {
        return switch (result) {
            // From the state, so that it reads the same if it is asked again.
            case DecisionResult.Approved approved -> show(person, id);
            case DecisionResult.Rejected rejected -> show(person, id);
            case DecisionResult.LookAgain again -> preview.of(again.proposal(), CHANGED);
            case NoSuchDocument gone ->
                switch (moderation.proposals().proposal(person, id)) {
                    case OpenResult.Open open ->
                        preview.of(
                                open.proposal(),
                                "That document does not answer any more. Nothing was done; look again.");
                    case Refusal refusal -> refused(person, id, refusal);
                };
            case Refusal refusal -> refused(person, id, refusal);
        };
    }

    private DeskReply refused(PersonId person, long id, Refusal refusal) {
        return switch (refusal) {
            case NotAllowed notAllowed -> DeskReply.plain(Lines.MODERATORS_ONLY);
            case NoSuchProposal never ->
                DeskReply.plain("There is no proposal " + id + ". /proposals lists those that wait.");
            case Closed closed -> new DeskReply(closed(person, closed).text(), Keyboard.NONE, PreviewText.subject(id));
        };
    }

    private DeskReply closed(PersonId person, Closed closed) {
        TextBuilder text = new TextBuilder();
        switch (closed.state()) {
            case APPROVED -> approved(text, person, closed);
            case REJECTED -> {
                decider(text, person, closed, "Rejected", "rejected it");
                text.ours(". Its text is gone; nothing was added.");
            }
            case EXPIRED ->
                text.ours("Nobody decided on it for " + ModerationService.PROPOSAL_LIFE.toDays()
                        + " days, so it is gone. Bring it again if it still matters.");
        }
        return DeskReply.of(text.build());
    }

    private void approved(TextBuilder text, PersonId person, Closed closed) {
        DocumentId document = Objects.requireNonNull(closed.document());
        int version = Objects.requireNonNull(closed.version());
        decider(text, person, closed, "Approved", "approved it");
        text.ours(": “");
        String title = store.version(document, version)
                .map(DocumentVersion::details)
                .map(DocumentDetails::title)
                .orElse(document.value());
        Excerpt.add(text, title, LONGEST_TITLE);
        text.ours("”, version " + version + " of " + command("doc", document) + ".");
        boolean answers = store.current(document)
                .filter(current -> current.number() == version)
                .isPresent();
        text.ours(answers ? " It answers from now on." : " The document was changed since.");
        Optional<DocumentChange> mine = moderation.documents().lastChange(person);
        if (answers
                && mine.filter(change -> change.document().equals(document) && change.version() == version)
                        .isPresent()) {
            text.ours(" /undo takes it back.");
        }
    }

    private void decider(TextBuilder text, PersonId person, Closed closed, String oneself, String other) {
        PersonId by = closed.by();
        if (person.equals(by)) {
            text.ours(oneself);
        } else {
            if (by == null) {
                text.ours("Somebody");
            } else {
                names.add(text, by);
            }
            text.ours(" " + other + " " + Lines.ago(closed.at(), clock.instant()));
        }
    }

    private String command(String name, DocumentId document) {
        return store.number(document).map(number -> "/" + name + "_" + number).orElse("");
    }

    private static TextBuilder unusable(Unusable unusable) {
        TextBuilder text = new TextBuilder();
        List<String> lines = new ArrayList<>(unusable.message().lines().toList());
        for (int i = 0; i < lines.size(); i++) {
            text.ours(i == 0 ? "" : "\n");
            Excerpt.add(text, lines.get(i), LONGEST_PROBLEM);
        }
        return text;
    }
}
