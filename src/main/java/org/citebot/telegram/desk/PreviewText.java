package org.citebot.telegram.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citebot.corpus.ContentHash;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentVersion;
import org.citebot.language.TextSpan;
import org.citebot.moderation.ModerationService;
import org.citebot.moderation.NearDuplicate;
import org.citebot.moderation.Proposal;
import org.citebot.statement.Statement;
import org.citebot.telegram.desk.DeskWords.Quote;
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
    private static final int LONGEST_SPEAKERS = 200;
    private static final int MOST_LINES = 4;
    private static final int MOST_DUPLICATES = 3;
    private static final int FINGERPRINT = 8;

    private final CorpusStore store;
    private final PersonNames names;
    private final ModerationService moderation;

    PreviewText(CorpusStore store, PersonNames names, ModerationService moderation) {
        this.store = store;
        this.names = names;
        this.moderation = moderation;
    }

    /** @param note why it is shown, one line; null where the person asked for it */
    DeskReply of(Proposal proposal, @Nullable DeskPhrase note, DeskWords words) {
        TextBuilder text = new TextBuilder();
        if (note != null) {
            text.ours(words.say(note) + "\n\n");
        }
        text.ours(words.say(DeskPhrase.PROPOSAL, "id", Long.toString(proposal.id())) + " ");
        text.marked(Style.BOLD, () -> Excerpt.add(text, proposal.details().title(), LONGEST_TITLE));
        details(words, text, proposal.details());
        size(words, text, proposal);
        statements(words, text, proposal);
        replaced(words, text, proposal);
        leftOut(words, text, proposal);
        words.add(text.ours("\n\n"), DeskPhrase.BEGINS, "text", new Quote(proposal.text(), LONGEST_BEGINNING));
        similar(words, text, proposal);
        text.ours("\n\n");
        String moment = DeskWords.moment(proposal.created());
        if (proposal.proposer() == null) {
            text.ours(words.say(DeskPhrase.BROUGHT, "moment", moment));
        } else {
            words.add(text, DeskPhrase.BROUGHT_BY, Map.of("moment", moment, "name", names.quote(proposal.proposer())));
        }
        return new DeskReply(text.build(), keyboard(words, proposal), subject(proposal.id()));
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

    private static void details(DeskWords words, TextBuilder text, DocumentDetails details) {
        value(words, text, DeskPhrase.OUTLET, details.source());
        value(words, text, DeskPhrase.DATE, Objects.toString(details.published(), null));
        value(words, text, DeskPhrase.LINK, Objects.toString(details.url(), null));
        text.ours("\n" + words.say(DeskPhrase.LANGUAGE) + ": " + words.nameOf(details.language()));
    }

    private static void value(DeskWords words, TextBuilder text, DeskPhrase label, @Nullable String value) {
        text.ours("\n" + words.say(label) + ": ");
        if (value == null) {
            text.ours(words.say(DeskPhrase.NONE));
        } else {
            Excerpt.add(text, value, LONGEST_LINK);
        }
    }

    private static void size(DeskWords words, TextBuilder text, Proposal proposal) {
        text.ours("\n" + words.say(DeskPhrase.LENGTH) + ": "
                + words.say(
                        DeskPhrase.SIZE,
                        Map.of("characters", proposal.text().length(), "passages", proposal.passages())));
        if (proposal.passages() == 0) {
            text.ours("\n" + words.say(DeskPhrase.NEVER_QUOTED));
        }
    }

    /** How many statements would be found in it, and of whom the most. */
    private void statements(DeskWords words, TextBuilder text, Proposal proposal) {
        List<Statement> found = moderation.statements(proposal);
        text.ours("\n" + words.say(DeskPhrase.STATEMENTS) + ": ");
        if (found.isEmpty()) {
            text.ours(words.say(DeskPhrase.NONE));
            return;
        }
        Map<String, Integer> speakers = new LinkedHashMap<>();
        found.stream()
                .map(statement -> statement.speaker().name())
                .filter(Objects::nonNull)
                .forEach(name -> speakers.merge(name, 1, Integer::sum));
        String names = speakers.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .map(speaker -> speaker.getKey() + " (" + speaker.getValue() + ")")
                .collect(Collectors.joining(", "));
        words.add(
                text,
                DeskPhrase.STATEMENTS_BY,
                Map.of("count", found.size(), "names", new Quote(names, LONGEST_SPEAKERS)));
    }

    private void replaced(DeskWords words, TextBuilder text, Proposal proposal) {
        DocumentId replaces = proposal.replaces();
        if (replaces != null) {
            String title =
                    newest(replaces).map(version -> version.details().title()).orElse(replaces.value());
            String command =
                    store.number(replaces).map(number -> "/doc_" + number).orElse("/docs");
            words.add(
                    text.ours("\n\n"),
                    DeskPhrase.REPLACES,
                    Map.of("title", new Quote(title, LONGEST_LINE), "command", command));
        }
    }

    private static void leftOut(DeskWords words, TextBuilder text, Proposal proposal) {
        List<TextSpan> lines = proposal.leftOut();
        if (lines.isEmpty()) {
            return;
        }
        text.ours("\n\n" + words.say(DeskPhrase.LEFT_OUT, "count", lines.size()));
        for (TextSpan line : lines.subList(0, Math.min(MOST_LINES, lines.size()))) {
            text.ours("\n• ");
            Excerpt.add(text, line.in(proposal.text()), LONGEST_LINE);
        }
        if (lines.size() > MOST_LINES) {
            text.ours("\n" + words.say(DeskPhrase.MORE_LINES, "count", lines.size() - MOST_LINES));
        }
    }

    private void similar(DeskWords words, TextBuilder text, Proposal proposal) {
        if (proposal.similar().isEmpty()) {
            return;
        }
        text.ours("\n\n" + words.say(DeskPhrase.SIMILAR));
        for (NearDuplicate similar : proposal.similar()) {
            long percent = similar.identical() ? 100 : Math.min(99, Math.round(similar.similarity() * 100));
            String command = store.number(similar.document())
                    .map(number -> "/doc_" + number)
                    .orElse("");
            words.add(
                    text.ours("\n"),
                    DeskPhrase.SIMILAR_LINE,
                    Map.of("percent", percent, "title", new Quote(similar.title(), LONGEST_LINE), "command", command));
        }
    }

    private Keyboard keyboard(DeskWords words, Proposal proposal) {
        String shown = fingerprint(proposal);
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(new Press.Approve(proposal.id(), shown).button(approve(words, proposal))));
        proposal.similar().stream()
                .filter(similar -> !similar.document().equals(proposal.replaces()))
                .limit(MOST_DUPLICATES)
                .forEach(similar -> store.number(similar.document())
                        .ifPresent(number -> rows.add(List.of(new Press.Replace(proposal.id(), number, shown)
                                .button(words.say(
                                        DeskPhrase.REPLACE, "title", Excerpt.of(similar.title(), LONGEST_LABEL)))))));
        rows.add(List.of(
                new Press.Edit(proposal.id()).button(words.say(DeskPhrase.EDIT)),
                new Press.Reject(proposal.id()).button(words.say(DeskPhrase.REJECT))));
        return new Keyboard(rows);
    }

    private String approve(DeskWords words, Proposal proposal) {
        return Optional.ofNullable(proposal.replaces())
                .flatMap(this::newest)
                .map(version -> words.say(
                        DeskPhrase.APPROVE_VERSION,
                        Map.of(
                                "version",
                                Integer.toString(version.number() + 1),
                                "title",
                                Excerpt.of(version.details().title(), LONGEST_LABEL))))
                .orElseGet(() -> words.say(DeskPhrase.APPROVE));
    }

    private Optional<DocumentVersion> newest(DocumentId document) {
        return store.history(document).stream()
                .reduce((earlier, later) -> later)
                .flatMap(last -> store.version(document, last.version()));
    }
}
