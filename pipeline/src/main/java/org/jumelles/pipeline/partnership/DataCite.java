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

/// Programmes as metadata of the type `Project`: the properties and terms of DataCite Metadata
/// Schema 4.7 of 31 March 2026, in the JSON of DataCite's REST API.
///
/// The organisation of the principal investigator is creator, or where the record names none all
/// organisations with a role; the others are contributors, and the data centre publishes. Whom the
/// record does not know is `:unkn`. An output is told as the RAiD service registers one, as what
/// refers to the activity. A year that is not known is left out; [#missing] says so. The
/// DOI itself is given by whoever registers one.
public final class DataCite {
  /// The namespace of all versions 4.
  static final String SCHEMA = "http://datacite.org/schema/kernel-4";

  /// Appendix 3 of the schema: known to be unknown.
  static final String UNKNOWN = ":unkn";

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
    document.put("creators", creators.isEmpty() ? List.of(Map.of("name", UNKNOWN)) : creators);
    document.put("publisher", publisher(accord, roles));
    document.put("contributors", contributors(accord, roles));
    programme
        .from()
        .earliest()
        .ifPresent(first -> document.put("publicationYear", first.getYear()));
    document.put("relatedIdentifiers", related(accord, programme));
    return document;
  }

  private static Map<String, Object> publisher(Accord accord, List<RoleAssignment> roles) {
    return publisher(
        accord,
        roles.stream()
            .filter(role -> role.role() == Role.DATA_CENTRE)
            .map(RoleAssignment::organisation)
            .findFirst()
            .orElse(UNKNOWN));
  }

  /// A publisher with its ROR, where the record has one.
  static Map<String, Object> publisher(Accord accord, String name) {
    Map<String, Object> publisher = new LinkedHashMap<>();
    publisher.put("name", name);
    accord.all(Organisation.class).stream()
        .filter(one -> one.name().equals(name) && !one.ror().isEmpty())
        .findFirst()
        .ifPresent(
            one -> {
              publisher.put("publisherIdentifier", "https://ror.org/" + one.ror());
              publisher.put("publisherIdentifierScheme", "ROR");
              publisher.put("schemeUri", "https://ror.org/");
            });
    return publisher;
  }

  /// What the schema wants of each programme and the record does not know, as sentences.
  public static List<String> missing(Accord accord, List<Programme> programmes) {
    List<String> missing = new ArrayList<>();
    for (Programme programme : programmes) {
      Map<String, Object> document = document(accord, programme);
      if (!document.containsKey("publicationYear")) {
        missing.add(programme.name() + ": publicationYear");
      }
      if (document.toString().contains(UNKNOWN)) {
        missing.add(programme.name() + ": a creator or a publisher, told as " + UNKNOWN);
      }
    }
    return missing;
  }

  private static List<Map<String, Object>> contributors(Accord accord, List<RoleAssignment> roles) {
    List<Map<String, Object>> contributors = new ArrayList<>();
    for (RoleAssignment role : roles) {
      if (role.role() != Role.PI_INSTITUTE) {
        Map<String, Object> one = party(accord, role);
        one.put("contributorType", type(role.role()));
        if (!contributors.contains(one)) {
          contributors.add(one);
        }
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
        .forEach(
            output -> {
              Map<String, Object> one = relation(output.doi(), "DOI", "IsReferencedBy");
              one.put("resourceTypeGeneral", general(output.kind()));
              related.add(one);
            });
    return related;
  }

  private static String general(Output.Kind kind) {
    return switch (kind) {
      case PAPER -> "JournalArticle";
      case DATA -> "Dataset";
      case SOFTWARE -> "Software";
      case OTHER -> "Other";
    };
  }

  static Map<String, Object> relation(String id, String type, String relation) {
    Map<String, Object> one = new LinkedHashMap<>();
    one.put("relatedIdentifier", id);
    one.put("relatedIdentifierType", type);
    one.put("relationType", relation);
    return one;
  }
}
