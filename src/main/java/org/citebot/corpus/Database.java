package org.citebot.corpus;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * One SQLite file, brought to the newest schema when it is opened. Any process may write it: a transaction is durable
 * when it returns (WAL, synchronous=FULL), and waits for writers of other processes for up to ten seconds. For many
 * threads; a process opens a file once, as its writers would else wait for each other inside SQLite.
 */
public final class Database {

    private static final int BUSY_TIMEOUT_MILLIS = 10_000;

    private final Path file;
    private final SQLiteDataSource source;
    private final Jdbi jdbi;
    private final Jdbi unsynced;
    private final ReentrantLock writing = new ReentrantLock(true);

    private Database(Path file, SQLiteDataSource source, SQLiteDataSource unsynced) {
        this.file = file;
        this.source = source;
        this.jdbi = inLine(source);
        this.unsynced = inLine(unsynced);
    }

    /**
     * Opens a file, creating it and its folder where missing, and runs the migrations that it lacks.
     *
     * @param migrations folder of the migrations on the class path, e.g. {@code db/corpus}
     * @param newest the number of the newest migration there: a file that has it is not looked at further
     */
    public static Database open(Path file, String migrations, int newest) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make the folder of " + file, e);
        }
        Database database = new Database(
                file,
                source(file, SQLiteConfig.SynchronousMode.FULL),
                source(file, SQLiteConfig.SynchronousMode.NORMAL));
        database.migrate(migrations, newest);
        return database;
    }

    private static SQLiteDataSource source(Path file, SQLiteConfig.SynchronousMode synchronous) {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(synchronous);
        config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
        config.enforceForeignKeys(true);
        // What is deleted is overwritten, as people may ask for that.
        config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "true");
        // A transaction takes the write lock when it begins, so that it waits there and never fails half way.
        config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file.toAbsolutePath());
        return source;
    }

    private Jdbi inLine(SQLiteDataSource source) {
        Jdbi made = Jdbi.create(source).setTransactionHandler(new WritersInLine(writing));
        made.getConfig(SqlStatements.class).addCustomizer(new WritesInTransactions());
        return made;
    }

    /**
     * For SQL that spares the disk: what it commits survives the end of the process, however sudden, but the last of it
     * may be gone when the machine loses power before anything is committed the usual way. For what can be made or said
     * once more without harm; never for what somebody relies on, such as an update that was confirmed or a decision.
     */
    public Jdbi unsynced() {
        return unsynced;
    }

    /**
     * Keeps a connection until it is closed. SQLite puts its log away, which syncs the disk several times, whenever the
     * last connection of all is closed: with handles that come and go, after nearly every one.
     */
    public Closeable keepOpen() {
        return jdbi.open();
    }

    /**
     * For SQL. Every handle is a connection of its own. What changes something is to run in a transaction, where the
     * writers of this process wait for their turn without holding a thread; anywhere else it is refused.
     */
    public Jdbi jdbi() {
        return jdbi;
    }

    /**
     * Brings all that was changed into the file itself and empties the log of changes, so that what was erased is in
     * neither of them; readers and writers at work are waited for, but not for ever.
     */
    public void emptyLog() {
        writing.lock();
        try {
            jdbi.useHandle(handle -> handle.createQuery("PRAGMA wal_checkpoint(TRUNCATE)")
                    .mapToMap()
                    .list());
        } finally {
            writing.unlock();
        }
    }

    /** Where it lies. */
    public Path file() {
        return file;
    }

    /**
     * One at a time, over all threads and processes: neither Flyway on SQLite nor the change of a fresh file to WAL
     * waits for another that does the same. The file of the lock stays, as whoever removed it could not know who waits.
     */
    private void migrate(String migrations, int newest) {
        Path lock = file.resolveSibling(file.getFileName() + ".lock");
        synchronized (Database.class) {
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                // Loading Flyway costs a third of a second: only where there is something to migrate.
                if (schemaVersion() < newest) {
                    Flyway.configure()
                            .dataSource(source)
                            .locations("classpath:" + migrations)
                            .load()
                            .migrate();
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot lock " + file, e);
            }
        }
    }

    private int schemaVersion() {
        return jdbi.withHandle(handle -> {
            boolean migrated =
                    handle.createQuery("SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'")
                                    .mapTo(Integer.class)
                                    .one()
                            > 0;
            return !migrated
                    ? 0
                    : handle.createQuery(
                                    "SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success")
                            .mapTo(Integer.class)
                            .findOne()
                            .orElse(0);
        });
    }
}
