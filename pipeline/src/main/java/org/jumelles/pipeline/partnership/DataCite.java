package org.jumelles.pipeline.partnership;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.accord.Accord;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.output.Output;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.Role;
import org.jumelles.accord.programme.RoleAssignment;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Programmes as DataCite 4.7 metadata of the type `Project`.
///
/// The organisation of the principal investigator is creator, or where the record names none all
/// organisations with a role; the others are contributors. A year that is not known is left out and
/// has to be given by whoever registers a DOI.
public final class DataCite {
  private static final String SCHEMA = "http://datacite.org/schema/kernel-4.7";

  private DataCite() {}

  /// One JSON array, one object a programme.
  public static String json(Accord accord, List<Programme> programmes) {
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(programmes.stream().map(one -> document(accord, one)).toList())
        + "\n";
  }

  private static Map<String, Object> document(Accord accord, Programme programme) {
    List<RoleAssignment> roles =
        accord.all(RoleAssignment.class).stream()
            .filter(role -> role.programme().equals(programme.name()))
            .toList();
    List<RoleAssignment> leads =
        roles.stream().filter(role -> role.role() == Role.PI_INSTITUTE).toList();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schemaVersion", SCHEMA);
    document.put("types", Map.of("resourceTypeGeneral", "Project", "resourceType", "Programme"));
    document.put(
        "titles", List.of(Map.of("title", programme.name() + " on " + programme.mission())));
    List<Map<String, Object>> creators = new ArrayList<>();
    for (RoleAssignment role : leads.isEmpty() ? roles : leads) {
      Map<String, Object> creator = party(accord, role);
      if (!creators.contains(creator)) {
        creators.add(creator);
      }
    }
    document.put("creators", creators);
    document.put("contributors", contributors(accord, roles));
    programme
        .from()
        .earliest()
        .ifPresent(first -> document.put("publicationYear", first.getYear()));
    document.put("relatedIdentifiers", related(accord, programme));
    return document;
  }

  private static List<Map<String, Object>> contributors(Accord accord, List<RoleAssignment> roles) {
    List<Map<String, Object>> contributors = new ArrayList<>();
    for (RoleAssignment role : roles) {
      if (role.role() != Role.PI_INSTITUTE) {
        Map<String, Object> one = party(accord, role);
        one.put("contributorType", type(role.role()));
        contributors.add(one);
      }
    }
    return contributors;
  }

  private static String type(Role role) {
    return switch (role) {
      case PROJECT_OVERSIGHT -> "Supervisor";
      case PRIME_CONTRACTOR, INSTRUMENT_SUPPLIER -> "Producer";
      case DATA_CENTRE -> "HostingInstitution";
      case FUNDER -> "Sponsor";
      case SCIENCE_OPERATIONS -> "DataCollector";
      case PI_INSTITUTE, CO_I_INSTITUTE, SCIENTIFIC_SUPPORT -> "ResearchGroup";
      case INTERNATIONAL_PARTNER -> "Other";
    };
  }

  private static Map<String, Object> party(Accord accord, RoleAssignment role) {
    Map<String, Object> party = new LinkedHashMap<>();
    if (!role.person().isEmpty()) {
      party.put("name", role.person());
      party.put("nameType", "Personal");
      if (!role.orcid().isEmpty()) {
        party.put("nameIdentifiers", identifier(role.orcid(), "ORCID", "https://orcid.org/"));
      }
      return party;
    }
    party.put("name", role.organisation());
    party.put("nameType", "Organizational");
    accord.all(Organisation.class).stream()
        .filter(one -> one.name().equals(role.organisation()) && !one.ror().isEmpty())
        .findFirst()
        .ifPresent(
            one -> party.put("nameIdentifiers", identifier(one.ror(), "ROR", "https://ror.org/")));
    return party;
  }

  private static List<Map<String, Object>> identifier(String id, String scheme, String uri) {
    Map<String, Object> identifier = new LinkedHashMap<>();
    identifier.put("nameIdentifier", uri + id);
    identifier.put("nameIdentifierScheme", scheme);
    identifier.put("schemeUri", uri);
    return List.of(identifier);
  }

  private static List<Map<String, Object>> related(Accord accord, Programme programme) {
    List<Map<String, Object>> related = new ArrayList<>();
    if (!programme.raid().isEmpty()) {
      related.add(relation("https://raid.org/" + programme.raid(), "RAiD", "IsIdenticalTo"));
    }
    accord.all(Output.class).stream()
        .filter(output -> output.programmes().contains(programme.name()))
        .forEach(output -> related.add(relation(output.doi(), "DOI", "HasPart")));
    return related;
  }

  private static Map<String, Object> relation(String id, String type, String relation) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("relatedIdentifier", id);
    one.put("relatedIdentifierType", type);
    one.put("relationType", relation);
    return one;
  }
}
