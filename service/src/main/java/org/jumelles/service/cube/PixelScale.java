package org.jumelles.service.cube;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Product;
import org.jumelles.pipeline.sample.SampleKeeping;
import org.jumelles.ryugu.cube.Cube;
import org.jumelles.ryugu.sample.Fact;

/// How wide a pixel is, by the ledger of samples: an image that names this product or one that it
/// was made from, or else the image of the same grain and size. Cubes themselves do not say.
///
/// @param um micrometres
/// @param source the entry that says so
record PixelScale(double um, String source) {

  static Optional<PixelScale> of(Archive archive, Product product, String file, Cube cube) {
    Set<String> names =
        Stream.concat(Stream.of(product.identity()), walk(archive, product.identity()).stream())
            .map(Identity::sha256Hex)
            .collect(Collectors.toSet());
    String title = product.title();
    List<Fact.Image> images =
        SampleKeeping.ledger(archive).facts(Fact.Image.class).stream()
            .filter(image -> image.pixelUm().isPresent())
            .filter(image -> image.lines() == cube.lines() && image.samples() == cube.samples())
            .toList();
    Optional<Fact.Image> named =
        images.stream()
            .filter(image -> image.file().map(of -> names.contains(of)).orElse(false))
            .findFirst();
    List<Fact.Image> alike =
        images.stream().filter(image -> title.endsWith(" " + image.name().given())).toList();
    return named
        .or(() -> alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty())
        .map(
            image ->
                new PixelScale(
                    image.pixelUm().orElseThrow(),
                    "image " + image.id() + " of " + image.name() + " in the ledger of samples"));
  }

  private static List<Identity> walk(Archive archive, Identity identity) {
    return archive.walk(identity).steps().stream().map(step -> step.product().identity()).toList();
  }
}
