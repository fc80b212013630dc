package org.jumelles.service.download;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.service.access.Gate;
import org.jumelles.service.access.Pass;
import org.jumelles.service.exchange.Answer;
import org.jumelles.service.exchange.Request;
import org.jumelles.service.holding.Holdings;

/// Sends the files of products.
public final class Files {
  private static final int BUFFER_BYTES = 128 * 1024;

  /// What a browser may show; all else it is told to keep as a file.
  private static final Set<String> SHOWN = Set.of("image/png", "text/plain", "application/json");

  private final Holdings holdings;
  private final Gate gate;
  private final Consumer<Identity> downloaded;

  public Files(Archive archive, Gate gate, Consumer<Identity> downloaded) {
    this.gate = gate;
    this.downloaded = downloaded;
    this.holdings = new Holdings(archive);
  }

  /// `/products/ID/files/NAME`.
  public Answer file(Request request, String id, String name) {
    Optional<Product> product = holdings.named(id);
    Optional<Payload> payload = product.flatMap(found -> found.payload(name));
    if (product.isEmpty() || payload.isEmpty()) {
      return Answer.of(404, Answer.TEXT, "No file " + name + " of a product " + id + "\n");
    }
    return counted(request, gate.enter(request, product.get()), payload.get());
  }

  /// A download that is resumed counts once: the part that begins the file counts.
  private Answer counted(Request request, Pass pass, Payload payload) {
    Answer answer = file(request, pass, payload);
    boolean begins =
        answer.headers().getOrDefault("Content-Range", "bytes 0-").startsWith("bytes 0-");
    if (request.method().equals("GET") && answer.status() / 100 == 2 && begins) {
      downloaded.accept(pass.product());
    }
    return answer;
  }

  private static Answer file(Request request, Pass pass, Payload payload) {
    String tag = '"' + payload.sha256() + '"';
    if (request.header("if-match").map(wanted -> !listed(wanted, tag, false)).orElse(false)) {
      return Answer.empty(412).with("ETag", tag);
    }
    if (request.header("if-none-match").map(known -> listed(known, tag, true)).orElse(false)) {
      return Answer.empty(304).with("ETag", tag).with("Cache-Control", CACHE);
    }
    boolean ranged = request.header("if-range").map(tag::equals).orElse(true);
    ByteRange range = ByteRange.of(request.header("range").filter(_ -> ranged), payload.size());
    return switch (range) {
      case ByteRange.All _ -> described(part(pass, payload, 200, 0, payload.size()), payload);
      case ByteRange.Part part ->
          described(part(pass, payload, 206, part.first(), part.length()), payload)
              .with(
                  "Content-Range",
                  "bytes " + part.first() + "-" + part.last() + "/" + payload.size());
      case ByteRange.Unsatisfiable _ ->
          Answer.of(416, Answer.TEXT, "The file has " + payload.size() + " bytes\n")
              .with("Content-Range", "bytes */" + payload.size())
              .with("Accept-Ranges", "bytes");
    };
  }

  /// A product never changes, nor do its files.
  private static final String CACHE = "max-age=31536000, immutable";

  private static Answer described(Answer answer, Payload payload) {
    String file = payload.name().substring(payload.name().lastIndexOf('/') + 1);
    String way = SHOWN.contains(payload.mediaType()) ? "inline" : "attachment";
    return answer
        .with("ETag", '"' + payload.sha256() + '"')
        .with("Accept-Ranges", "bytes")
        .with("Cache-Control", CACHE)
        .with("Content-Disposition", way + "; filename=\"" + file + '"');
  }

  private static Answer part(Pass pass, Payload payload, int status, long from, long length) {
    return Answer.streamed(
        status,
        payload.mediaType(),
        length,
        out -> {
          try (SeekableByteChannel channel = pass.open(payload.name())) {
            copy(channel, from, length, out);
          }
        });
  }

  private static void copy(SeekableByteChannel channel, long from, long length, OutputStream out)
      throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(length, BUFFER_BYTES));
    channel.position(from);
    long left = length;
    while (left > 0) {
      buffer.clear().limit((int) Math.min(left, buffer.capacity()));
      int read = channel.read(buffer);
      if (read <= 0) {
        throw new IOException("the stored file is " + left + " bytes too short");
      }
      out.write(buffer.array(), 0, read);
      left -= read;
    }
  }

  /// Whether a list of entity tags names `tag`; weak ones count only where `weak` allows.
  private static boolean listed(String header, String tag, boolean weak) {
    return Stream.of(header.split(","))
        .map(String::strip)
        .map(each -> weak && each.startsWith("W/") ? each.substring(2) : each)
        .anyMatch(each -> each.equals("*") || each.equals(tag));
  }
}
