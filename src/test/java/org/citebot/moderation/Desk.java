package org.citebot.moderation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.citebot.config.Secret;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.corpus.DocumentId;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.DecisionResult.Approved;
import org.citebot.moderation.ProposalResult.Proposed;
import org.jdbi.v3.core.Jdbi;

/** A corpus with an owner and two moderators, and short ways to do what tests do often. */
record Desk(Path folder, CorpusStore store, Moderation moderation) {

    static final PersonId OWNER = new PersonId("owner");
    static final PersonId ANNA = new PersonId("anna");
    static final PersonId BORIS = new PersonId("boris");
    static final PersonId STRANGER = new PersonId("stranger");

    static final String TEXT = """
            A title

            The council met on Monday in the old town hall. It decided to build two bridges over the river before
            winter. The mayor said that the work would begin in May and end in October.
            """;

    static Desk unowned(Path folder, Clock clock) {
        CorpusStore store = CorpusStore.open(folder.resolve("corpus.db"), clock);
        return new Desk(folder, store, Moderation.over(store, folder, clock));
    }

    static Desk open(Path folder, Clock clock) {
        Desk desk = unowned(folder, clock);
        Secret code = desk.moderation.roles().newClaimCode().orElseThrow();
        desk.moderation.roles().claim(OWNER, code.reveal());
        desk.moderation.roles().grant(OWNER, ANNA);
        desk.moderation.roles().grant(OWNER, BORIS);
        return desk;
    }

    static Submission file(String name, String content) {
        return Submission.file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    ModerationService proposals() {
        return moderation.proposals();
    }

    DocumentKeeper documents() {
        return moderation.documents();
    }

    Proposal propose(PersonId person, String text) {
        return propose(person, Submission.text(text));
    }

    Proposal propose(PersonId person, Submission submission) {
        ProposalResult result = proposals().propose(person, submission);
        assertThat(result).isInstanceOf(Proposed.class);
        return ((Proposed) result).proposal();
    }

    DocumentId add(PersonId person, String text) {
        return approved(proposals().approve(person, propose(person, text).id()));
    }

    static DocumentId approved(DecisionResult result) {
        assertThat(result).isInstanceOf(Approved.class);
        return ((Approved) result).document();
    }

    /** What somebody with access to the file may do. */
    Jdbi database() {
        return Database.open(folder.resolve("corpus.db"), "db/corpus", 1).jdbi();
    }

    String text(DocumentId document) {
        return store.current(document).orElseThrow().text();
    }
}
