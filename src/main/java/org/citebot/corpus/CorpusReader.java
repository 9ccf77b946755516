package org.citebot.corpus;

import java.util.Collection;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Reads several times over one connection: to open one costs as much as to read a few documents. Each read sees what was
 * committed before it. For one thread, until it is closed.
 */
public final class CorpusReader implements AutoCloseable {

    private final Handle handle;

    CorpusReader(Handle handle) {
        this.handle = handle;
    }

    /** The versions that answer of these documents; those removed are missing. */
    public Map<DocumentId, DocumentVersion> current(Collection<DocumentId> ids) {
        return DocumentRows.current(handle, ids);
    }

    @Override
    public void close() {
        handle.close();
    }
}
