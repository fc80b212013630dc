package org.jumelles.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.BindException;
import java.nio.file.Path;
import org.jumelles.archive.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A place to listen that cannot be had is refused, not waited for.
class ListenTest {
  @TempDir Path folder;

  @Test
  void aPortThatIsTakenIsToldByItsNumber() throws Exception {
    try (Archive archive = Archive.open(folder);
        WebService first = WebService.start(archive, Address.loopback(0))) {
      Address same = Address.loopback(first.port());
      assertThatThrownBy(() -> WebService.start(archive, same).close())
          .isInstanceOf(BindException.class)
          .hasMessageContaining("port " + first.port());
      assertThat(first.port()).isPositive();
    }
  }

  @Test
  void aPortThatWasLetGoIsFreeAtOnce() throws Exception {
    try (Archive archive = Archive.open(folder)) {
      int port;
      try (WebService first = WebService.start(archive, Address.loopback(0))) {
        port = first.port();
      }
      try (WebService again = WebService.start(archive, Address.loopback(port))) {
        assertThat(again.port()).isEqualTo(port);
      }
    }
  }
}
