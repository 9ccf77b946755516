package org.citebot.telegram.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        DeskWords words = occasion.words();
        return switch (roles.claim(occasion.person(), code)) {
            case ClaimResult.Claimed claimed -> owned(occasion);
            case ClaimResult.Owned owned -> owned.oneself() ? owned(occasion) : words.reply(DeskPhrase.OWNED_ALREADY);
            case ClaimResult.WrongCode wrong -> words.reply(DeskPhrase.WRONG_CODE);
        };
    }

    private DeskReply owned(Occasion occasion) {
        names.remember(occasion.person(), occasion.name());
        return occasion.words().reply(DeskPhrase.OWNED);
    }

    DeskReply list(Occasion occasion, int offset) {
        return owns(occasion.person())
                ? list(occasion.words(), offset, null)
                : occasion.words().reply(DeskPhrase.OWNER_ONLY);
    }

    DeskReply grant(Occasion occasion, PersonId person, String name) {
        RoleResult result = roles.grant(occasion.person(), person);
        if (result instanceof NotAllowed) {
            return occasion.words().reply(DeskPhrase.OWNER_ONLY);
        }
        names.remember(person, name);
        return occasion.words().reply(result(occasion, person, result), Map.of("name", names.quote(person)));
    }

    private DeskPhrase result(Occasion occasion, PersonId person, RoleResult result) {
        if (person.equals(occasion.person())) {
            return DeskPhrase.OWNER_NEEDS_NONE;
        }
        boolean now = result instanceof RoleResult.Granted
                || roles.members().stream()
                        .anyMatch(member -> member.person().equals(person)
                                && !member.granted().isBefore(occasion.received()));
        return now ? DeskPhrase.MODERATOR_NOW : DeskPhrase.MODERATOR_ALREADY;
    }

    DeskReply revoke(Occasion occasion, PersonId person) {
        RoleResult result = roles.revoke(occasion.person(), person);
        if (result instanceof NotAllowed) {
            return occasion.words().reply(DeskPhrase.OWNER_ONLY);
        }
        // Only the owner, whom nobody can revoke, has a role still.
        return roles.of(person).isPresent()
                ? occasion.words().reply(DeskPhrase.OWNER_STAYS)
                : list(occasion.words(), 0, person);
    }

    /** @param revoked somebody who just lost the role; null if nobody did */
    private DeskReply list(DeskWords words, int offset, @Nullable PersonId revoked) {
        List<Member> members = roles.members();
        int from = Math.min(offset, (members.size() - 1) / PAGE * PAGE);
        TextBuilder text = new TextBuilder();
        if (revoked != null) {
            words.add(text, DeskPhrase.MODERATOR_NO_MORE, "name", names.quote(revoked))
                    .ours("\n\n");
        }
        text.marked(Style.BOLD, () -> text.ours(words.say(DeskPhrase.MEMBERS)));
        List<List<Button>> rows = new ArrayList<>();
        for (Member member : members.subList(from, Math.min(from + PAGE, members.size()))) {
            line(words, text, member);
            button(words, member).ifPresent(button -> rows.add(List.of(button)));
        }
        text.ours("\n\n" + words.say(DeskPhrase.MEMBERS_HOW));
        rows.addAll(Pager.rows(from, PAGE, members.size(), Press.MembersPage::new, words));
        return new DeskReply(text.build(), new Keyboard(rows), "members");
    }

    private void line(DeskWords words, TextBuilder text, Member member) {
        DeskPhrase phrase = member.role() == Role.OWNER ? DeskPhrase.MEMBER_OWNER : DeskPhrase.MEMBER_MODERATOR;
        words.add(
                text.ours("\n• "),
                phrase,
                Map.of("name", names.quote(member.person()), "moment", DeskWords.moment(member.granted())));
        if (member.granter() != null) {
            words.add(text.ours(", "), DeskPhrase.GRANTED_BY, "name", names.quote(member.granter()));
        }
    }

    private Optional<Button> button(DeskWords words, Member member) {
        Press revoke = new Press.Revoke(member.person());
        boolean fits = revoke.data().getBytes(StandardCharsets.UTF_8).length <= LONGEST_DATA;
        return member.role() == Role.MODERATOR && fits
                ? Optional.of(revoke.button(words.say(DeskPhrase.REVOKE, "name", names.of(member.person()))))
                : Optional.empty();
    }

    private boolean owns(PersonId person) {
        return roles.of(person).filter(role -> role == Role.OWNER).isPresent();
    }
}
