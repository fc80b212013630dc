package org.jumelles.archive.catalogue;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.ConnectionFactory;
import org.jspecify.annotations.Nullable;
import org.jumelles.archive.store.Durable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteDataSource;

/// Connections to one database, kept for reuse, and its schema.
public final class Database implements ConnectionFactory, AutoCloseable {
  private static final int BUSY_TIMEOUT_MILLIS = 20_000;
  private static final int POOL_SIZE = 16;
  private static final long CONNECT_MILLIS = 10_000;

  private final DataSource source;
  private final boolean sqlite;
  private final Schema schema;
  private final SQLiteConfig.TransactionMode mode;
  private volatile boolean closed;
  private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();

  /// What the two call differently in the one text of the migrations.
  private static final Map<String, String> SQLITE =
      Map.of(
          "number",
          "INTEGER PRIMARY KEY",
          "bytewise",
          "",
          "server",
          "-- ",
          "latitude",
          sqliteNumber("latitude"),
          "longitude",
          sqliteNumber("longitude"));

  private static final Map<String, String> POSTGRESQL =
      Map.of(
          "number",
          "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY",
          "bytewise",
          "COLLATE \"C\"",
          "server",
          "",
          "latitude",
          postgresqlNumber("latitude"),
          "longitude",
          postgresqlNumber("longitude"));

  private static String sqliteNumber(String attribute) {
    String value = "json_extract(e.attributes, '$." + attribute + "')";
    return "(CASE WHEN %1$s GLOB '*[0-9]' AND %1$s NOT GLOB '*[^-.0-9]*' THEN CAST(%1$s AS REAL) END)"
        .formatted(value);
  }

  private static String postgresqlNumber(String attribute) {
    String value = "(CAST(e.attributes AS json) ->> '" + attribute + "')";
    return "(CASE WHEN %1$s ~ '^-?[0-9]+([.][0-9]+)?$' THEN CAST(%1$s AS DOUBLE PRECISION) END)"
        .formatted(value);
  }

  /// The tables that belong together, and the migrations that make them.
  ///
  /// @param location of the migrations among the program's resources
  /// @param history the table in which the migration tool notes what it did
  /// @param version of the last migration
  public record Schema(String location, String history, String version) {
    static final Schema CATALOGUE =
        new Schema("org/jumelles/archive/catalogue", "flyway_schema_history", "5");
  }

  private Database(
      DataSource source, boolean sqlite, Schema schema, SQLiteConfig.TransactionMode mode) {
    this.source = source;
    this.sqlite = sqlite;
    this.schema = schema;
    this.mode = mode;
  }

  /// @throws IllegalArgumentException for a URL of another database
  public static Database of(String jdbcUrl, Schema schema, boolean writable) {
    SQLiteConfig.TransactionMode mode =
        writable ? SQLiteConfig.TransactionMode.IMMEDIATE : SQLiteConfig.TransactionMode.DEFERRED;
    if (jdbcUrl.startsWith("jdbc:sqlite:")) {
      SQLiteConfig config = new SQLiteConfig();
      config.setJournalMode(SQLiteConfig.JournalMode.WAL);
      config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
      config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
      config.setTransactionMode(mode);
      Path file = Path.of(jdbcUrl.substring("jdbc:sqlite:".length()));
      boolean immutable = !writable && isImmutable(file);
      if (immutable) {
        config.setJournalMode(SQLiteConfig.JournalMode.OFF);
        config.setReadOnly(true);
      }
      SQLiteDataSource source = new SQLiteDataSource(config);
      source.setUrl(
          immutable ? "jdbc:sqlite:file:" + file.toUri().getRawPath() + "?immutable=1" : jdbcUrl);
      return new Database(source, true, schema, mode);
    }
    if (jdbcUrl.startsWith("jdbc:postgresql:")) {
      HikariConfig config = new HikariConfig();
      config.setJdbcUrl(jdbcUrl);
      config.setMaximumPoolSize(POOL_SIZE);
      config.setMinimumIdle(1);
      config.setReadOnly(!writable);
      config.setConnectionTimeout(CONNECT_MILLIS);
      config.addDataSourceProperty("tcpKeepAlive", "true");
      return new Database(new HikariDataSource(config), false, schema, mode);
    }
    throw new IllegalArgumentException(
        "'" + jdbcUrl + "' is neither jdbc:sqlite: nor jdbc:postgresql:");
  }

  boolean isSqlite() {
    return sqlite;
  }

  /// Whether nobody can write to a database: its folder may not be written, and no log of a writer
  /// lies beside it. SQLite reads such a one only when told so, since a log needs a file beside it.
  private static boolean isImmutable(Path file) {
    Path log = file.resolveSibling(file.getFileName() + "-wal");
    return Files.isReadable(file) && !Files.isWritable(Durable.parent(file)) && !Files.exists(log);
  }

  static void checkpoint(String jdbcUrl) {
    SQLiteDataSource source = new SQLiteDataSource();
    source.setUrl(jdbcUrl);
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (SQLException e) {
      // The file is damaged, which is why it is being replaced.
    }
  }

  /// Brings the schema up to date; where it is, the migration tool is not even loaded.
  ///
  /// @return whether there was anything to do
  public boolean migrate() {
    if (isCurrent()) {
      return false;
    }
    Flyway.configure()
        .dataSource(source)
        .locations("classpath:" + schema.location())
        .table(schema.history())
        .baselineOnMigrate(!sqlite) // in PostgreSQL two schemas share one database
        .baselineVersion("0")
        .placeholders(sqlite ? SQLITE : POSTGRESQL)
        .load()
        .migrate();
    return true;
  }

  /// Has PostgreSQL look at tables after many rows came at once: an index answers alone only where
  /// it knows that all see the same rows. Otherwise it does so by itself, minutes later.
  void tidy(String tables) {
    if (sqlite) {
      return;
    }
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement()) {
      statement.execute("VACUUM (ANALYZE) " + tables);
    } catch (SQLException e) {
      // The server is away or busy with the same: every answer is right without it.
    }
  }

  /// Whether there are no tables at all.
  ///
  /// @throws SQLException where this is no database, or a damaged one
  boolean isEmpty() throws SQLException {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement();
        var row = statement.executeQuery("SELECT COUNT(*) FROM sqlite_master")) {
      return row.getLong(1) == 0;
    }
  }

  /// Whether the database has the schema of this version of the program.
  public boolean isCurrent() {
    try (Connection connection = source.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "SELECT version FROM "
                    + schema.history()
                    + " WHERE success ORDER BY installed_rank")) {
      String version = "";
      while (row.next()) {
        version = String.valueOf(row.getString(1));
      }
      return version.equals(schema.version());
    } catch (SQLException e) {
      return false;
    }
  }

  /// The same connections for work that only reads: its transactions see one state, and neither
  /// wait for a writer nor keep one waiting. Those of [Database] itself take the lock of SQLite's
  /// one writer as they begin, since it cannot be had later without losing what was read.
  public ConnectionFactory reading() {
    if (!sqlite) {
      return this;
    }
    return new ConnectionFactory() {
      @Override
      public Connection openConnection() throws SQLException {
        Connection connection = Database.this.openConnection();
        begin(connection, SQLiteConfig.TransactionMode.DEFERRED);
        return connection;
      }

      @Override
      public void closeConnection(Connection connection) throws SQLException {
        begin(connection, mode);
        Database.this.closeConnection(connection);
      }
    };
  }

  private static void begin(Connection connection, SQLiteConfig.TransactionMode mode)
      throws SQLException {
    connection.unwrap(SQLiteConnection.class).getConnectionConfig().setTransactionMode(mode);
  }

  @Override
  public Connection openConnection() throws SQLException {
    if (closed) {
      throw new SQLException("the database is closed");
    }
    @Nullable Connection kept = sqlite ? idle.pollFirst() : null;
    return kept == null ? source.getConnection() : kept;
  }

  @Override
  public void closeConnection(Connection connection) throws SQLException {
    if (sqlite && connection.getAutoCommit() && idle.size() < POOL_SIZE) {
      idle.addFirst(connection);
    } else {
      connection.close();
    }
  }

  /// Closes what is idle; the last connection of SQLite takes the write-ahead log in.
  @Override
  public void close() {
    closed = true;
    if (source instanceof HikariDataSource pool) {
      pool.close();
    }
    for (Connection connection = idle.poll(); connection != null; connection = idle.poll()) {
      try {
        connection.close();
      } catch (SQLException e) {
        throw new IllegalStateException("closing the database failed: " + e.getMessage(), e);
      }
    }
  }
}
