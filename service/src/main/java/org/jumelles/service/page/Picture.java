package org.jumelles.service.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Product;
import org.jumelles.service.holding.EventHolding;

/// A plot that a recipe drew.
///
/// @param kind what is drawn, for people
record Picture(Product product, String file, String kind) {
  private static final String EVENT = "seis/event";

  /// What the plots of each recipe are called.
  private static final SequencedMap<String, String> KINDS = kinds();

  /// Plots of each kind that are looked through.
  private static final int MOST = 100;

  private static SequencedMap<String, String> kinds() {
    SequencedMap<String, String> kinds = new LinkedHashMap<>();
    kinds.put("seis/spectrogram", "Spectrogram");
    kinds.put("seis/sol", "Sol plot");
    kinds.put(EVENT, "Event");
    return Collections.unmodifiableSequencedMap(kinds);
  }

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

  /// The last plots of each kind in their newest versions: spectrograms, sol plots, events.
  static List<Picture> newest(Archive archive) {
    List<Picture> pictures = new ArrayList<>();
    for (String recipe : KINDS.keySet()) {
      archive.listing().newest(recipe, MOST).forEach(product -> add(product, pictures));
    }
    return pictures;
  }

  private static void add(Product product, List<Picture> pictures) {
    product.payloads().stream()
        .filter(payload -> payload.mediaType().equals("image/png"))
        .findFirst()
        .ifPresent(
            payload ->
                pictures.add(
                    new Picture(
                        product,
                        payload.name(),
                        KINDS.getOrDefault(product.recipe().name(), "Plot"))));
  }

  /// The plot of an event: the one that shows it from near, else one of the same data: it was made
  /// of the event, its window holds the event, or both were made of one input.
  ///
  /// @param newest other plots that may do
  static Optional<Picture> of(
      Archive archive, EventHolding event, Product eventProduct, List<Picture> newest) {
    List<Picture> pictures = new ArrayList<>();
    for (Product made : archive.derivedFrom(eventProduct.identity())) {
      if (KINDS.containsKey(made.recipe().name())) {
        add(made, pictures);
      }
    }
    pictures.addAll(newest);
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
