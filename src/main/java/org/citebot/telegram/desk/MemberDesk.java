package org.citebot.telegram.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.ClaimResult;
import org.citebot.moderation.Member;
import org.citebot.moderation.Member.Role;
import org.citebot.moderation.NotAllowed;
import org.citebot.moderation.RoleResult;
import org.citebot.moderation.Roles;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.TextBuilder;
import org.jspecify.annotations.Nullable;

/** The owner and the moderators, in messages. For many threads. */
final class MemberDesk {

    private static final int PAGE = 20;
    private static final int LONGEST_DATA = 64;

    private final Roles roles;
    private final PersonNames names;

    MemberDesk(Roles roles, PersonNames names) {
        this.roles = roles;
        this.names = names;
    }

    DeskReply claim(Occasion occasion, String code) {
        return DeskReply.plain(
                switch (roles.claim(occasion.person(), code)) {
                    case ClaimResult.Claimed claimed -> owned(occasion);
                    case ClaimResult.Owned owned ->
                        owned.oneself() ? owned(occasion) : "This bot has an owner already.";
                    case ClaimResult.WrongCode wrong ->
                        "This link is used up or too old. Whoever runs the bot gets a new one at its next start.";
                });
    }

    private String owned(Occasion occasion) {
        names.remember(occasion.person(), occasion.name());
        return "You own this bot. /help shows what you can do.";
    }

    DeskReply list(PersonId person, int offset) {
        return owns(person) ? list(offset, null) : DeskReply.plain(Lines.OWNER_ONLY);
    }

    DeskReply grant(Occasion occasion, PersonId person, String name) {
        RoleResult result = roles.grant(occasion.person(), person);
        if (result instanceof NotAllowed) {
            return DeskReply.plain(Lines.OWNER_ONLY);
        }
        names.remember(person, name);
        TextBuilder text = new TextBuilder();
        names.add(text, person);
        return DeskReply.of(text.ours(result(occasion, person, result)).build());
    }

    private String result(Occasion occasion, PersonId person, RoleResult result) {
        if (person.equals(occasion.person())) {
            return " owns this bot and needs no other role. Nothing was done.";
        }
        boolean now = result instanceof RoleResult.Granted
                || roles.members().stream()
                        .anyMatch(member -> member.person().equals(person)
                                && !member.granted().isBefore(occasion.received()));
        return now
                ? " is a moderator from now on. /moderators lists all and takes it back."
                : " is a moderator already. Nothing was done.";
    }

    DeskReply revoke(Occasion occasion, PersonId person) {
        RoleResult result = roles.revoke(occasion.person(), person);
        if (result instanceof NotAllowed) {
            return DeskReply.plain(Lines.OWNER_ONLY);
        }
        // Only the owner, whom nobody can revoke, has a role still.
        return roles.of(person).isPresent()
                ? DeskReply.plain("The owner stays the owner. Nothing was done.")
                : list(0, names.of(person));
    }

    /** @param revoked the name of somebody who just lost the role; null if nobody did */
    private DeskReply list(int offset, @Nullable String revoked) {
        List<Member> members = roles.members();
        int from = Math.min(offset, (members.size() - 1) / PAGE * PAGE);
        TextBuilder text = new TextBuilder();
        if (revoked != null) {
            text.foreign(revoked).ours(" is no moderator any more.\n\n");
        }
        text.marked(Style.BOLD, () -> text.ours("Who keeps the documents"));
        List<List<Button>> rows = new ArrayList<>();
        for (Member member : members.subList(from, Math.min(from + PAGE, members.size()))) {
            line(text, member);
            button(member).ifPresent(button -> rows.add(List.of(button)));
        }
        text.ours("\n\nTo add a moderator, share that person's contact with me here, or reply /moderators to one of"
                + " that person's messages in a group where I am.");
        rows.addAll(Pager.rows(from, PAGE, members.size(), Press.MembersPage::new));
        return new DeskReply(text.build(), new Keyboard(rows), "members");
    }

    private void line(TextBuilder text, Member member) {
        text.ours("\n• ");
        names.add(text, member.person());
        text.ours((member.role() == Role.OWNER ? ", owner since " : ", moderator since ")
                + Lines.moment(member.granted()));
        if (member.granter() != null) {
            text.ours(", by ");
            names.add(text, member.granter());
        }
    }

    private Optional<Button> button(Member member) {
        Press revoke = new Press.Revoke(member.person());
        boolean fits = revoke.data().getBytes(StandardCharsets.UTF_8).length <= LONGEST_DATA;
        return member.role() == Role.MODERATOR && fits
                ? Optional.of(revoke.button("Revoke " + names.of(member.person())))
                : Optional.empty();
    }

    private boolean owns(PersonId person) {
        return roles.of(person).filter(role -> role == Role.OWNER).isPresent();
    }
}
