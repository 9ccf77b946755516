package org.citebot.telegram.desk;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.corpus.PersonId;
import org.citebot.language.Message;
import org.citebot.moderation.Closed;
import org.citebot.moderation.DecisionResult;
import org.citebot.moderation.DetailField;
import org.citebot.moderation.EditResult;
import org.citebot.moderation.EditResult.UnusableValues;
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
import org.citebot.telegram.desk.DeskWords.Quote;
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
        this.preview = new PreviewText(store, names, moderation.proposals());
    }

    DeskReply offer(Occasion occasion, Submission submission) {
        return told(occasion, moderation.proposals().propose(occasion.person(), submission, occasion.key()));
    }

    /** What became of something that a person brought. */
    DeskReply told(Occasion occasion, ProposalResult result) {
        DeskWords words = occasion.words();
        return switch (result) {
            case ProposalResult.Proposed proposed -> preview.of(proposed.proposal(), null, words);
            case ProposalResult.AlreadyProposed same -> preview.of(same.proposal(), DeskPhrase.SAME_WAITS, words);
            case ProposalResult.AlreadyKnown known ->
                words.reply(
                        DeskPhrase.KNOWN_ALREADY,
                        Map.of(
                                "title",
                                new Quote(known.title(), LONGEST_TITLE),
                                "command",
                                command("doc", known.document())));
            case Unusable unusable ->
                DeskReply.of(
                        problem(new TextBuilder(), unusable.problem(), words).build());
            case NotAllowed notAllowed -> words.reply(DeskPhrase.MODERATORS_ONLY);
            case Closed closed -> closed(occasion, closed);
        };
    }

    DeskReply show(Occasion occasion, long id) {
        return switch (moderation.proposals().proposal(occasion.person(), id)) {
            case OpenResult.Open open -> preview.of(open.proposal(), null, occasion.words());
            case Refusal refusal -> refused(occasion, id, refusal);
        };
    }

    DeskReply list(Occasion occasion, int offset) {
        DeskWords words = occasion.words();
        if (!(moderation.proposals().openProposals(occasion.person()) instanceof ListResult.Proposals proposals)) {
            return words.reply(DeskPhrase.MODERATORS_ONLY);
        }
        List<Long> open = proposals.open();
        if (open.isEmpty()) {
            return words.reply(DeskPhrase.NOTHING_WAITS);
        }
        int from = Math.min(offset, (open.size() - 1) / PAGE * PAGE);
        TextBuilder text = new TextBuilder().ours(words.say(DeskPhrase.PROPOSALS, "count", open.size()));
        for (long id : open.subList(from, Math.min(from + PAGE, open.size()))) {
            if (moderation.proposals().proposal(occasion.person(), id) instanceof OpenResult.Open shown) {
                line(words, text, shown.proposal());
            }
        }
        return new DeskReply(
                text.build(), Pager.keyboard(from, PAGE, open.size(), Press.ProposalsPage::new, words), "proposals");
    }

    private void line(DeskWords words, TextBuilder text, Proposal proposal) {
        Quote title = new Quote(proposal.details().title(), LONGEST_TITLE);
        String ago = words.ago(proposal.created(), clock.instant());
        text.ours("\n\n");
        if (proposal.proposer() == null) {
            words.add(text, DeskPhrase.PROPOSALS_LINE, Map.of("title", title, "ago", ago));
        } else {
            Quote name = names.quote(proposal.proposer());
            words.add(text, DeskPhrase.PROPOSALS_LINE_BY, Map.of("title", title, "ago", ago, "name", name));
        }
        text.ours("\n/proposal_" + proposal.id());
    }

    /** Tells how to edit, with the values to copy. */
    DeskReply explainEdit(Occasion occasion, long id) {
        return switch (moderation.proposals().proposal(occasion.person(), id)) {
            case OpenResult.Open open -> explainEdit(occasion.words(), open.proposal());
            case Refusal refusal -> refused(occasion, id, refusal);
        };
    }

    private static DeskReply explainEdit(DeskWords words, Proposal proposal) {
        DocumentDetails details = proposal.details();
        TextBuilder text =
                new TextBuilder().ours(words.say(DeskPhrase.EDIT_HOW, "id", Long.toString(proposal.id())) + "\n");
        for (DetailField field : DetailField.values()) {
            String value = Objects.toString(
                    switch (field) {
                        case TITLE -> details.title();
                        case OUTLET -> details.source();
                        case DATE -> details.published();
                        case URL -> details.url();
                    },
                    "");
            String line = (words.label(field) + ": " + value).strip();
            text.ours("\n").marked(Style.CODE, () -> text.foreign(Excerpt.of(line, LONGEST_VALUE)));
        }
        Keyboard back =
                new Keyboard(List.of(List.of(new Press.Show(proposal.id()).button(words.say(DeskPhrase.BACK)))));
        return new DeskReply(text.build(), back, PreviewText.subject(proposal.id()));
    }

    DeskReply change(Occasion occasion, long id, String lines) {
        PersonId person = occasion.person();
        DeskWords words = occasion.words();
        ChangeLines change = ChangeLines.read(lines);
        // Whether it is open comes first: how to write lines helps nobody where nothing can be changed.
        if (moderation.proposals().proposal(person, id) instanceof Refusal refusal) {
            return refused(occasion, id, refusal);
        }
        if (change.values().isEmpty()) {
            return new DeskReply(words.line(DeskPhrase.HOW_TO_CHANGE), Keyboard.NONE, PreviewText.subject(id));
        }
        if (!change.strange().isEmpty()) {
            return new DeskReply(strange(words, change.strange()).build(), Keyboard.NONE, PreviewText.subject(id));
        }
        return switch (moderation.proposals().edit(person, id, change.values())) {
            case EditResult.Edited edited -> preview.of(edited.proposal(), null, words);
            case UnusableValues unusable ->
                new DeskReply(
                        problems(unusable.problems(), change.values().size() > 1, words)
                                .ours(words.say(DeskPhrase.NOTHING_CHANGED))
                                .build(),
                        Keyboard.NONE,
                        PreviewText.subject(id));
            case Refusal refusal -> refused(occasion, id, refusal);
        };
    }

    private static TextBuilder strange(DeskWords words, List<String> lines) {
        TextBuilder text = new TextBuilder().ours(words.say(DeskPhrase.STRANGE));
        for (String line : lines.subList(0, Math.min(MOST_STRANGE, lines.size()))) {
            text.ours("\n• ");
            Excerpt.add(text, line, LONGEST_LINE);
        }
        return text.ours("\n" + words.say(DeskPhrase.STRANGE_HOW));
    }

    DeskReply approve(Occasion occasion, Press.Approve press) {
        return unseen(occasion, press.proposal(), press.shown())
                .orElseGet(() -> decided(
                        occasion,
                        press.proposal(),
                        moderation.proposals().approve(occasion.person(), press.proposal())));
    }

    DeskReply replace(Occasion occasion, Press.Replace press) {
        Optional<DocumentId> document = store.document(press.document());
        if (document.isEmpty()) {
            return occasion.words().reply(DeskPhrase.TOO_OLD);
        }
        return unseen(occasion, press.proposal(), press.shown())
                .orElseGet(() -> decided(
                        occasion,
                        press.proposal(),
                        moderation.proposals().replace(occasion.person(), press.proposal(), document.get())));
    }

    DeskReply reject(Occasion occasion, long id) {
        return decided(occasion, id, moderation.proposals().reject(occasion.person(), id));
    }

    /** The proposal, if it is not what was shown with the button. */
    private Optional<DeskReply> unseen(Occasion occasion, long id, String shown) {
        return moderation.proposals().proposal(occasion.person(), id) instanceof OpenResult.Open open
                        && !PreviewText.fingerprint(open.proposal()).equals(shown)
                ? Optional.of(preview.of(open.proposal(), DeskPhrase.CHANGED_UNSEEN, occasion.words()))
                : Optional.empty();
    }

    private DeskReply decided(Occasion occasion, long id, DecisionResult result) {
        return switch (result) {
            // From the state, so that it reads the same if it is asked again.
            case DecisionResult.Approved approved -> show(occasion, id);
            case DecisionResult.Rejected rejected -> show(occasion, id);
            case DecisionResult.LookAgain again ->
                preview.of(again.proposal(), DeskPhrase.CHANGED_UNSEEN, occasion.words());
            case NoSuchDocument gone ->
                switch (moderation.proposals().proposal(occasion.person(), id)) {
                    case OpenResult.Open open ->
                        preview.of(open.proposal(), DeskPhrase.DOCUMENT_GONE, occasion.words());
                    case Refusal refusal -> refused(occasion, id, refusal);
                };
            case Refusal refusal -> refused(occasion, id, refusal);
        };
    }

    private DeskReply refused(Occasion occasion, long id, Refusal refusal) {
        return switch (refusal) {
            case NotAllowed notAllowed -> occasion.words().reply(DeskPhrase.MODERATORS_ONLY);
            case NoSuchProposal never ->
                occasion.words().reply(DeskPhrase.NO_PROPOSAL, Map.of("id", Long.toString(id)));
            case Closed closed ->
                new DeskReply(closed(occasion, closed).text(), Keyboard.NONE, PreviewText.subject(id));
        };
    }

    private DeskReply closed(Occasion occasion, Closed closed) {
        DeskWords words = occasion.words();
        return switch (closed.state()) {
            case APPROVED -> approved(occasion, closed);
            case REJECTED ->
                DeskReply.of(decided(
                                words,
                                occasion.person().equals(closed.by()) ? DeskPhrase.REJECTED : DeskPhrase.REJECTED_BY,
                                closed,
                                Map.of())
                        .build());
            case EXPIRED -> words.reply(DeskPhrase.EXPIRED, Map.of("days", ModerationService.PROPOSAL_LIFE.toDays()));
        };
    }

    private DeskReply approved(Occasion occasion, Closed closed) {
        DeskWords words = occasion.words();
        DocumentId document = Objects.requireNonNull(closed.document());
        int version = Objects.requireNonNull(closed.version());
        String title = store.version(document, version)
                .map(DocumentVersion::details)
                .map(DocumentDetails::title)
                .orElse(document.value());
        TextBuilder text = decided(
                words,
                occasion.person().equals(closed.by()) ? DeskPhrase.APPROVED : DeskPhrase.APPROVED_BY,
                closed,
                Map.of(
                        "title",
                        new Quote(title, LONGEST_TITLE),
                        "version",
                        Integer.toString(version),
                        "command",
                        command("doc", document)));
        boolean answers = store.current(document)
                .filter(current -> current.number() == version)
                .isPresent();
        text.ours(" " + words.say(answers ? DeskPhrase.ANSWERS_NOW : DeskPhrase.CHANGED_LATER));
        Optional<DocumentChange> mine = moderation.documents().lastChange(occasion.person());
        if (answers
                && mine.filter(change -> change.document().equals(document) && change.version() == version)
                        .isPresent()) {
            text.ours(" " + words.say(DeskPhrase.UNDO_HINT));
        }
        return DeskReply.of(text.build());
    }

    /** What was decided, by whom and how long ago. */
    private TextBuilder decided(DeskWords words, DeskPhrase phrase, Closed closed, Map<String, ?> values) {
        Map<String, Object> all = new HashMap<>(values);
        PersonId by = closed.by();
        all.put("name", by == null ? words.say(DeskPhrase.SOMEBODY) : names.quote(by));
        all.put("ago", words.ago(closed.at(), clock.instant()));
        return words.add(new TextBuilder(), phrase, all);
    }

    private String command(String name, DocumentId document) {
        return store.number(document).map(number -> "/" + name + "_" + number).orElse("");
    }

    /** A line for each problem; where several values were given, it names the field. */
    private static TextBuilder problems(SortedMap<DetailField, Message> problems, boolean several, DeskWords words) {
        TextBuilder text = new TextBuilder();
        problems.forEach((field, problem) -> {
            text.ours(several ? words.label(field) + ": " : "");
            problem(text, problem, words).ours("\n");
        });
        return text;
    }

    /** Foreign, as it repeats words of the file or the person. */
    private static TextBuilder problem(TextBuilder text, Message problem, DeskWords words) {
        Excerpt.add(text, problem.in(words.language()), LONGEST_PROBLEM);
        return text;
    }
}
