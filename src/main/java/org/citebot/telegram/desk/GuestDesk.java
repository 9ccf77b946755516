package org.citebot.telegram.desk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        DeskWords words = occasion.words();
        String code = guests.invite(occasion.person(), occasion.key()).reveal();
        return DeskReply.plain(words.say(DeskPhrase.INVITE) + "\n\nhttps://t.me/" + bot + "?start=join-" + code + "\n\n"
                + words.say(DeskPhrase.INVITE_GUESTS));
    }

    DeskReply list(Occasion occasion, int offset) {
        DeskWords words = occasion.words();
        List<Guest> all = guests.list();
        int from = Math.max(0, Math.min(offset, (all.size() - 1) / PAGE * PAGE));
        TextBuilder text = new TextBuilder();
        text.marked(Style.BOLD, () -> text.ours(words.say(DeskPhrase.GUESTS)));
        List<List<Button>> rows = new ArrayList<>();
        for (Guest guest : all.subList(from, Math.min(from + PAGE, all.size()))) {
            line(words, text, guest);
            Press remove = new Press.ShutOut(guest.person());
            if (remove.data().getBytes(StandardCharsets.UTF_8).length <= LONGEST_DATA) {
                rows.add(List.of(remove.button(words.say(DeskPhrase.SHUT_OUT, "name", name(guest)))));
            }
        }
        text.ours("\n\n" + words.say(all.isEmpty() ? DeskPhrase.GUESTS_NONE : DeskPhrase.GUESTS_INVITE));
        rows.addAll(Pager.rows(from, PAGE, all.size(), Press.GuestsPage::new, words));
        return new DeskReply(text.build(), new Keyboard(rows), "guests");
    }

    DeskReply shutOut(Occasion occasion, Press.ShutOut press) {
        guests.remove(press.person());
        return list(occasion, 0);
    }

    private void line(DeskWords words, TextBuilder text, Guest guest) {
        words.add(
                text.ours("\n• "),
                DeskPhrase.GUEST_LINE,
                Map.of(
                        "name", new DeskWords.Quote(name(guest), LONGEST_NAME),
                        "moment", DeskWords.moment(guest.admitted()),
                        "inviter", names.quote(guest.inviter())));
    }

    private static String name(Guest guest) {
        return Excerpt.of(guest.name().isBlank() ? guest.person().value() : guest.name(), LONGEST_NAME);
    }
}
