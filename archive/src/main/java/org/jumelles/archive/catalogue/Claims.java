package org.jumelles.archive.catalogue;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jumelles.archive.product.Identity;

/// What one worker is about to make, told to all others that work on the same archive. A claim
/// holds as long as its worker is heard of; one that was killed loses its claims when its lease
/// ends. A claim only saves work: the store keeps one product of an identity, whoever made it.
public final class Claims implements AutoCloseable {
  private static final int BEATS_A_LEASE = 4;
  private static final long REFUSAL_SECONDS = 86_400;

  private final Catalogue catalogue;
  private final String now;
  private final String name;
  private final long leaseSeconds;
  private final ScheduledExecutorService heart =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("claims").factory());
  private volatile long worker;

  private Claims(Catalogue catalogue, boolean sqlite, String name, Duration lease) {
    this.catalogue = catalogue;
    this.now = sqlite ? "unixepoch()" : "CAST(EXTRACT(EPOCH FROM clock_timestamp()) AS BIGINT)";
    this.name = name;
    this.leaseSeconds = lease.toSeconds();
  }

  static Claims open(Catalogue catalogue, boolean sqlite, String name, Duration lease) {
    if (lease.toSeconds() < BEATS_A_LEASE) {
      throw new IllegalArgumentException(
          "a lease of " + lease.toSeconds() + " s; it takes " + BEATS_A_LEASE + " s or more");
    }
    Claims claims = new Claims(catalogue, sqlite, name, lease);
    catalogue.write(claims::enter);
    long beatMillis = lease.toMillis() / BEATS_A_LEASE;
    var _ =
        claims.heart.scheduleAtFixedRate(
            claims::beat, beatMillis, beatMillis, TimeUnit.MILLISECONDS);
    return claims;
  }

  /// Adds this worker, and sweeps what the dead and the past left.
  private void enter(Handle handle) {
    worker =
        handle
            .createUpdate("INSERT INTO worker (name, expires) VALUES (?, " + now + " + ?)")
            .bind(0, name)
            .bind(1, leaseSeconds)
            .executeAndReturnGeneratedKeys("number")
            .mapTo(Long.class)
            .one();
    handle.execute(
        "DELETE FROM claim WHERE (refusal = '' AND worker NOT IN (SELECT number FROM worker WHERE"
            + " expires > "
            + now
            + ")) OR (refusal <> '' AND expires <= "
            + now
            + ")");
    handle.execute(
        "DELETE FROM worker WHERE expires + ? < "
            + now
            + " AND number NOT IN (SELECT worker FROM claim)",
        REFUSAL_SECONDS);
  }

  /// Where the database is away for a while, the next beat comes through or the lease ends.
  private void beat() {
    try {
      catalogue.write(
          handle ->
              handle.execute(
                  "UPDATE worker SET expires = " + now + " + ? WHERE number = ?",
                  leaseSeconds,
                  worker));
    } catch (RuntimeException away) {
      // A worker that is not heard of is told dead: its products are kept all the same.
    }
  }

  /// Claims a product, unless a living worker has claimed it or somebody found that it cannot be
  /// made.
  public boolean take(Identity identity) {
    boolean[] taken = new boolean[1];
    catalogue.write(
        handle ->
            taken[0] =
                handle.execute(
                        "INSERT INTO claim VALUES (?, ?, '', 0) ON CONFLICT (identity) DO UPDATE"
                            + " SET worker = excluded.worker, refusal = '', expires = 0 WHERE"
                            + " claim.worker = excluded.worker OR (claim.refusal = '' AND NOT"
                            + " EXISTS (SELECT 1 FROM worker w WHERE w.number = claim.worker AND"
                            + " w.expires > "
                            + now
                            + ")) OR (claim.refusal <> '' AND claim.expires <= "
                            + now
                            + ")",
                        identity.sha256Hex(),
                        worker)
                    == 1);
    return taken[0];
  }

  /// Gives a claim back: the product is kept, or was not made.
  public void release(Identity identity) {
    catalogue.write(
        handle ->
            handle.execute(
                "DELETE FROM claim WHERE identity = ? AND worker = ? AND refusal = ''",
                identity.sha256Hex(),
                worker));
  }

  /// Tells all others for a day that the product cannot be made, and why.
  public void refuse(Identity identity, String why) {
    catalogue.write(
        handle ->
            handle.execute(
                "UPDATE claim SET refusal = ?, expires = "
                    + now
                    + " + ? WHERE identity = ? AND worker = ?",
                why.isBlank() ? "refused" : why,
                REFUSAL_SECONDS,
                identity.sha256Hex(),
                worker));
  }

  /// Why another worker could not make a product, where one tried within a day.
  public Optional<String> refusal(Identity identity) {
    return catalogue.read(
        handle ->
            handle
                .createQuery(
                    "SELECT refusal FROM claim WHERE identity = ? AND refusal <> '' AND worker <>"
                        + " ? AND expires > "
                        + now)
                .bind(0, identity.sha256Hex())
                .bind(1, worker)
                .mapTo(String.class)
                .findFirst());
  }

  /// Stops being heard of, and gives back what is still claimed.
  @Override
  public void close() {
    heart.shutdownNow();
    catalogue.write(
        handle -> {
          handle.execute("DELETE FROM claim WHERE worker = ? AND refusal = ''", worker);
          handle.execute("UPDATE worker SET expires = 0 WHERE number = ?", worker);
        });
  }
}
