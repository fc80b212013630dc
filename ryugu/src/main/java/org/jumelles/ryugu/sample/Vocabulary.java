package org.jumelles.ryugu.sample;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The kinds of entries and their fields, as `docs/samples.md` lists them.
public final class Vocabulary {
  private static final String MASS = "mass_g sigma_g mass_mg sigma_mg mass_ug sigma_ug balance";

  private static final Map<String, List<String>> FIELDS = new LinkedHashMap<>();

  static {
    put("sample", "name form parents process date condition chamber storage " + MASS);
    put("weight", "name date " + MASS);
    put("balance", "id scale_sigma_relative");
    put("storage", "name date place");
    put("exposure", "name date to");
    put("contamination", "name date substance");
    put("loan", "id name date due holder terms");
    put("allocation", "id name date due holder terms");
    put("return", "loan date " + MASS);
    put("image", "id name technique lines samples pixel_um file");
    put("control", "image_a line_a sample_a image_b line_b sample_b sigma_pixels");
    put("analysis", "id name date technique instrument image region product");
    put("correction", "of field value reason");
    put("withdrawal", "of reason");
  }

  private Vocabulary() {}

  private static void put(String kind, String fields) {
    FIELDS.put(kind, List.of(fields.split(" ")));
  }

  /// All kinds, in the order of the document.
  public static List<String> kinds() {
    return List.copyOf(FIELDS.keySet());
  }

  /// The fields that are understood; every kind takes `note` and `reference` besides.
  public static List<String> fields(String kind) {
    return Optional.ofNullable(FIELDS.get(kind)).orElse(List.of());
  }

  static boolean isKnown(String kind, String field) {
    return field.equals("note") || field.equals("reference") || fields(kind).contains(field);
  }
}
