package org.citebot.telegram.desk;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.citebot.corpus.CorpusStore;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.citebot.language.Language;
import org.citebot.moderation.Member;
import org.citebot.moderation.Member.Role;
import org.citebot.moderation.Moderation;
import org.citebot.moderation.Roles;
import org.citebot.telegram.limit.Guests;
import org.citebot.telegram.text.FormattedText;
import org.jspecify.annotations.Nullable;

/** Takes the requests of those who keep the corpus. For many threads. */
public final class Desk {

    private final Moderation moderation;
    private final CorpusStore store;
    private final Roles roles;
    private final PersonNames names;
    private final DeskMessages messages;
    private final MemberDesk members;
    private final ProposalDesk proposals;
    private final DocumentDesk documents;
    private final PasteDesk pastes;
    private final Guests admitted;
    private final GuestDesk guests;

    /** @param telegramDatabase the bot's own, where it keeps what its messages are about */
    public Desk(Moderation moderation, CorpusStore store, Database telegramDatabase, Clock clock) {
        this.moderation = moderation;
        this.store = store;
        this.roles = moderation.roles();
        this.names = new PersonNames(telegramDatabase);
        this.messages = new DeskMessages(telegramDatabase);
        this.members = new MemberDesk(roles, names);
        this.proposals = new ProposalDesk(moderation, store, names, clock);
        this.documents = new DocumentDesk(store, moderation.documents(), names);
        this.admitted = new Guests(telegramDatabase, clock);
        this.guests = new GuestDesk(admitted, names);
        this.pastes = new PasteDesk(new PastedTexts(telegramDatabase), moderation.proposals(), proposals);
    }

    /** Does what is asked, once for each key, and tells what came of it. */
    public DeskReply handle(Occasion occasion, DeskRequest request) {
        DeskWords words = occasion.words();
        if (request instanceof DeskRequest.Claim claim) {
            return members.claim(occasion, claim.code());
        }
        if (!enters(occasion)) {
            return words.reply(DeskPhrase.MODERATORS_ONLY);
        }
        return switch (request) {
            case DeskRequest.Claim claim -> members.claim(occasion, claim.code());
            case DeskRequest.Offer offer -> proposals.offer(occasion, offer.submission());
            case DeskRequest.Collect collect -> pastes.begin(occasion, collect.firstPart());
            case DeskRequest.CollectedPart part -> pastes.add(occasion, part.message(), part.text());
            case DeskRequest.Proposals list -> proposals.list(occasion, 0);
            case DeskRequest.ShowProposal show -> proposals.show(occasion, show.id());
            case DeskRequest.Change change -> proposals.change(occasion, change.proposal(), change.lines());
            case DeskRequest.Docs docs -> documents.list(occasion, docs.words().strip(), false, 0);
            case DeskRequest.Doc doc -> documents.document(occasion, doc.reference());
            case DeskRequest.Remove remove -> documents.remove(occasion, remove.reference());
            case DeskRequest.Restore restore -> documents.restore(occasion, restore.reference(), restore.version());
            case DeskRequest.Undo undo -> documents.undo(occasion);
            case DeskRequest.Members list -> members.list(occasion, 0);
            case DeskRequest.Grant grant -> members.grant(occasion, grant.person(), grant.name());
            case DeskRequest.Invite invite -> guests.invite(occasion, invite.bot());
            case DeskRequest.ListGuests list -> guests.list(occasion, 0);
            case DeskRequest.Revoke revoke -> members.revoke(occasion, revoke.person());
        };
    }

    /**
     * Does what a button stands for.
     *
     * @param data what the button brought back; anything, as it may be forged
     * @param subject what the message with the button is about; null if that is not known
     */
    public PressReply press(Occasion occasion, String data, @Nullable String subject) {
        DeskWords words = occasion.words();
        if (!enters(occasion)) {
            // What only moderators may read disappears where a former one reads it, but not for all others.
            return occasion.personal()
                    ? PressReply.showing(words.reply(DeskPhrase.MODERATORS_ONLY))
                    : PressReply.notice(words.say(DeskPhrase.MODERATORS_ONLY));
        }
        Optional<Press> press = Press.read(data);
        return press.isEmpty()
                ? PressReply.notice(words.say(DeskPhrase.TOO_OLD))
                : press(occasion, press.get(), subject);
    }

    private PressReply press(Occasion occasion, Press press, @Nullable String subject) {
        return switch (press) {
            case Press.Approve approve -> PressReply.showing(proposals.approve(occasion, approve));
            case Press.Replace replace -> PressReply.showing(proposals.replace(occasion, replace));
            case Press.Reject reject -> PressReply.showing(proposals.reject(occasion, reject.proposal()));
            case Press.Edit edit -> PressReply.showing(proposals.explainEdit(occasion, edit.proposal()));
            case Press.Show show -> PressReply.showing(proposals.show(occasion, show.proposal()));
            case Press.ProposalsPage page -> PressReply.showing(proposals.list(occasion, page.offset()));
            case Press.DocsPage page -> showing(occasion, documents.page(occasion, page, subject));
            case Press.DocPage page -> showing(occasion, documents.page(occasion, page));
            case Press.MembersPage page -> ownersOnly(occasion, members.list(occasion, page.offset()));
            case Press.Revoke revoke -> ownersOnly(occasion, members.revoke(occasion, revoke.person()));
            case Press.GuestsPage page -> PressReply.showing(guests.list(occasion, page.offset()));
            case Press.ShutOut shutOut -> PressReply.showing(guests.shutOut(occasion, shutOut));
            case Press.Finish finish -> pastes.finish(occasion, finish.begun());
            case Press.Drop drop -> pastes.drop(occasion, drop.begun());
        };
    }

    private static PressReply showing(Occasion occasion, Optional<DeskReply> reply) {
        return reply.map(PressReply::showing)
                .orElseGet(() -> PressReply.notice(occasion.words().say(DeskPhrase.TOO_OLD)));
    }

    private PressReply ownersOnly(Occasion occasion, DeskReply reply) {
        boolean owner =
                roles.of(occasion.person()).filter(role -> role == Role.OWNER).isPresent();
        return owner || occasion.personal()
                ? PressReply.showing(reply)
                : PressReply.notice(occasion.words().say(DeskPhrase.OWNER_ONLY));
    }

    /** Whether a person is a moderator or the owner at this moment. */
    public boolean mayModerate(PersonId person) {
        return roles.of(person).isPresent();
    }

    /**
     * Whether a text message of this occasion is a part of a text that its sender puts together here. True once more
     * when that has waited too long, to say so.
     */
    public boolean collects(Occasion occasion) {
        return pastes.collects(occasion);
    }

    /** Lets a person into a private bot by the code of an invitation; false if that is good for nothing. */
    public boolean admit(PersonId person, String name, String code) {
        return admitted.admit(person, name, code);
    }

    /** Whether a person was let into a private bot. */
    public boolean isGuest(PersonId person) {
        return admitted.isGuest(person);
    }

    /** What one of the bot's messages is about; empty for a message that is about nothing, or is not the bot's. */
    public Optional<String> subject(long chat, int message) {
        return messages.subject(chat, message);
    }

    /** Notes what one of the bot's messages is about from now on. */
    public void remember(long chat, int message, String subject) {
        messages.remember(chat, message, subject);
    }

    /** The number of the proposal that one of the bot's messages is about; empty if it is about none. */
    public Optional<Long> proposal(long chat, int message) {
        return subject(chat, message).flatMap(PreviewText::proposal);
    }

    /** Everybody with a role at this moment. */
    public Map<PersonId, Role> roles() {
        return roles.members().stream().collect(Collectors.toMap(Member::person, Member::role));
    }

    /** The lines of /help for a person with a role; empty for everybody else. */
    public Optional<FormattedText> help(PersonId person, Language language) {
        DeskWords words = DeskWords.in(language);
        FormattedText help = words.line(DeskPhrase.HELP_MODERATOR);
        return roles.of(person)
                .map(role -> role == Role.OWNER ? help.followedBy(words.line(DeskPhrase.HELP_OWNER)) : help);
    }

    /**
     * Erases a person: the role, the name, the texts that were being put together, who brought and decided what, and that
     * they were let in. The file of the corpus holds none of it afterwards; that of the bot is for the caller to clear.
     */
    public void forget(PersonId person) {
        admitted.remove(person);
        names.forget(person);
        pastes.forget(person);
        moderation.forget(person);
        store.emptyLog();
    }

    private boolean enters(Occasion occasion) {
        boolean moderates = mayModerate(occasion.person());
        if (moderates) {
            names.remember(occasion.person(), occasion.name());
        }
        return moderates;
    }
}
