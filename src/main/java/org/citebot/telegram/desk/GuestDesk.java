package org.citebot.telegram.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.citebot.telegram.limit.Guests;
import org.citebot.telegram.limit.Guests.Guest;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.FormattedText.Style;
import org.citebot.telegram.text.Keyboard;
import org.citebot.telegram.text.Keyboard.Button;
import org.citebot.telegram.text.TextBuilder;

/** Whom moderators let into a private bot, in messages. For many threads. */
final class GuestDesk {

    private static final int PAGE = 20;
    private static final int LONGEST_NAME = 50;
    private static final int LONGEST_DATA = 64;

    private final Guests guests;
    private final PersonNames names;

    GuestDesk(Guests guests, PersonNames names) {
        this.guests = guests;
        this.names = names;
    }

    DeskReply invite(Occasion occasion, String bot) {
        String code = guests.invite(occasion.person(), occasion.key()).reveal();
        return DeskReply.plain("This link lets one person in while I am private, once, within a week:\n\nhttps://t.me/"
                + bot + "?start=join-" + code + "\n\n/guests shows who came, and shuts them out again.");
    }

    DeskReply list(int offset) {
        List<Guest> all = guests.list();
        int from = Math.max(0, Math.min(offset, (all.size() - 1) / PAGE * PAGE));
        TextBuilder text = new TextBuilder();
        text.marked(Style.BOLD, () -> text.ours("Who was invited"));
        List<List<Button>> rows = new ArrayList<>();
        for (Guest guest : all.subList(from, Math.min(from + PAGE, all.size()))) {
            line(text, guest);
            Press remove = new Press.ShutOut(guest.person());
            if (remove.data().getBytes(StandardCharsets.UTF_8).length <= LONGEST_DATA) {
                rows.add(List.of(remove.button("Shut out " + name(guest))));
            }
        }
        text.ours(all.isEmpty() ? "\n\nNobody yet. /invite makes a link for one person." : "\n\n/invite makes a link.");
        rows.addAll(Pager.rows(from, PAGE, all.size(), Press.GuestsPage::new));
        return new DeskReply(text.build(), new Keyboard(rows), "guests");
    }

    DeskReply shutOut(Press.ShutOut press) {
        guests.remove(press.person());
        return list(0);
    }

    private void line(TextBuilder text, Guest guest) {
        text.ours("\n• ").foreign(name(guest)).ours(", since " + Lines.moment(guest.admitted()) + ", by ");
        names.add(text, guest.inviter());
    }

    private static String name(Guest guest) {
        return Excerpt.of(guest.name().isBlank() ? guest.person().value() : guest.name(), LONGEST_NAME);
    }
}
