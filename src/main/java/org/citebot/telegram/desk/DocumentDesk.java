package org.citebot.telegram.desk;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
import org.citebot.telegram.desk.DeskWords.Quote;
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

    private static final String TITLE = "title";
    private static final String VERSION = "version";
    private static final String COMMAND = "command";
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

    DeskReply list(Occasion occasion, String words, boolean removed, int offset) {
        return keeper.documents(occasion.person(), words, removed, offset, PAGE)
                        instanceof ListResult.Documents documents
                ? list(occasion.words(), words, removed, documents.page())
                : occasion.words().reply(DeskPhrase.MODERATORS_ONLY);
    }

    /** Another page of a list; empty if the message is about no list. */
    Optional<DeskReply> page(Occasion occasion, Press.DocsPage page, @Nullable String subject) {
        return subject == null || !subject.startsWith(SUBJECT)
                ? Optional.empty()
                : Optional.of(list(occasion, subject.substring(SUBJECT.length()), page.removed(), page.offset()));
    }

    private static DeskReply list(DeskWords words, String sought, boolean removed, DocumentPage page) {
        String list = words.say(removed ? DeskPhrase.DOCS_REMOVED : DeskPhrase.DOCS, "count", page.total());
        boolean several =
                page.total() > page.documents().size() && !page.documents().isEmpty();
        TextBuilder text = new TextBuilder();
        if (sought.isBlank()) {
            text.ours(list);
        } else {
            words.add(text, DeskPhrase.DOCS_WITH, Map.of("list", list, "words", new Quote(sought, LONGEST_WORDS)));
        }
        if (several) {
            int to = page.offset() + page.documents().size();
            text.ours(words.say(DeskPhrase.DOCS_RANGE, Map.of("list", "", "from", page.offset() + 1, "to", to)));
        }
        text.ours(page.documents().isEmpty() ? "." : ":");
        page.documents().forEach(document -> entry(words, text, document));
        List<List<Button>> rows = new ArrayList<>(
                Pager.rows(page.offset(), PAGE, page.total(), offset -> new Press.DocsPage(removed, offset), words));
        rows.add(List.of(new Press.DocsPage(!removed, 0)
                .button(words.say(removed ? DeskPhrase.DOCS_ANSWERING : DeskPhrase.DOCS_NOT_ANSWERING))));
        return new DeskReply(text.build(), new Keyboard(rows), SUBJECT + sought);
    }

    private static void entry(DeskWords words, TextBuilder text, DocumentSummary document) {
        text.ours("\n\n");
        Excerpt.add(text, document.details().title(), LONGEST_TITLE);
        text.ours("\n");
        outletAndDay(text, document.details());
        text.ours(words.say(DeskPhrase.DOCS_VERSION, "version", document.version()) + " /doc_" + document.number());
    }

    private static void outletAndDay(TextBuilder text, DocumentDetails details) {
        if (details.source() != null) {
            Excerpt.add(text, details.source(), LONGEST_OUTLET);
            text.ours(", ");
        }
        LocalDate published = details.published();
        text.ours(published == null ? "" : published + ", ");
    }

    DeskReply document(Occasion occasion, String reference) {
        return with(occasion, reference, document -> document(occasion, document, 0));
    }

    /** Another page of the changes of the document of a number; empty if there is none. */
    Optional<DeskReply> page(Occasion occasion, Press.DocPage page) {
        return store.document(page.document()).map(document -> document(occasion, document, page.offset()));
    }

    private DeskReply document(Occasion occasion, DocumentId document, int offset) {
        return switch (keeper.history(occasion.person(), document)) {
            case ListResult.History history -> document(occasion.words(), history, offset);
            case NotAllowed notAllowed -> occasion.words().reply(DeskPhrase.MODERATORS_ONLY);
            case NoSuchDocument never -> nothing(occasion.words(), document.value());
            case ListResult.Documents none -> throw new IllegalStateException("A list where a history was asked for");
            case ListResult.Proposals none -> throw new IllegalStateException("A list where a history was asked for");
        };
    }

    private DeskReply document(DeskWords words, ListResult.History history, int offset) {
        List<DocumentChange> changes = history.changes().reversed();
        DocumentDetails details = history.newest().details();
        long number = history.changes().getFirst().number();
        TextBuilder text = new TextBuilder();
        text.marked(Style.BOLD, () -> Excerpt.add(text, details.title(), LONGEST_TITLE));
        text.ours("\n");
        outletAndDay(text, details);
        text.ours(words.nameOf(details.language()) + ", "
                + words.say(
                        DeskPhrase.SIZE,
                        Map.of(
                                "characters", history.newest().text().length(),
                                "passages", history.newest().passages().size())));
        if (details.url() != null) {
            text.ours("\n" + words.say(DeskPhrase.LINK) + ": ");
            Excerpt.add(text, details.url().toString(), LONGEST_LINK);
        }
        Quote id = new Quote(history.newest().document().value(), LONGEST_TITLE);
        words.add(text.ours("\n"), DeskPhrase.DOC_NUMBER, Map.of("number", Long.toString(number), "id", id));
        boolean answers = changes.getFirst().answers();
        text.ours("\n"
                + (answers
                        ? words.say(DeskPhrase.DOC_ANSWERS, COMMAND, "/remove_" + number)
                        : words.say(DeskPhrase.DOC_REMOVED, COMMAND, "/restore_" + number)));
        int from = Math.min(offset, (changes.size() - 1) / CHANGES * CHANGES);
        int to = Math.min(from + CHANGES, changes.size());
        text.ours("\n\n" + words.say(DeskPhrase.DOC_HISTORY));
        int answering = answers ? changes.getFirst().version() : 0;
        for (DocumentChange change : changes.subList(from, to)) {
            change(words, text, change, number, answering);
        }
        if (to < changes.size()) {
            text.ours("\n" + words.say(DeskPhrase.DOC_EARLIER, "count", changes.size() - to));
        }
        return new DeskReply(
                text.build(),
                Pager.keyboard(from, CHANGES, changes.size(), page -> new Press.DocPage(number, page), words),
                "doc:" + number);
    }

    private void change(DeskWords words, TextBuilder text, DocumentChange change, long number, int answering) {
        DeskPhrase kind = switch (change.kind()) {
            case ADDED -> DeskPhrase.CHANGE_ADDED;
            case UPDATED -> DeskPhrase.CHANGE_UPDATED;
            case REMOVED -> DeskPhrase.CHANGE_REMOVED;
            case RESTORED -> DeskPhrase.CHANGE_RESTORED;
        };
        String said = words.say(kind, VERSION, Integer.toString(change.version()));
        if (change.restores() != null && change.restores() != change.version()) {
            said = words.say(
                    DeskPhrase.CHANGE_FROM, Map.of("change", said, VERSION, Integer.toString(change.restores())));
        }
        if (change.undoes() != null) {
            said = words.say(DeskPhrase.CHANGE_UNDO, "change", said);
        }
        text.ours("\n" + said + ", " + DeskWords.moment(change.at()) + ", ");
        if (change.author() == null) {
            text.ours(words.say(DeskPhrase.NOBODY));
        } else {
            names.add(text, change.author());
        }
        boolean first = change.kind() == DocumentChange.Kind.ADDED || change.kind() == DocumentChange.Kind.UPDATED;
        if (first && change.version() != answering) {
            text.ours(" /restore_" + number + "_" + change.version());
        }
    }

    DeskReply remove(Occasion occasion, String reference) {
        return with(
                occasion,
                reference,
                document -> done(
                        occasion,
                        keeper.remove(occasion.person(), document, occasion.key()),
                        DeskPhrase.REMOVED_ALREADY));
    }

    DeskReply restore(Occasion occasion, String reference, @Nullable Integer version) {
        return with(
                occasion,
                reference,
                document -> done(
                        occasion,
                        version == null
                                ? keeper.restore(occasion.person(), document, occasion.key())
                                : keeper.restore(occasion.person(), document, version, occasion.key()),
                        DeskPhrase.ANSWERS_ALREADY));
    }

    DeskReply undo(Occasion occasion) {
        return done(occasion, keeper.undo(occasion.person(), occasion.key()), DeskPhrase.SO_ALREADY);
    }

    private DeskReply done(Occasion occasion, KeepingResult result, DeskPhrase unchanged) {
        DeskWords words = occasion.words();
        return switch (result) {
            case KeepingResult.Changed changed -> changed(words, changed.change());
            case KeepingResult.Unchanged nothing -> words.reply(unchanged);
            case KeepingResult.NothingToUndo nothing -> words.reply(DeskPhrase.NOTHING_TO_UNDO);
            case KeepingResult.ChangedSince since -> changedSince(words, since.later());
            case NoSuchDocument never ->
                words.reply(
                        DeskPhrase.NO_VERSION,
                        Map.of(
                                COMMAND,
                                store.number(never.document())
                                        .map(number -> "/doc_" + number)
                                        .orElse("/docs")));
            case NotAllowed notAllowed -> words.reply(DeskPhrase.MODERATORS_ONLY);
        };
    }

    private DeskReply changed(DeskWords words, DocumentChange change) {
        TextBuilder text = new TextBuilder();
        if (change.undoes() != null) {
            text.ours(words.say(DeskPhrase.TAKEN_BACK, "what", ""));
        }
        return DeskReply.of(answering(words, text, change).build());
    }

    private TextBuilder answering(DeskWords words, TextBuilder text, DocumentChange change) {
        long number = number(change);
        String version = Integer.toString(change.version());
        if (!change.answers()) {
            return words.add(
                    text, DeskPhrase.ANSWERS_NO_MORE, Map.of(TITLE, title(change), COMMAND, "/restore_" + number));
        }
        if (change.restores() == null || change.restores() == change.version()) {
            return words.add(
                    text,
                    DeskPhrase.ANSWERS_AGAIN,
                    Map.of(TITLE, title(change), VERSION, version, COMMAND, "/doc_" + number));
        }
        return words.add(
                text,
                DeskPhrase.ANSWERS_AS,
                Map.of(
                        TITLE,
                        title(change),
                        "from",
                        Integer.toString(change.restores()),
                        VERSION,
                        version,
                        COMMAND,
                        "/doc_" + number));
    }

    private DeskReply changedSince(DeskWords words, DocumentChange later) {
        PersonId author = later.author();
        return words.reply(
                DeskPhrase.CHANGED_SINCE,
                Map.of(
                        TITLE,
                        title(later),
                        "moment",
                        DeskWords.moment(later.at()),
                        "author",
                        author == null ? words.say(DeskPhrase.NOBODY) : names.quote(author),
                        COMMAND,
                        "/doc_" + number(later)));
    }

    private Quote title(DocumentChange change) {
        return new Quote(
                store.version(change.document(), change.version())
                        .map(version -> version.details().title())
                        .orElse(change.document().value()),
                LONGEST_TITLE);
    }

    private long number(DocumentChange change) {
        return store.number(change.document()).orElseThrow();
    }

    /** Does something with the one document that a person means; says so where there is none, or several. */
    private DeskReply with(Occasion occasion, String reference, Function<DocumentId, DeskReply> work) {
        String words = reference.strip();
        if (words.isEmpty()) {
            return occasion.words().reply(DeskPhrase.WHICH_DOCUMENT);
        }
        Optional<DocumentId> exact = exact(words);
        if (exact.isPresent()) {
            return work.apply(exact.get());
        }
        List<DocumentSummary> found = new ArrayList<>();
        for (boolean removed : new boolean[] {false, true}) {
            if (keeper.documents(occasion.person(), words, removed, 0, PAGE)
                    instanceof ListResult.Documents documents) {
                found.addAll(documents.page().documents());
            }
        }
        return switch (found.size()) {
            case 0 -> nothing(occasion.words(), words);
            case 1 -> work.apply(found.getFirst().id());
            default -> several(occasion.words(), words, found);
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

    private static DeskReply nothing(DeskWords words, String sought) {
        return words.reply(DeskPhrase.NO_DOCUMENT, Map.of("words", new Quote(sought, LONGEST_WORDS)));
    }

    private static DeskReply several(DeskWords words, String sought, List<DocumentSummary> found) {
        TextBuilder text =
                words.add(new TextBuilder(), DeskPhrase.SEVERAL_DOCUMENTS, "words", new Quote(sought, LONGEST_WORDS));
        found.stream().limit(PAGE).forEach(document -> {
            text.ours("\n• " + document.number() + ": ");
            Excerpt.add(text, document.details().title(), LONGEST_TITLE);
            text.ours(" /doc_" + document.number());
        });
        return DeskReply.of(text.build());
    }
}
