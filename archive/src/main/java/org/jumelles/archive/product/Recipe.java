package org.jumelles.archive.product;

/// What made a product: named, versioned steps.
///
/// @param name such as `seis/continuous`
/// @param version compared part by part, numbers as numbers: `2` comes before `10`
public record Recipe(String name, String version) {
  /// The recipe of a raw file: its bytes as they came.
  public static final Recipe INGEST = new Recipe("ingest", "1");

  public Recipe {
    if (name.isBlank() || version.isBlank()) {
      throw new IllegalArgumentException(
          "a recipe named '" + name + "', version '" + version + "'");
    }
  }

  /// Whether its products are raw files, named by their bytes.
  public boolean isIngest() {
    return name.equals(INGEST.name);
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
