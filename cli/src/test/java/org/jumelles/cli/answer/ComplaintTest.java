package org.jumelles.cli.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class ComplaintTest {
  @Test
  void aCommitThatFailsForWantOfRoomSaysSo() {
    SQLException full = new SQLException("[SQLITE_FULL] Insertion failed because database is full");
    RuntimeException commit = new RuntimeException("Failed to commit transaction", full);
    RuntimeException above = new RuntimeException(commit);
    assertThat(Complaint.of(above))
        .contains("Failed to commit transaction")
        .contains("[SQLITE_FULL] Insertion failed because database is full");
  }

  @Test
  void wordsOfTheDatabaseAreSaidOnce() {
    SQLException full = new SQLException("[SQLITE_FULL] database or disk is full");
    RuntimeException above = new RuntimeException("insert: " + full.getMessage(), full);
    assertThat(Complaint.of(above)).isEqualTo("insert: [SQLITE_FULL] database or disk is full");
  }

  @Test
  void aTableOfWhatFailedIsOneSentence() {
    SQLException full = new SQLException("[SQLITE_FULL] database or disk is full");
    String table =
        "Unable to commit transaction\n----\nError Code : 13\nMessage : " + full.getMessage();
    assertThat(Complaint.of(new RuntimeException(table + "\n", full)))
        .isEqualTo("Unable to commit transaction: [SQLITE_FULL] database or disk is full");
  }

  @Test
  void aDamagedCatalogueLeadsToItsMending() {
    SQLException corrupt = new SQLException("[SQLITE_CORRUPT] image is malformed\nat page 7");
    assertThat(Complaint.of(new RuntimeException("Failed to commit transaction", corrupt)))
        .startsWith("Failed to commit transaction: [SQLITE_CORRUPT] image is malformed;")
        .endsWith("`jumelles rebuild` makes it anew from the store");
  }

  @Test
  void whatHasNoMessageIsNamed() {
    assertThat(Complaint.of(new IllegalStateException())).contains("IllegalStateException");
    assertThat(Complaint.of(new UncheckedIOException(new IOException("No space left on device"))))
        .isEqualTo("IOException: No space left on device");
    assertThat(Complaint.of(new UncheckedIOException(new BindException("port 80 is taken"))))
        .isEqualTo("port 80 is taken");
    assertThat(Complaint.of(new UncheckedIOException("work.csv", new IOException("full"))))
        .isEqualTo("work.csv");
  }
}
