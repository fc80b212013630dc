package org.jumelles.pipeline.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.formats.pds4.Pds4Label;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Span;
import org.jumelles.kernel.time.Utc;

/// What a PDS4 label says of the observation: when, of what, by what.
///
/// @param told `target`, `investigation`, `host`, `instrument`, as far as the label says them
record Observation(Span span, Map<String, String> told) {
  Observation {
    told = Map.copyOf(told);
  }

  static Observation of(Pds4Label label) {
    Map<String, String> told = new TreeMap<>();
    XmlElement root = label.root();
    put(told, "target", names(below(root, "Target_Identification")));
    put(told, "investigation", names(below(root, "Investigation_Area")));
    List<XmlElement> components = below(root, "Observing_System_Component");
    put(told, "host", names(ofType(components, "Host", "Spacecraft")));
    put(told, "instrument", names(ofType(components, "Instrument", "Instrument")));
    return new Observation(span(root), told);
  }

  private static void put(Map<String, String> told, String field, List<String> names) {
    if (!names.isEmpty()) {
      told.put(field, String.join("; ", names));
    }
  }

  private static List<XmlElement> ofType(List<XmlElement> all, String one, String other) {
    return all.stream()
        .filter(
            component ->
                below(component, "type").stream()
                    .map(type -> type.text().strip())
                    .anyMatch(type -> type.equals(one) || type.equals(other)))
        .toList();
  }

  private static List<String> names(List<XmlElement> elements) {
    return elements.stream()
        .flatMap(element -> element.children().stream())
        .filter(child -> child.name().getLocalPart().equals("name"))
        .map(name -> name.text().strip())
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static List<XmlElement> below(XmlElement element, String name) {
    List<XmlElement> found = new ArrayList<>();
    for (XmlElement child : element.children()) {
      if (child.name().getLocalPart().equals(name)) {
        found.add(child);
      }
      found.addAll(below(child, name));
    }
    return found;
  }

  /// From start to stop; always where the label does not say both, or says them wrongly.
  private static Span span(XmlElement root) {
    Optional<Moment> start = time(root, "start_date_time");
    Optional<Moment> stop = time(root, "stop_date_time");
    return start.isPresent() && stop.isPresent() && !stop.get().isBefore(start.get())
        ? new Span(start.get(), stop.get())
        : Query.ALWAYS;
  }

  private static Optional<Moment> time(XmlElement root, String name) {
    for (XmlElement element : below(root, name)) {
      try {
        return Optional.of(Utc.parse(element.text().strip()));
      } catch (MalformedDataException | IllegalArgumentException _) {
        // said wrongly: as if it were not said
      }
    }
    return Optional.empty();
  }
}
