package org.jumelles.archive.catalogue;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.postgresql.PGStatement;

/// Has PostgreSQL plan a question for its values each time. A plan for any values takes every span
/// for a short one, and reads fifteen years to sort them; SQLite knows no values when it plans.
final class KnownValues implements StatementCustomizer {
  @Override
  public void beforeExecution(PreparedStatement statement, StatementContext context)
      throws SQLException {
    if (statement.isWrapperFor(PGStatement.class)) {
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
  }
}
