package org.jumelles.service.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.service.holding.EventHolding;

/// A plot that a recipe drew.
///
/// @param kind what is drawn, for people
record Picture(Product product, String file, String kind) {
  private static final String EVENT = "seis/event";
  private static final List<String[]> RECIPES =
      List.of(
          new String[] {"seis/spectrogram", "Spectrogram"},
          new String[] {"seis/sol", "Sol plot"},
          new String[] {EVENT, "Event"});

  String address() {
    return "/products/" + product.identity().sha256Hex() + "/files/" + file;
  }

  String title() {
    return product.title().isBlank() ? kind : product.title();
  }

  /// Whether it shows one event from near.
  boolean isOfEvent() {
    return product.recipe().name().equals(EVENT);
  }

  /// Every plot of the newest versions: spectrograms, sol plots, events, each kind's last one
  /// first.
  static List<Picture> all(Archive archive) {
    List<Picture> pictures = new ArrayList<>();
    for (String[] recipe : RECIPES) {
      for (Product product : archive.products(recipe[0]).reversed()) {
        product.payloads().stream()
            .filter(payload -> payload.mediaType().equals("image/png"))
            .findFirst()
            .ifPresent(payload -> pictures.add(new Picture(product, payload.name(), recipe[1])));
      }
    }
    return pictures;
  }

  /// The plot of an event: the one that shows it from near, else one of the same data: it was made
  /// of
  /// the event, its window holds the event,
  /// or both were made of one input.
  static Optional<Picture> of(EventHolding event, Product eventProduct, List<Picture> pictures) {
    Optional<Picture> ofWindow =
        pictures.stream()
            .filter(
                picture ->
                    picture.product().entries().stream()
                        .anyMatch(entry -> entry.span().contains(event.time())))
            .findFirst();
    return pictures.stream()
        .filter(Picture::isOfEvent)
        .filter(
            picture ->
                picture.product().entries().stream()
                    .anyMatch(entry -> entry.key().equals(event.publicId())))
        .findFirst()
        .or(
            () ->
                pictures.stream()
                    .filter(picture -> picture.product().inputs().contains(event.product()))
                    .findFirst())
        .or(() -> ofWindow)
        .or(
            () ->
                pictures.stream()
                    .filter(
                        picture ->
                            picture.product().inputs().stream()
                                .anyMatch(eventProduct.inputs()::contains))
                    .findFirst());
  }
}
