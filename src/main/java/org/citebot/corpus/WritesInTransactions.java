package org.citebot.corpus;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/** Refuses SQL that changes something outside of a transaction: it would pass {@link WritersInLine} by. */
final class WritesInTransactions implements StatementCustomizer {

    private static final Pattern CHANGING =
            Pattern.compile("\\s*(INSERT|UPDATE|DELETE|REPLACE)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public void beforeExecution(PreparedStatement statement, StatementContext context) throws SQLException {
        String sql = context.getRawSql();
        if (sql != null
                && CHANGING.matcher(sql).lookingAt()
                && statement.getConnection().getAutoCommit()) {
            throw new IllegalStateException("Changes outside of a transaction: " + sql);
        }
    }
}
