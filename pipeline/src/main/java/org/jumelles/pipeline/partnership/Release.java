package org.jumelles.pipeline.partnership;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jumelles.accord.Accord;
import org.jumelles.accord.agreement.Organisation;
import org.jumelles.accord.policy.DataPolicy;
import org.jumelles.accord.programme.Programme;
import org.jumelles.accord.programme.Role;
import org.jumelles.accord.programme.RoleAssignment;
import org.jumelles.archive.Archive;
import org.jumelles.archive.ProductDraft;
import org.jumelles.archive.ProductDraft.DraftPayload;
import org.jumelles.archive.product.Identity;
import org.jumelles.archive.product.Payload;
import org.jumelles.archive.product.Product;
import org.jumelles.archive.product.Recipe;
import org.jumelles.kernel.time.Moment;
import org.jumelles.pipeline.run.Provenance;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// A dataset of products, frozen to be cited.
///
/// It becomes a product of its own whose inputs are the members. What the record of the partnership
/// says of licence, creators and publisher on that day goes into its parameters, and so into its
/// identity: the same release is the same bytes, and a record that has changed since makes another.
///
/// @param date the day of the release, UTC
public record Release(String title, LocalDate date, List<Product> products) {
  public static final Recipe RECIPE = new Recipe("release", "2");
  private static final String NOT_KNOWN = "not known";

  public Release {
    products = products.stream().distinct().toList();
    if (title.isBlank() || title.length() > 500 || title.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a release wants a title of 1 to 500 characters");
    }
    if (products.isEmpty()) {
      throw new IllegalArgumentException("a release without products");
    }
  }

  /// What the record says of the members' programmes.
  private record Terms(
      List<String> creators,
      String publisher,
      String licence,
      String acknowledgement,
      List<String> related) {}

  /// Keeps the release; the same one is kept once.
  public Product store(Archive archive, Accord accord, Provenance provenance) throws IOException {
    Moment started = Provenance.now();
    TreeSet<String> programmes = new TreeSet<>();
    products.forEach(product -> programmes.add(Evidence.programme(product)));
    Terms terms = terms(accord, programmes);
    Map<String, String> parameters = parameters(terms);
    List<Identity> inputs = products.stream().map(Product::identity).toList();
    Identity identity = Identity.of(RECIPE.name(), RECIPE.version(), parameters, inputs);
    String citation = citation(terms, identity);
    List<DraftPayload> payloads =
        List.of(
            payload(archive, "citation.txt", "text/plain", text(citation, terms)),
            payload(
                archive, "datacite.json", "application/json", dataCite(accord, terms, identity)),
            payload(archive, "SHA256SUMS", "text/plain", checksums()));
    return archive.store(
        new ProductDraft(
            RECIPE,
            title,
            parameters,
            inputs,
            payloads,
            List.of(),
            provenance.since(started, programmes.first(), started),
            Map.of("citation", citation, "products", Integer.toString(products.size()))));
  }

  private Map<String, String> parameters(Terms terms) {
    Map<String, String> parameters = new TreeMap<>();
    parameters.put("title", title);
    parameters.put("date", date.toString());
    parameters.put("creators", String.join("; ", terms.creators));
    parameters.put("publisher", terms.publisher);
    parameters.put("licence", terms.licence);
    parameters.put("acknowledgement", terms.acknowledgement);
    if (!terms.related.isEmpty()) {
      parameters.put("related", String.join("; ", terms.related));
    }
    return parameters;
  }

  /// The research activities that the release is part of, and the code that made its members, by
  /// the intrinsic identifier of the commit (SWHID, ISO/IEC 18670).
  private List<String> related(Accord accord, TreeSet<String> programmes) {
    TreeSet<String> related = new TreeSet<>();
    accord.all(Programme.class).stream()
        .filter(one -> programmes.contains(one.name()) && !one.raid().isEmpty())
        .forEach(one -> related.add("https://raid.org/" + one.raid()));
    products.stream()
        .map(one -> one.lineage().codeCommit())
        .filter(commit -> commit.matches("[0-9a-f]{40}"))
        .forEach(commit -> related.add("swh:1:rev:" + commit));
    return List.copyOf(related);
  }

  private static Map<String, Object> relation(String identifier) {
    return identifier.startsWith("swh:")
        ? DataCite.relation(identifier, "SWHID", "IsCompiledBy")
        : DataCite.relation(identifier, "RAiD", "IsPartOf");
  }

  private Terms terms(Accord accord, TreeSet<String> programmes) {
    List<RoleAssignment> roles =
        accord.all(RoleAssignment.class).stream()
            .filter(role -> programmes.contains(role.programme()))
            .toList();
    TreeSet<String> licences = new TreeSet<>();
    TreeSet<String> acknowledgements = new TreeSet<>();
    for (String programme : programmes) {
      List<DataPolicy> policies =
          accord.all(DataPolicy.class).stream()
              .filter(policy -> policy.programme().equals(programme) && policy.holdsOn(date))
              .toList();
      licences.add(orNotKnown(policies.stream().map(DataPolicy::licence).toList()));
      acknowledgements.add(orNotKnown(policies.stream().map(DataPolicy::acknowledgement).toList()));
    }
    List<String> leads = organisations(roles, Role.PI_INSTITUTE);
    return new Terms(
        leads.isEmpty() ? List.of(NOT_KNOWN) : leads,
        orNotKnown(organisations(roles, Role.DATA_CENTRE)),
        String.join("; ", licences),
        String.join("; ", acknowledgements),
        related(accord, programmes));
  }

  private static String orNotKnown(List<String> found) {
    List<String> told = found.stream().filter(one -> !one.isBlank()).distinct().toList();
    return told.isEmpty() ? NOT_KNOWN : String.join("; ", told);
  }

  private static List<String> organisations(List<RoleAssignment> roles, Role role) {
    return roles.stream()
        .filter(one -> one.role() == role)
        .map(RoleAssignment::organisation)
        .distinct()
        .toList();
  }

  private String citation(Terms terms, Identity identity) {
    return String.join("; ", terms.creators)
        + " ("
        + date.getYear()
        + "): "
        + title
        + ". Publisher: "
        + terms.publisher
        + ". Dataset, sha256:"
        + identity.sha256Hex();
  }

  private static String text(String citation, Terms terms) {
    return citation
        + "\n\nLicence: "
        + terms.licence
        + "\nAcknowledgement: "
        + terms.acknowledgement
        + "\n";
  }

  /// One line a file, as `sha256sum --check` reads it; names as in `/products/ID/files/NAME`.
  private String checksums() {
    StringBuilder lines = new StringBuilder();
    for (Product product : products) {
      for (Payload payload : product.payloads()) {
        lines
            .append(payload.sha256())
            .append("  ")
            .append(product.identity().sha256Hex())
            .append('/')
            .append(payload.name())
            .append('\n');
      }
    }
    return lines.toString();
  }

  private String dataCite(Accord accord, Terms terms, Identity identity) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("schemaVersion", DataCite.SCHEMA);
    document.put("types", Map.of("resourceTypeGeneral", "Dataset"));
    document.put("titles", List.of(Map.of("title", title)));
    document.put(
        "creators", terms.creators.stream().map(name -> organisation(accord, name)).toList());
    document.put("publisher", DataCite.publisher(accord, orUnknown(terms.publisher)));
    document.put("publicationYear", date.getYear());
    document.put("dates", List.of(Map.of("date", date.toString(), "dateType", "Issued")));
    document.put(
        "alternateIdentifiers",
        List.of(
            Map.of(
                "alternateIdentifier",
                identity.sha256Hex(),
                "alternateIdentifierType",
                "SHA-256 identity")));
    List<Map<String, Object>> rights =
        Stream.of(terms.licence.split("; ", -1))
            .filter(licence -> !licence.equals(NOT_KNOWN))
            .map(Release::rights)
            .toList();
    if (!rights.isEmpty()) {
      document.put("rightsList", rights);
    }
    if (!terms.related.isEmpty()) {
      document.put("relatedIdentifiers", terms.related.stream().map(Release::relation).toList());
    }
    long bytes =
        products.stream().flatMap(one -> one.payloads().stream()).mapToLong(Payload::size).sum();
    List<String> formats = new ArrayList<>(new TreeSet<>(mediaTypes()));
    document.put("sizes", List.of(products.size() + " products", bytes + " bytes"));
    document.put("formats", formats);
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build()
            .writeValueAsString(document)
        + "\n";
  }

  private static Map<String, Object> rights(String licence) {
    Map<String, Object> rights = new LinkedHashMap<>();
    rights.put("rights", licence);
    rights.put("rightsIdentifier", licence.toLowerCase(Locale.ROOT));
    rights.put("rightsIdentifierScheme", "SPDX");
    rights.put("schemeUri", "https://spdx.org/licenses/");
    return rights;
  }

  private List<String> mediaTypes() {
    return products.stream()
        .flatMap(one -> one.payloads().stream())
        .map(Payload::mediaType)
        .toList();
  }

  private static String orUnknown(String name) {
    return name.equals(NOT_KNOWN) ? DataCite.UNKNOWN : name;
  }

  private static Map<String, Object> organisation(Accord accord, String name) {
    Map<String, Object> party = new LinkedHashMap<>();
    party.put("name", orUnknown(name));
    party.put("nameType", "Organizational");
    accord.all(Organisation.class).stream()
        .filter(one -> one.name().equals(name) && !one.ror().isEmpty())
        .findFirst()
        .ifPresent(
            one ->
                party.put(
                    "nameIdentifiers",
                    List.of(
                        Map.of(
                            "nameIdentifier", "https://ror.org/" + one.ror(),
                            "nameIdentifierScheme", "ROR",
                            "schemeUri", "https://ror.org/"))));
    return party;
  }

  private static DraftPayload payload(Archive archive, String name, String mediaType, String text)
      throws IOException {
    Path file = archive.workFile("release-" + name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return new DraftPayload(name, mediaType, file);
  }
}
