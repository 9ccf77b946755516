package org.citebot.moderation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.CorpusTransaction;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.Extract;
import org.citebot.corpus.NewDocument;
import org.citebot.corpus.Origin;
import org.citebot.corpus.PersonId;
import org.citebot.corpus.StoredChange;
import org.citebot.ingestion.DocumentParser;
import org.citebot.ingestion.ParsedFile.ParsedDocument;
import org.citebot.ingestion.ParsedFile.Unreadable;
import org.citebot.language.Message;
import org.citebot.moderation.Closed.State;
import org.citebot.moderation.DecisionResult.Approved;
import org.citebot.moderation.DecisionResult.LookAgain;
import org.citebot.moderation.DecisionResult.Rejected;
import org.citebot.moderation.DetailField.UnusableValueException;
import org.citebot.moderation.EditResult.Edited;
import org.citebot.moderation.EditResult.UnusableValues;
import org.citebot.moderation.OpenResult.Open;
import org.citebot.moderation.ProposalResult.AlreadyKnown;
import org.citebot.moderation.ProposalResult.AlreadyProposed;
import org.citebot.moderation.ProposalResult.Proposed;
import org.citebot.statement.Statement;
import org.citebot.statement.StatementArchive;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * How a document comes into the corpus: a moderator brings it, looks at what it would become, edits what is said of it,
 * and approves or rejects it. Of several who decide on one proposal exactly one does; what an approval acknowledges is
 * durable, and what it replaces answers until then. A proposal that nobody decides expires. For many threads and
 * processes.
 */
public final class ModerationService {

    /** How long a proposal waits for a decision. */
    public static final Duration PROPOSAL_LIFE = Duration.ofDays(14);

    private static final DocumentId DRAFT = new DocumentId("draft");

    private final CorpusStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final NearDuplicates nearDuplicates;
    private final DocumentParser parser = new DocumentParser();
    private final StatementArchive statements;

    ModerationService(CorpusStore store, StatementArchive statements, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.nearDuplicates = new NearDuplicates(store);
        this.statements = statements;
    }

    /** Stores what a moderator brings, to be decided on. */
    public ProposalResult propose(PersonId person, Submission submission) {
        return propose(person, submission, (String) null);
    }

    /**
     * The same for a request that may be handled again: then it finds what it brought, open or {@link Closed}.
     *
     * @param request unique; null if it is handled once
     */
    public ProposalResult propose(PersonId person, Submission submission, @Nullable String request) {
        if (!mayModerate(person)) {
            return new NotAllowed();
        }
        expire();
        Optional<ProposalRow> before =
                request == null ? Optional.empty() : audit.read(handle -> ProposalRow.requestedBy(handle, request));
        if (before.isPresent()) {
            return again(person, before.get().id());
        }
        return switch (parser.parse(submission.name(), submission.content())) {
            case Unreadable unreadable -> new Unusable(unreadable.problem());
            case ParsedDocument parsed -> {
                Optional<AlreadyKnown> known = known(submission, parsed);
                yield known.isPresent() ? known.get() : propose(person, submission, parsed, request);
            }
        };
    }

    /** A proposal as it stands. */
    public OpenResult proposal(PersonId person, long id) {
        expire();
        ProposalRow row = audit.read(handle -> ProposalRow.find(handle, id)).orElse(null);
        Optional<Refusal> refusal = audit.read(handle -> refusal(handle, person, row));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<ParsedDocument> parsed = parse(Objects.requireNonNull(row));
        // Where its content is gone, somebody has closed it between the two looks.
        return parsed.isPresent() ? new Open(preview(row, parsed.get())) : proposal(person, id);
    }

    /** The statements that would be found in a proposal, were it stored as it is. Takes some milliseconds. */
    public List<Statement> statements(Proposal proposal) {
        return statements.find(proposal.details(), proposal.text());
    }

    /** The proposals that wait for a decision. */
    public ListResult openProposals(PersonId person) {
        if (!mayModerate(person)) {
            return new NotAllowed();
        }
        expire();
        List<ProposalRow> open = audit.read(ProposalRow::open);
        return new ListResult.Proposals(open.stream().map(ProposalRow::id).toList());
    }

    /** Says something of a proposal's document in place of what its file says; a blank value takes it away. */
    public EditResult edit(PersonId person, long id, DetailField field, String value) {
        return edit(person, id, Map.of(field, value));
    }

    /** Says several such things, all or none. */
    public EditResult edit(PersonId person, long id, Map<DetailField, String> values) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        Map<DetailField, String> usable = new EnumMap<>(DetailField.class);
        SortedMap<DetailField, Message> problems = new TreeMap<>();
        values.forEach((field, value) -> {
            try {
                usable.put(field, field.normalise(DetailField.clean(value), today));
            } catch (UnusableValueException e) {
                problems.put(field, e.problem());
            }
        });
        if (!problems.isEmpty()) {
            return mayModerate(person) ? new UnusableValues(problems) : new NotAllowed();
        }
        expire();
        Optional<Refusal> refusal = audit.record((transaction, log) -> {
            Handle handle = transaction.handle();
            ProposalRow row = ProposalRow.find(handle, id).orElse(null);
            Optional<Refusal> refused = refusal(handle, person, row);
            if (refused.isEmpty()) {
                DetailEdits edits = Objects.requireNonNull(row).edits();
                for (Map.Entry<DetailField, String> each : usable.entrySet()) {
                    edits = edits.with(each.getKey(), each.getValue());
                    log.write(person, "edit", "proposal:" + id, each.getKey().name() + "=" + each.getValue());
                }
                ProposalRow.write(handle, id, edits);
            }
            return refused;
        });
        if (refusal.isPresent()) {
            return refusal.get();
        }
        return switch (proposal(person, id)) {
            case Open open -> new Edited(open.proposal());
            case Refusal decidedMeanwhile -> decidedMeanwhile;
        };
    }

    /** Makes a proposal a document, or the next version of the one that its file names. */
    public DecisionResult approve(PersonId person, long id) {
        return approve(person, id, null);
    }

    /** Makes a proposal the next version of a document that answers. */
    public DecisionResult replace(PersonId person, long id, DocumentId document) {
        return approve(person, id, document);
    }

    /** Drops a proposal, and its content with it. */
    public DecisionResult reject(PersonId person, long id) {
        expire();
        return audit.record((transaction, log) -> {
            Handle handle = transaction.handle();
            ProposalRow row = ProposalRow.find(handle, id).orElse(null);
            Optional<Refusal> refused = refusal(handle, person, row);
            if (refused.isPresent()) {
                return refused.get();
            }
            ProposalRow.close(handle, id, new Closed(State.REJECTED, person, clock.instant(), null, null));
            log.write(person, "reject", "proposal:" + id, "");
            return new Rejected();
        });
    }

    private ProposalResult again(PersonId person, long id) {
        return switch (proposal(person, id)) {
            case Open open -> new Proposed(open.proposal());
            case Closed closed -> closed;
            case NotAllowed notAllowed -> notAllowed;
            case NoSuchProposal never -> throw new IllegalStateException("Proposal " + id + " is gone");
        };
    }

    private ProposalResult propose(
            PersonId person, Submission submission, ParsedDocument parsed, @Nullable String request) {
        ContentHash hash = ContentHash.of(submission.content());
        Optional<Stored> stored = audit.record((transaction, log) -> {
            Handle handle = transaction.handle();
            if (!Roles.mayModerate(handle, person)) {
                return Optional.empty();
            }
            Optional<ProposalRow> same = ProposalRow.openWith(handle, hash);
            if (same.isPresent()) {
                return Optional.of(new Stored(same.get(), false));
            }
            DocumentId replaces = replaced(transaction, parsed);
            long id = ProposalRow.insert(handle, person, clock.instant(), submission, replaces, request);
            log.write(person, "propose", "proposal:" + id, hash.hex());
            return Optional.of(new Stored(ProposalRow.find(handle, id).orElseThrow(), true));
        });
        if (stored.isEmpty()) {
            return new NotAllowed();
        }
        ProposalRow row = stored.get().row();
        if (stored.get().fresh()) {
            return new Proposed(preview(row, parsed));
        }
        // The earlier one may have another name, and so be read in another way.
        return switch (proposal(person, row.id())) {
            case Open open -> new AlreadyProposed(open.proposal());
            case Refusal closedMeanwhile -> propose(person, submission, parsed, request);
        };
    }

    /** A document that has the same text, and says of itself all that is said here. */
    private Optional<AlreadyKnown> known(Submission submission, ParsedDocument parsed) {
        DocumentDetails said = submission.details().over(parsed.details());
        return nearDuplicates.find(parsed.text()).stream()
                .filter(NearDuplicate::identical)
                .filter(same -> parsed.id() == null || parsed.id().equals(same.document()))
                .filter(same -> store.current(same.document())
                        .filter(document -> saysNothingNew(said, document.details()))
                        .isPresent())
                .map(same -> new AlreadyKnown(same.document(), same.title()))
                .findFirst();
    }

    private static boolean saysNothingNew(DocumentDetails said, DocumentDetails known) {
        return said.title().equals(known.title())
                && (said.source() == null || said.source().equals(known.source()))
                && (said.published() == null || said.published().equals(known.published()))
                && (said.url() == null || said.url().equals(known.url()))
                && (said.about() == null || said.about().equals(known.about()))
                && (said.speakers().isEmpty() || said.speakers().equals(known.speakers()));
    }

    private DecisionResult approve(PersonId person, long id, @Nullable DocumentId target) {
        expire();
        Optional<ProposalRow> seen = audit.read(handle -> ProposalRow.find(handle, id));
        // Read before the lock is taken, as it may be long. What is closed here is never open again.
        ParsedDocument parsed =
                seen.filter(row -> row.closed() == null).flatMap(this::parse).orElse(null);
        NewDocument draft = parsed == null ? null : draft(seen.orElseThrow(), parsed);
        Optional<DecisionResult> result = audit.record((transaction, log) -> {
            ProposalRow row = ProposalRow.find(transaction.handle(), id).orElse(null);
            Optional<Refusal> refused = refusal(transaction.handle(), person, row);
            if (refused.isPresent()) {
                return Optional.of(refused.get());
            }
            return approve(
                    transaction,
                    log,
                    new Approval(
                            person,
                            Objects.requireNonNull(row),
                            Objects.requireNonNull(parsed),
                            Objects.requireNonNull(draft),
                            target));
        });
        return result.orElseGet(() -> switch (proposal(person, id)) {
            case Open open -> new LookAgain(open.proposal());
            case Refusal decidedMeanwhile -> decidedMeanwhile;
        });
    }

    /** The document with its statements, which no lock waits for. Its id is still to be chosen. */
    private NewDocument draft(ProposalRow row, ParsedDocument parsed) {
        DocumentDetails details = row.edits().over(parsed.details());
        return statements.read(new NewDocument(DRAFT, details, parsed.text(), parsed.passages()));
    }

    /** Empty if the moderators have to look again. */
    private Optional<DecisionResult> approve(CorpusTransaction transaction, AuditLog.Lines log, Approval approval) {
        ProposalRow row = approval.row();
        ParsedDocument parsed = approval.parsed();
        DocumentId target = approval.target();
        DocumentId replaced = replaced(transaction, parsed);
        if (target == null && !Objects.equals(replaced, row.replaces())) {
            ProposalRow.writeReplaces(transaction.handle(), row.id(), replaced);
            return Optional.empty();
        }
        if (target != null && transaction.current(target).isEmpty()) {
            return Optional.of(new NoSuchDocument(target));
        }
        DocumentDetails details = row.edits().over(parsed.details());
        DocumentId document = target != null ? target : idFor(transaction, parsed, details);
        // Details that were edited a moment ago may date its statements otherwise: then they are read again afterwards.
        Extract read =
                approval.draft().details().equals(details) ? approval.draft().extract() : null;
        NewDocument version = new NewDocument(document, details, parsed.text(), parsed.passages(), read);
        StoredChange change = transaction.put(version, Origin.ADDED, approval.person());
        int number = transaction.current(document).orElseThrow().number();
        Closed closed = new Closed(State.APPROVED, approval.person(), clock.instant(), document, number);
        ProposalRow.close(transaction.handle(), row.id(), closed);
        log.write(approval.person(), "approve", "proposal:" + row.id(), document + "@" + number);
        return Optional.of(new Approved(document, number, change));
    }

    private static DocumentId idFor(CorpusTransaction transaction, ParsedDocument parsed, DocumentDetails details) {
        return parsed.id() != null ? parsed.id() : DocumentNames.of(details.title(), transaction::exists);
    }

    /** The document whose id the file names; null if it names none, or there is none. */
    private static @Nullable DocumentId replaced(CorpusTransaction transaction, ParsedDocument parsed) {
        DocumentId id = parsed.id();
        return id != null && transaction.exists(id) ? id : null;
    }

    private static Optional<Refusal> refusal(Handle handle, PersonId person, @Nullable ProposalRow row) {
        if (!Roles.mayModerate(handle, person)) {
            return Optional.of(new NotAllowed());
        }
        return row == null ? Optional.of(new NoSuchProposal()) : Optional.ofNullable(row.closed());
    }

    private boolean mayModerate(PersonId person) {
        return audit.read(handle -> Roles.mayModerate(handle, person));
    }

    private Proposal preview(ProposalRow row, ParsedDocument parsed) {
        return Proposal.of(row, parsed, nearDuplicates.find(parsed.text()));
    }

    /** Empty if it was closed meanwhile and its content dropped. */
    private Optional<ParsedDocument> parse(ProposalRow row) {
        Optional<byte[]> content = audit.read(handle -> ProposalRow.content(handle, row.id()));
        return content.map(bytes -> switch (parser.parse(row.name(), bytes)) {
            case ParsedDocument parsed -> parsed;
            case Unreadable unreadable ->
                throw new IllegalStateException("Proposal " + row.id() + " was read once: " + unreadable.message());
        });
    }

    /** Closes what has waited too long. Done before anything else, so that nobody needs a timer. */
    private void expire() {
        Instant due = clock.instant().minus(PROPOSAL_LIFE);
        boolean any = audit.read(ProposalRow::open).stream()
                .anyMatch(row -> row.created().isBefore(due));
        if (any) {
            audit.record((transaction, log) -> expire(transaction.handle(), log, due));
        }
    }

    private int expire(Handle handle, AuditLog.Lines log, Instant due) {
        List<ProposalRow> expired = ProposalRow.open(handle).stream()
                .filter(row -> row.created().isBefore(due))
                .toList();
        for (ProposalRow row : expired) {
            ProposalRow.close(handle, row.id(), new Closed(State.EXPIRED, null, clock.instant(), null, null));
            log.write(null, "expire", "proposal:" + row.id(), "");
        }
        return expired.size();
    }

    private record Stored(ProposalRow row, boolean fresh) {}

    private record Approval(
            PersonId person,
            ProposalRow row,
            ParsedDocument parsed,
            NewDocument draft,
            @Nullable DocumentId target) {}
}
