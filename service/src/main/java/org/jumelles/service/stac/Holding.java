package org.jumelles.service.stac;

import java.util.Optional;
import org.jumelles.archive.product.Entry;
import org.jumelles.archive.product.Product;
import org.jumelles.service.spectra.Footprint;

/// A product as an item of a collection.
record Holding(Kind kind, Product product, Entry entry, Footprint footprint) {

  /// The collections there are.
  enum Kind {
    SPECTRA(
        "iasi-spectra",
        "spectra",
        "IASI Level 1C spectra",
        "Granules of calibrated and apodised infrared spectra, 8461 channels from 645 to 2760"
            + " cm-1, as they were taken in or simulated.",
        "L1C"),
    BRIGHTNESS(
        "iasi-brightness",
        "brightness",
        "IASI brightness temperatures",
        "Brightness temperatures of all channels in K with places, angles and flags, CF NetCDF-4,"
            + " one file a granule.",
        "L1C"),
    GRID(
        "iasi-grids",
        "grid",
        "IASI daily grids",
        "One UTC day of one satellite on a grid of one degree, before and after local solar noon:"
            + " count, mean and spread, CF NetCDF-4.",
        "L3");

    final String id;
    final String entryKind;
    final String title;
    final String description;
    final String level;

    Kind(String id, String entryKind, String title, String description, String level) {
      this.id = id;
      this.entryKind = entryKind;
      this.title = title;
      this.description = description;
      this.level = level;
    }

    static Optional<Kind> of(String id) {
      for (Kind kind : values()) {
        if (kind.id.equals(id)) {
          return Optional.of(kind);
        }
      }
      return Optional.empty();
    }
  }

  String id() {
    return product.identity().sha256Hex();
  }
}
