package org.citebot.telegram;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.citebot.corpus.PersonId;
import org.citebot.moderation.Member.Role;

/**
 * Keeps the menus of those with a role as their roles are. What could not be shown, since a person has not opened a chat
 * with the bot yet, is tried again the next time. For many threads.
 */
final class ModeratorMenus {

    private final CommandMenus menus;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<PersonId, Role> shown = new HashMap<>();

    ModeratorMenus(CommandMenus menus) {
        this.menus = menus;
    }

    /** Makes the menus fit; does nothing while another thread is at it. */
    void publish(Map<PersonId, Role> roles) {
        if (!lock.tryLock()) {
            return;
        }
        try {
            for (PersonId former : shown.keySet().stream()
                    .filter(person -> !roles.containsKey(person))
                    .toList()) {
                if (Sender.number(former).map(menus::hide).orElse(true)) {
                    shown.remove(former);
                }
            }
            roles.forEach(this::publish);
        } finally {
            lock.unlock();
        }
    }

    private void publish(PersonId person, Role role) {
        Optional<Long> chat = Sender.number(person);
        if (role != shown.get(person) && chat.isPresent() && menus.show(chat.get(), role)) {
            shown.put(person, role);
        }
    }
}
