package org.citebot.corpus;

import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleConsumer;
import org.jdbi.v3.core.Jdbi;

/** Makes files as the first version of a schema had them. */
public final class OldDatabase {

    private OldDatabase() {}

    /**
     * Makes a file whose schema is the first.
     *
     * @param migrations as of {@link Database#open}
     * @param newest a file of the newest schema, attached as {@code newest}
     * @param copy fills the old file
     */
    public static void make(Path old, String migrations, Path newest, HandleConsumer<RuntimeException> copy) {
        String url = "jdbc:sqlite:" + old;
        Flyway.configure()
                .dataSource(url, null, null)
                .locations("classpath:" + migrations)
                .target("1")
                .load()
                .migrate();
        try (Handle handle = Jdbi.create(url).open()) {
            handle.execute("ATTACH ? AS newest", newest.toString());
            copy.useHandle(handle);
        }
    }
}
