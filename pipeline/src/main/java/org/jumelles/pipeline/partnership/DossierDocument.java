package org.jumelles.pipeline.partnership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A dossier as one document for programs: what `accord dossier --json` prints and what
/// `/api/accord/dossier` answers, to the letter.
public final class DossierDocument {
  private DossierDocument() {}

  /// @param programme whose rows alone are wanted, or empty
  /// @param measure the one measure whose rows are wanted, or empty; the totals are always all
  public static Map<String, Object> of(Dossier dossier, String programme, String measure) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("title", dossier.title());
    document.put("from", dossier.from().toString());
    document.put("to", dossier.to().toString());
    document.put("totals", dossier.evidence().totals());
    List<Map<String, Object>> sections = new ArrayList<>();
    for (Dossier.Section section : dossier.sections()) {
      Map<String, Object> one = new LinkedHashMap<>();
      one.put("title", section.title());
      one.put("rows", section.rows());
      sections.add(one);
    }
    document.put("sections", sections);
    document.put(
        "rows",
        dossier.evidence().rows(programme, measure).stream().map(DossierDocument::row).toList());
    return document;
  }

  private static Map<String, Object> row(Evidence.Row row) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("programme", row.programme());
    document.put("measure", row.measure());
    document.put("amount", row.amount());
    document.put("title", row.title());
    switch (row.proof()) {
      case Evidence.Proof.OfProduct(var product) -> document.put("product", product.sha256Hex());
      case Evidence.Proof.OfOutput(String doi) -> document.put("doi", doi);
    }
    document.put("when", row.when());
    return document;
  }
}
