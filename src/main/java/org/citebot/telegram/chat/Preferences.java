package org.citebot.telegram.chat;

import java.util.Optional;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.citebot.language.Language;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** In which language people want to be spoken to. For many threads. */
public final class Preferences {

    private final Jdbi jdbi;

    /** @param database the bot's own */
    public Preferences(Database database) {
        this.jdbi = database.jdbi();
    }

    /** The words for a person: those of their choice, else of their Telegram; {@code code} is null if it does not say. */
    public Words words(PersonId person, @Nullable String code) {
        return Words.in(chosen(person).orElse(Language.ofCode(code == null ? "" : code)));
    }

    Optional<Language> chosen(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT language FROM preference WHERE person = :person")
                .bind("person", person.value())
                .mapTo(String.class)
                .findOne()
                .map(Language::ofCode));
    }

    void choose(PersonId person, Language language) {
        jdbi.useTransaction(handle -> handle.execute(
                "INSERT OR REPLACE INTO preference (person, language) VALUES (?, ?)", person.value(), language.code()));
    }

    void clear(PersonId person) {
        jdbi.useTransaction(handle -> handle.execute("DELETE FROM preference WHERE person = ?", person.value()));
    }
}
