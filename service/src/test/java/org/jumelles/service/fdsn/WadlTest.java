package org.jumelles.service.fdsn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// Reads the WADL as ObsPy's parser does: the base tells the service, the parameters are those of
/// the GET method with the id `query`, by namespace, each with style, type, default and options.
class WadlTest {
  private static final String NS = "http://wadl.dev.java.net/2009/02";

  /// The parameters whose absence makes ObsPy warn, by service.
  private static final Map<Dialect, Set<String>> EXPECTED =
      Map.of(
          Dialect.DATASELECT,
          Set.of(
              "starttime",
              "endtime",
              "network",
              "station",
              "location",
              "channel",
              "quality",
              "minimumlength",
              "longestonly"),
          Dialect.STATION,
          Set.of(
              "starttime",
              "endtime",
              "network",
              "station",
              "location",
              "channel",
              "minlatitude",
              "maxlatitude",
              "minlongitude",
              "maxlongitude",
              "level",
              "startbefore",
              "startafter",
              "endbefore",
              "endafter",
              "latitude",
              "longitude",
              "minradius",
              "maxradius",
              "includerestricted",
              "includeavailability",
              "updatedafter",
              "matchtimeseries",
              "format"),
          Dialect.AVAILABILITY,
          Set.of(
              "starttime", "endtime", "merge", "mergegaps", "orderby", "limit", "show", "format"),
          Dialect.EVENT,
          Set.of(
              "starttime",
              "endtime",
              "minlatitude",
              "maxlatitude",
              "minlongitude",
              "maxlongitude",
              "mindepth",
              "maxdepth",
              "minmagnitude",
              "maxmagnitude",
              "orderby",
              "latitude",
              "longitude",
              "minradius",
              "maxradius",
              "magnitudetype",
              "eventtype",
              "includeallorigins",
              "includeallmagnitudes",
              "includearrivals",
              "eventid",
              "limit",
              "offset",
              "catalog",
              "contributor",
              "updatedafter"));

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void obspyDiscoversEveryParameter(Dialect dialect) throws Exception {
    Document wadl = parsed(Wadl.of(dialect, "http://127.0.0.1:8470"));
    Element resources = elements(wadl.getDocumentElement(), "resources").getFirst();
    assertThat(resources.getAttribute("base"))
        .isEqualTo("http://127.0.0.1:8470/fdsnws/" + dialect.path() + "/1/");
    List<Element> parameters =
        elements(wadl.getDocumentElement(), "method").stream()
            .filter(method -> method.getAttribute("name").equals("GET"))
            .filter(method -> method.getAttribute("id").equals("query"))
            .flatMap(method -> elements(method, "param").stream())
            .toList();
    assertThat(parameters.stream().map(p -> p.getAttribute("name")).collect(Collectors.toSet()))
        .containsAll(EXPECTED.get(dialect));
    for (Element parameter : parameters) {
      assertThat(parameter.getAttribute("style")).isEqualTo("query");
      assertThat(parameter.getAttribute("required")).isEqualTo("false");
      assertThat(parameter.getAttribute("type")).matches("xs:(string|dateTime|double|int|boolean)");
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void everyDefaultIsAcceptedByTheGrammar(Dialect dialect) {
    for (Parameter parameter : Vocabulary.of(dialect)) {
      if (!parameter.fallback().isEmpty()) {
        RequestGrammar.query(dialect, parameter.name() + "=" + parameter.fallback());
      }
      for (String choice : parameter.choices()) {
        RequestGrammar.query(dialect, parameter.name() + "=" + choice);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Dialect.class)
  void theUsagePageNamesEveryParameter(Dialect dialect) {
    String page = Wadl.usage(dialect);
    Vocabulary.of(dialect).forEach(p -> assertThat(page).contains("<code>" + p.name() + "</code>"));
  }

  private static Document parsed(String xml) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
    return factory
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> elements(Element from, String name) {
    List<Element> found = new ArrayList<>();
    var nodes = from.getElementsByTagNameNS(NS, name);
    for (int i = 0; i < nodes.getLength(); i++) {
      found.add((Element) nodes.item(i));
    }
    return found;
  }
}
