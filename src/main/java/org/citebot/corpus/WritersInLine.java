package org.citebot.corpus;

import java.sql.SQLException;
import java.util.concurrent.locks.Lock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.transaction.DelegatingTransactionHandler;
import org.jdbi.v3.core.transaction.LocalTransactionHandler;
import org.jdbi.v3.core.transaction.TransactionHandler;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/**
 * Lets the transactions of a process begin one after another. SQLite would make them wait too, but in native code,
 * where a virtual thread keeps its carrier: as many writers in wait as there are carriers, and the one they wait for
 * has none to go on with.
 */
final class WritersInLine extends DelegatingTransactionHandler {

    private final Lock writing;

    WritersInLine(Lock writing) {
        this(writing, LocalTransactionHandler.binding());
    }

    private WritersInLine(Lock writing, TransactionHandler delegate) {
        super(delegate);
        this.writing = writing;
    }

    @Override
    public <R, X extends Exception> R inTransaction(Handle handle, HandleCallback<R, X> callback) throws X {
        writing.lock();
        try {
            return super.inTransaction(handle, callback);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public <R, X extends Exception> R inTransaction(
            Handle handle, TransactionIsolationLevel level, HandleCallback<R, X> callback) throws X {
        writing.lock();
        try {
            return super.inTransaction(handle, level, callback);
        } finally {
            writing.unlock();
        }
    }

    @Override
    public TransactionHandler specialize(Handle handle) throws SQLException {
        return new WritersInLine(writing, getDelegate().specialize(handle));
    }
}
