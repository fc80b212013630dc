package org.jumelles.formats.quakeml;

import java.util.HashMap;
import java.util.Map;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;

/// Finds identifiers that more than one element bears.
final class PublicIds {
  private PublicIds() {}

  static void check(XmlElement element, String path, Parts.Findings findings) {
    check(element, path, findings, new HashMap<>());
  }

  private static void check(
      XmlElement element, String path, Parts.Findings findings, Map<String, Place> seen) {
    element
        .attribute("publicID")
        .ifPresent(
            id -> {
              Place first = seen.putIfAbsent(id, element.place());
              if (first != null) {
                String found = "'" + id + "' stands at " + first + " too";
                String where = path + "/@publicID";
                findings
                    .defects()
                    .add(
                        new Defect(
                            findings.source(),
                            element.place(),
                            where,
                            "a publicID is unique",
                            found));
              }
            });
    for (XmlElement child : element.children()) {
      check(child, path + "/" + child.name().getLocalPart(), findings, seen);
    }
  }
}
