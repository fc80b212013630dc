package org.jumelles.pipeline.partnership;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jumelles.accord.Accord;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.fact.When;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.Role;
import org.jumelles.accord.programme.RoleAssignment;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Programmes as metadata of Research Activity Identifiers (ISO 23527), as a request for one:
/// RAiD metadata schema 1.6 in the terms that the OpenAPI document 2.0.0 of the RAiD service
/// allows.
///
/// Only organisations with a ROR and persons with an ORCID iD appear, since RAiD names them by
/// these; a date that is not known is left out, and [#missing] says what the schema wants and the
/// record does not know. No identifier is made up: a programme without one bears none. An
/// organisation has one role at a time, and one organisation leads: of several institutes of
/// principal investigators the first that is recorded, the others are research organisations.
public final class Raid {
  private static final String ROR = "https://ror.org/";
  private static final String ORCID = "https://orcid.org/";
  private static final String VOCABULARY = "https://vocabulary.raid.org/";
  private static final String ACCESS = "https://vocabularies.coar-repositories.org/access_rights/";

  private static final int LONGEST_TITLE = 100;
  private static final int LEAD = 182;
  private static final int RESEARCH = 183;

  /// Which of two roles at the same time an organisation is told by: the earlier in this list.
  private static final List<Integer> PRECEDENCE = List.of(LEAD, RESEARCH, 185, 184, 187, 186);

  private Raid() {}

  /// One JSON array, one object a programme.
  public static String json(Accord accord, List<Programme> programmes) {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(programmes.stream().map(one -> document(accord, one)).toList())
        + "\n";
  }

  /// What the schema wants of each programme and the record does not know, as sentences.
  public static List<String> missing(Accord accord, List<Programme> programmes) {
    List<String> missing = new ArrayList<>();
    for (Programme programme : programmes) {
      Map<String, Object> document = document(accord, programme);
      if (programme.from().earliest().isEmpty()) {
        missing.add(programme.name() + ": date.startDate, title.startDate");
      }
      if (list(document, "contributor").isEmpty()) {
        missing.add(programme.name() + ": contributor, one at least with an ORCID iD");
      }
      boolean undated =
          list(document, "organisation").stream()
              .flatMap(one -> list(one, "role").stream())
              .anyMatch(role -> !role.containsKey("startDate"));
      if (undated) {
        missing.add(programme.name() + ": organisation.role.startDate");
      }
    }
    return missing;
  }

  @SuppressWarnings("unchecked") // documents of this class hold lists of maps there
  private static List<Map<String, Object>> list(Map<String, Object> document, String name) {
    return (List<Map<String, Object>>) document.getOrDefault(name, List.of());
  }

  private static Map<String, Object> document(Accord accord, Programme programme) {
    Map<String, Object> document = new LinkedHashMap<>();
    Map<String, Object> title = new LinkedHashMap<>();
    title.put("text", title(programme));
    title.put("type", term("title.type.schema/5", "title.type.schema/376"));
    title.put(
        "language", Map.of("id", "eng", "schemaUri", "https://www.iso.org/standard/74575.html"));
    dates(title, programme.from(), programme.to());
    document.put("title", List.of(title));
    Map<String, Object> date = new LinkedHashMap<>();
    dates(date, programme.from(), programme.to());
    document.put("date", date);
    Map<String, Object> open = new LinkedHashMap<>();
    open.put("id", ACCESS + "c_abf2/");
    open.put("schemaUri", ACCESS);
    document.put("access", Map.of("type", open));
    document.put("contributor", contributors(accord, programme));
    document.put("organisation", organisations(accord, programme));
    document.put("relatedObject", outputs(accord, programme));
    if (!programme.raid().isEmpty()) {
      document.put(
          "alternateIdentifier",
          List.of(Map.of("id", "https://raid.org/" + programme.raid(), "type", "RAiD")));
    }
    return document;
  }

  /// At most as long as the schema allows.
  private static String title(Programme programme) {
    String title = programme.name() + " on " + programme.mission();
    return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE - 1) + "…";
  }

  private static List<Map<String, Object>> contributors(Accord accord, Programme programme) {
    Map<String, Map<String, Object>> rows = new LinkedHashMap<>();
    for (RoleAssignment one : accord.all(RoleAssignment.class)) {
      if (!one.programme().equals(programme.name())
          || one.orcid().isEmpty()
          || one.from().earliest().isEmpty()) {
        continue;
      }
      boolean leads = one.role() == Role.PI_INSTITUTE;
      String position = leads ? "307" : one.role() == Role.CO_I_INSTITUTE ? "308" : "311";
      Map<String, Object> held =
          new LinkedHashMap<>(
              term("contributor.position.schema/" + position, "contributor.position.schema/305"));
      dates(held, one.from(), one.to());
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("id", ORCID + one.orcid());
      row.put("schemaUri", ORCID);
      row.put("position", List.of(held));
      row.put("leader", leads);
      row.put("contact", leads);
      rows.putIfAbsent(one.orcid(), row);
    }
    return List.copyOf(rows.values());
  }

  private static List<Map<String, Object>> organisations(Accord accord, Programme programme) {
    Set<RoleAssignment> kept = new HashSet<>();
    Optional<String> leading = Optional.empty();
    List<Map<String, Object>> rows = new ArrayList<>();
    List<RoleAssignment> all =
        accord.all(RoleAssignment.class).stream()
            .filter(one -> one.programme().equals(programme.name()) && one.orcid().isEmpty())
            .sorted(Comparator.comparingInt(one -> PRECEDENCE.indexOf(number(one.role()))))
            .toList();
    Map<String, List<Map<String, Object>>> roles = new LinkedHashMap<>();
    for (RoleAssignment one : all) {
      boolean free =
          kept.stream()
              .filter(other -> other.organisation().equals(one.organisation()))
              .noneMatch(other -> When.mayOverlap(one.from(), one.to(), other.from(), other.to()));
      if (free && ror(accord, one.organisation()).isPresent()) {
        kept.add(one);
        int number = number(one.role());
        if (number == LEAD) {
          number = leading.orElse(one.organisation()).equals(one.organisation()) ? LEAD : RESEARCH;
          leading = Optional.of(leading.orElse(one.organisation()));
        }
        roles.computeIfAbsent(one.organisation(), _ -> new ArrayList<>()).add(role(one, number));
      }
    }
    roles.forEach(
        (name, held) -> {
          Map<String, Object> row = new LinkedHashMap<>();
          row.put("id", ROR + ror(accord, name).orElseThrow());
          row.put("schemaUri", ROR);
          row.put("role", held);
          rows.add(row);
        });
    return rows;
  }

  private static Optional<String> ror(Accord accord, String organisation) {
    return accord.all(Organisation.class).stream()
        .filter(one -> one.name().equals(organisation) && !one.ror().isEmpty())
        .map(Organisation::ror)
        .findFirst();
  }

  private static Map<String, Object> role(RoleAssignment assignment, int number) {
    Map<String, Object> role =
        new LinkedHashMap<>(
            term("organisation.role.schema/" + number, "organisation.role.schema/359"));
    dates(role, assignment.from(), assignment.to());
    return role;
  }

  /// The role among RAiD's: lead research organisation, other research organisation, partner that
  /// does no research of its own, contractor, funder, facility.
  private static int number(Role role) {
    return switch (role) {
      case PI_INSTITUTE -> LEAD;
      case CO_I_INSTITUTE, SCIENCE_OPERATIONS, SCIENTIFIC_SUPPORT -> RESEARCH;
      case PROJECT_OVERSIGHT, INTERNATIONAL_PARTNER -> 184;
      case PRIME_CONTRACTOR, INSTRUMENT_SUPPLIER -> 185;
      case FUNDER -> 186;
      case DATA_CENTRE -> 187;
    };
  }

  private static List<Map<String, Object>> outputs(Accord accord, Programme programme) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Output output : accord.all(Output.class)) {
      if (output.programmes().contains(programme.name())) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", "https://doi.org/" + output.doi());
        row.put("schemaUri", "https://doi.org/");
        row.put(
            "type",
            term(
                "relatedObject.type.schema/" + number(output.kind()),
                "relatedObject.type.schema/329"));
        row.put(
            "category",
            List.of(term("relatedObject.category.id/190", "relatedObject.category.schemaUri/386")));
        rows.add(row);
      }
    }
    return rows;
  }

  /// Journal article, dataset, software, or text where nothing closer is recorded.
  private static int number(Output.Kind kind) {
    return switch (kind) {
      case PAPER -> 250;
      case DATA -> 269;
      case SOFTWARE -> 259;
      case OTHER -> 265;
    };
  }

  private static Map<String, Object> term(String id, String schema) {
    Map<String, Object> term = new LinkedHashMap<>();
    term.put("id", VOCABULARY + id);
    term.put("schemaUri", VOCABULARY + schema);
    return term;
  }

  private static void dates(Map<String, Object> into, When from, When to) {
    from.earliest().ifPresent(_ -> into.put("startDate", from.toString()));
    to.latest().ifPresent(_ -> into.put("endDate", to.toString()));
  }
}
