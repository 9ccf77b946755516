package org.citebot.telegram.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.DocumentChange;
import org.citebot.corpus.DocumentDetails;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.DocumentPage;
import org.citebot.corpus.DocumentSummary;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.DocumentKeeper;
import org.citebot.moderation.KeepingResult;
import org.citebot.moderation.ListResult;
import org.citebot.moderation.NoSuchDocument;
import org.citebot.moderation.NotAllowed;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.TextBuilder;
import org.jspecify.annotations.Nullable;

/** The documents that are there, in messages. For many threads. */
final class DocumentDesk {

    /** What messages with lists of documents are remembered by, before the words that were looked for. */
    private static final String SUBJECT = "docs:";

    private static final int PAGE = 10;
    private static final int CHANGES = 20;
    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_OUTLET = 60;
    private static final int LONGEST_WORDS = 100;
    private static final int LONGEST_LINK = 300;
    private static final Pattern NUMBER = Pattern.compile("#?([0-9]{1,18})");

    private final CorpusStore store;
    private final DocumentKeeper keeper;
    private final PersonNames names;

    DocumentDesk(CorpusStore store, DocumentKeeper keeper, PersonNames names) {
        this.store = store;
        this.keeper = keeper;
        this.names = names;
    }

    DeskReply list(PersonId person, String words, boolean removed, int offset) {
        return keeper.documents(person, words, removed, offset, PAGE) instanceof ListResult.Documents documents
                ? list(words, removed, documents.page())
                : DeskReply.plain(Lines.MODERATORS_ONLY);
    }

    /** Another page of a list; empty if the message is about no list. */
    Optional<DeskReply> page(PersonId person, Press.DocsPage page, @Nullable String subject) {
        return subject == null || !subject.startsWith(SUBJECT)
                ? Optional.empty()
                : Optional.of(list(person, subject.substring(SUBJECT.length()), page.removed(), page.offset()));
    }

    private static DeskReply list(String words, boolean removed, DocumentPage page) {
        TextBuilder text = new TextBuilder().ours(Lines.count(page.total(), removed ? "removed document" : "document"));
        if (!words.isBlank()) {
            text.ours(" with “");
            Excerpt.add(text, words, LONGEST_WORDS);
            text.ours("”");
        }
        if (page.total() > page.documents().size() && !page.documents().isEmpty()) {
            text.ours(", " + (page.offset() + 1) + " to "
                    + (page.offset() + page.documents().size()));
        }
        text.ours(page.documents().isEmpty() ? "." : ":");
        page.documents().forEach(document -> entry(text, document));
        List<List<Button>> rows = new ArrayList<>(
                Pager.rows(page.offset(), PAGE, page.total(), offset -> new Press.DocsPage(removed, offset)));
        rows.add(List.of(new Press.DocsPage(!removed, 0).button(removed ? "Those that answer" : "Removed")));
        return new DeskReply(text.build(), new Keyboard(rows), SUBJECT + words);
    }

    private static void entry(TextBuilder text, DocumentSummary document) {
        text.ours("\n\n");
        Excerpt.add(text, document.details().title(), LONGEST_TITLE);
        text.ours("\n");
        outletAndDay(text, document.details());
        text.ours("version " + document.version() + " /doc_" + document.number());
    }

    private static void outletAndDay(TextBuilder text, DocumentDetails details) {
        if (details.source() != null) {
            Excerpt.add(text, details.source(), LONGEST_OUTLET);
            text.ours(", ");
        }
        LocalDate published = details.published();
        text.ours(published == null ? "" : published + ", ");
    }

    DeskReply document(PersonId person, String reference) {
        return with(person, reference, document -> document(person, document, 0));
    }

    /** Another page of the changes of the document of a number; empty if there is none. */
    Optional<DeskReply> page(PersonId person, Press.DocPage page) {
        return store.document(page.document()).map(document -> document(person, document, page.offset()));
    }

    private DeskReply document(PersonId person, DocumentId document, int offset) {
        return switch (keeper.history(person, document)) {
            case ListResult.History history -> document(history, offset);
            case NotAllowed notAllowed -> DeskReply.plain(Lines.MODERATORS_ONLY);
            case NoSuchDocument never -> nothing(document.value());
            case ListResult.Documents none -> throw new IllegalStateException("A list where a history was asked for");
            case ListResult.Proposals none -> throw new IllegalStateException("A list where a history was asked for");
        };
    }

    private DeskReply document(ListResult.History history, int offset) {
        List<DocumentChange> changes = history.changes().reversed();
        DocumentDetails details = history.newest().details();
        long number = history.changes().getFirst().number();
        TextBuilder text = new TextBuilder();
        text.marked(Style.BOLD, () -> Excerpt.add(text, details.title(), LONGEST_TITLE));
        text.ours("\n");
        outletAndDay(text, details);
        text.ours(Lines.language(details.language()) + ", "
                + Lines.count(history.newest().text().length(), "character") + ", "
                + Lines.count(history.newest().passages().size(), "passage") + " of evidence");
        if (details.url() != null) {
            text.ours("\nLink: ");
            Excerpt.add(text, details.url().toString(), LONGEST_LINK);
        }
        text.ours("\nNumber " + number + ", id ");
        Excerpt.add(text, history.newest().document().value(), LONGEST_TITLE);
        boolean answers = changes.getFirst().answers();
        text.ours(
                answers
                        ? "\nIt answers. /remove_" + number + " takes it out."
                        : "\nIt was removed and does not answer. /restore_" + number + " brings it back.");
        int from = Math.min(offset, (changes.size() - 1) / CHANGES * CHANGES);
        int to = Math.min(from + CHANGES, changes.size());
        text.ours("\n\nWhat was done, the newest first:");
        int answering = answers ? changes.getFirst().version() : 0;
        for (DocumentChange change : changes.subList(from, to)) {
            change(text, change, number, answering);
        }
        if (to < changes.size()) {
            text.ours("\n… and " + (changes.size() - to) + " earlier");
        }
        return new DeskReply(
                text.build(),
                Pager.keyboard(from, CHANGES, changes.size(), page -> new Press.DocPage(number, page)),
                "doc:" + number);
    }

    private void change(TextBuilder text, DocumentChange change, long number, int answering) {
        text.ours("\nVersion " + change.version() + " " + change.kind().name().toLowerCase(Locale.ROOT));
        if (change.restores() != null && change.restores() != change.version()) {
            text.ours(" from version " + change.restores());
        }
        if (change.undoes() != null) {
            text.ours(" by an undo");
        }
        text.ours(", " + Lines.moment(change.at()) + ", ");
        author(text, change);
        boolean first = change.kind() == DocumentChange.Kind.ADDED || change.kind() == DocumentChange.Kind.UPDATED;
        if (first && change.version() != answering) {
            text.ours(" /restore_" + number + "_" + change.version());
        }
    }

    private void author(TextBuilder text, DocumentChange change) {
        if (change.author() == null) {
            text.ours("folder or command line");
        } else {
            names.add(text, change.author());
        }
    }

    DeskReply remove(Occasion occasion, String reference) {
        return with(
                occasion.person(),
                reference,
                document -> done(keeper.remove(occasion.person(), document, occasion.key()), "It is removed already."));
    }

    DeskReply restore(Occasion occasion, String reference, @Nullable Integer version) {
        return with(
                occasion.person(),
                reference,
                document -> done(
                        version == null
                                ? keeper.restore(occasion.person(), document, occasion.key())
                                : keeper.restore(occasion.person(), document, version, occasion.key()),
                        "It answers so already."));
    }

    DeskReply undo(Occasion occasion) {
        return done(keeper.undo(occasion.person(), occasion.key()), "It is so already.");
    }

    private DeskReply done(KeepingResult result, String unchanged) {
        return switch (result) {
            case KeepingResult.Changed changed -> changed(changed.change());
            case KeepingResult.Unchanged nothing -> DeskReply.plain(unchanged + " Nothing was done.");
            case KeepingResult.NothingToUndo nothing ->
                DeskReply.plain("You have changed no document, or have taken it all back. Nothing was done.");
            case KeepingResult.ChangedSince since -> changedSince(since.later());
            case NoSuchDocument never ->
                DeskReply.plain("There is no such version. "
                        + store.number(never.document())
                                .map(number -> "/doc_" + number + " lists them.")
                                .orElse("/docs lists all documents."));
            case NotAllowed notAllowed -> DeskReply.plain(Lines.MODERATORS_ONLY);
        };
    }

    private DeskReply changed(DocumentChange change) {
        long number = number(change);
        TextBuilder text = new TextBuilder().ours(change.undoes() == null ? "" : "Taken back. ");
        title(text, change);
        if (!change.answers()) {
            text.ours(" does not answer any more. /restore_" + number + " brings it back.");
        } else if (change.restores() == null || change.restores() == change.version()) {
            text.ours(" answers again, as version " + change.version() + ". /doc_" + number + " shows it.");
        } else {
            text.ours(" answers as in version " + change.restores() + " again; this is now version " + change.version()
                    + ". /doc_" + number + " shows all.");
        }
        return DeskReply.of(text.build());
    }

    private DeskReply changedSince(DocumentChange later) {
        TextBuilder text = new TextBuilder().ours("Your last change was to ");
        title(text, later);
        text.ours(", which was changed since (" + Lines.moment(later.at()) + ", ");
        author(text, later);
        text.ours("). Nothing was done. /doc_" + number(later) + " shows the versions to go back to.");
        return DeskReply.of(text.build());
    }

    private void title(TextBuilder text, DocumentChange change) {
        text.ours("“");
        Excerpt.add(
                text,
                store.version(change.document(), change.version())
                        .map(version -> version.details().title())
                        .orElse(change.document().value()),
                LONGEST_TITLE);
        text.ours("”");
    }

    private long number(DocumentChange change) {
        return store.number(change.document()).orElseThrow();
    }

    /** Does something with the one document that a person means; says so where there is none, or several. */
    private DeskReply with(PersonId person, String reference, Function<DocumentId, DeskReply> work) {
        String words = reference.strip();
        if (words.isEmpty()) {
            return DeskReply.plain("Which document? Add its number, or words of its title; /docs lists them all.");
        }
        Optional<DocumentId> exact = exact(words);
        if (exact.isPresent()) {
            return work.apply(exact.get());
        }
        List<DocumentSummary> found = new ArrayList<>();
        for (boolean removed : new boolean[] {false, true}) {
            if (keeper.documents(person, words, removed, 0, PAGE) instanceof ListResult.Documents documents) {
                found.addAll(documents.page().documents());
            }
        }
        return switch (found.size()) {
            case 0 -> nothing(words);
            case 1 -> work.apply(found.getFirst().id());
            default -> several(words, found);
        };
    }

    private Optional<DocumentId> exact(String reference) {
        Matcher number = NUMBER.matcher(reference);
        Optional<DocumentId> numbered =
                number.matches() ? store.document(Long.parseLong(number.group(1))) : Optional.empty();
        return numbered.or(() -> Optional.of(reference)
                .filter(DocumentId::isValid)
                .map(DocumentId::new)
                .filter(id -> store.number(id).isPresent()));
    }

    private static DeskReply nothing(String words) {
        TextBuilder text = new TextBuilder().ours("There is no document “");
        Excerpt.add(text, words, LONGEST_WORDS);
        return DeskReply.of(text.ours("”. /docs lists all, and /docs with words those that have them in their title,"
                        + " outlet or id. Nothing was done.")
                .build());
    }

    private static DeskReply several(String words, List<DocumentSummary> found) {
        TextBuilder text = new TextBuilder().ours("Several documents have “");
        Excerpt.add(text, words, LONGEST_WORDS);
        text.ours("”. Nothing was done; say it again with the number of the one you mean:");
        found.stream().limit(PAGE).forEach(document -> {
            text.ours("\n• " + document.number() + ": ");
            Excerpt.add(text, document.details().title(), LONGEST_TITLE);
            text.ours(" /doc_" + document.number());
        });
        return DeskReply.of(text.build());
    }
}
