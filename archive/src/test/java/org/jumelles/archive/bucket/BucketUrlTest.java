package org.jumelles.archive.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketUrlTest {

  @Property(tries = 200)
  void whatIsWrittenIsReadAgain(@ForAll("urls") BucketUrl url) {
    assertThat(BucketUrl.parse(url.toString())).isEqualTo(url);
    assertThat(url.toString()).doesNotContain(" ");
  }

  @Provide
  Arbitrary<BucketUrl> urls() {
    Arbitrary<String> folders =
        Arbitraries.strings()
            .withChars("abcXYZ019!_.*'()-")
            .ofMinLength(1)
            .ofMaxLength(8)
            .filter(text -> !text.matches("\\.+"))
            .list()
            .ofMaxSize(3)
            .map(list -> list.isEmpty() ? "" : String.join("/", list) + "/");
    Arbitrary<String> buckets =
        Arbitraries.strings().withChars("abcz09").ofMinLength(3).ofMaxLength(63);
    Arbitrary<Optional<URI>> endpoints =
        Arbitraries.of("http://127.0.0.1:9000", "https://s3.example.org/path?x=1&y=2", "")
            .map(text -> text.isEmpty() ? Optional.empty() : Optional.of(URI.create(text)));
    Arbitrary<Optional<String>> regions =
        Arbitraries.of(Optional.of("eu-west-3"), Optional.<String>empty());
    return Combinators.combine(
            buckets, folders, endpoints, regions, Arbitraries.longs().between(1, 1L << 50))
        .as(BucketUrl::new);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s3://",
        "s3:///mars",
        "http://bucket/mars",
        "s3://Bucket/mars",
        "s3://bucket/../other",
        "s3://bucket/a//b",
        "s3://bucket/./b",
        "s3://bucket/a b",
        "s3://bucket/a?cache=-1",
        "s3://bucket/a?cache=0",
        "s3://bucket/a?cache=99999999999999999999",
        "s3://bucket/a?secret=x",
        "s3://bucket/a?endpoint",
        "s3://bucket/a?endpoint=ftp%3A%2F%2Fhost",
        "s3://bucket/a?endpoint=http%3A%2F%2Fuser%3Asecret%40host",
        "s3://bucket/a?region=eu&region=us",
        "s3://user:secret@bucket/a"
      })
  void aTextThatIsNoPlaceIsRefused(String text) {
    assertThatThrownBy(() -> BucketUrl.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
