package org.citebot.telegram.desk;

import java.util.Optional;
import org.citebot.corpus.Database;
import org.citebot.corpus.PersonId;
import org.citebot.telegram.text.Excerpt;
import org.citebot.telegram.text.TextBuilder;
import org.jdbi.v3.core.Jdbi;

/** What those with a role are called. For many threads. */
final class PersonNames {

    private static final int LONGEST = 50;

    private final Jdbi jdbi;

    PersonNames(Database database) {
        this.jdbi = database.jdbi();
    }

    Optional<String> find(PersonId person) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT name FROM person_name WHERE person = :person")
                .bind("person", person.value())
                .mapTo(String.class)
                .findOne());
    }

    /** Adds what to call a person: the name, else the id. */
    void add(TextBuilder text, PersonId person) {
        Excerpt.add(text, of(person), LONGEST);
    }

    /** The same, to stand in a text. */
    DeskWords.Quote quote(PersonId person) {
        return new DeskWords.Quote(find(person).orElse(person.value()), LONGEST);
    }

    /** What to call a person, on one line. */
    String of(PersonId person) {
        return Excerpt.of(find(person).orElse(person.value()), LONGEST);
    }

    /** A blank name changes nothing. */
    void remember(PersonId person, String name) {
        if (!name.isBlank() && !find(person).equals(Optional.of(name))) {
            jdbi.useTransaction(handle -> handle.execute(
                    "INSERT OR REPLACE INTO person_name (person, name) VALUES (?, ?)", person.value(), name));
        }
    }

    void forget(PersonId person) {
        jdbi.useTransaction(handle -> handle.execute("DELETE FROM person_name WHERE person = ?", person.value()));
    }
}
