package org.jumelles.pipeline.partnership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.accord.Accord;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.fact.When;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.Role;
import org.jumelles.accord.programme.RoleAssignment;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Programmes as metadata of Research Activity Identifiers (ISO 23527, RAiD schema 1.6).
///
/// Only organisations with a ROR appear, since RAiD names organisations by it; a date that is not
/// known is left out. No identifier is made up: a programme without one bears none.
public final class Raid {
  private static final String ROR = "https://ror.org/";
  private static final String VOCABULARY = "https://vocabulary.raid.org/";
  private static final String ACCESS = "https://vocabularies.coar-repositories.org/access_rights/";

  private Raid() {}

  /// One JSON array, one object a programme.
  public static String json(Accord accord, List<Programme> programmes) {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(programmes.stream().map(one -> document(accord, one)).toList())
        + "\n";
  }

  private static Map<String, Object> document(Accord accord, Programme programme) {
    Map<String, Object> document = new LinkedHashMap<>();
    if (!programme.raid().isEmpty()) {
      document.put(
          "identifier",
          Map.of("id", "https://raid.org/" + programme.raid(), "schemaUri", "https://raid.org/"));
    }
    Map<String, Object> title = new LinkedHashMap<>();
    title.put("text", programme.name() + " on " + programme.mission());
    title.put("type", term("title.type.schema/5", "title.type.schema/376"));
    dates(title, programme.from(), programme.to());
    document.put("title", List.of(title));
    Map<String, Object> date = new LinkedHashMap<>();
    dates(date, programme.from(), programme.to());
    document.put("date", date);
    document.put("access", Map.of("type", Map.of("id", ACCESS + "c_abf2/", "schemaUri", ACCESS)));
    document.put("organisation", organisations(accord, programme));
    document.put("relatedObject", outputs(accord, programme));
    return document;
  }

  private static List<Map<String, Object>> organisations(Accord accord, Programme programme) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Organisation organisation : accord.all(Organisation.class)) {
      List<Map<String, Object>> roles =
          accord.all(RoleAssignment.class).stream()
              .filter(role -> role.programme().equals(programme.name()))
              .filter(role -> role.organisation().equals(organisation.name()))
              .map(Raid::role)
              .toList();
      if (!roles.isEmpty() && !organisation.ror().isEmpty()) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", ROR + organisation.ror());
        row.put("schemaUri", ROR);
        row.put("role", roles);
        rows.add(row);
      }
    }
    return rows;
  }

  private static Map<String, Object> role(RoleAssignment assignment) {
    Map<String, Object> role =
        new LinkedHashMap<>(
            term(
                "organisation.role.schema/" + number(assignment.role()),
                "organisation.role.schema/359"));
    dates(role, assignment.from(), assignment.to());
    return role;
  }

  /// The role among RAiD's five: lead, partner, contractor, funder, facility.
  private static int number(Role role) {
    return switch (role) {
      case PI_INSTITUTE -> 182;
      case PROJECT_OVERSIGHT,
          CO_I_INSTITUTE,
          SCIENCE_OPERATIONS,
          SCIENTIFIC_SUPPORT,
          INTERNATIONAL_PARTNER ->
          184;
      case PRIME_CONTRACTOR, INSTRUMENT_SUPPLIER -> 185;
      case FUNDER -> 186;
      case DATA_CENTRE -> 187;
    };
  }

  private static List<Map<String, Object>> outputs(Accord accord, Programme programme) {
    return accord.all(Output.class).stream()
        .filter(output -> output.programmes().contains(programme.name()))
        .<Map<String, Object>>map(
            output ->
                Map.of("id", "https://doi.org/" + output.doi(), "schemaUri", "https://doi.org/"))
        .toList();
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
