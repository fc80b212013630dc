package org.jumelles.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jumelles.archive.Archive;
import org.jumelles.service.Address;
import org.jumelles.service.WebService;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/// What was ingested as QuakeML leaves fdsnws-event with every element, attribute and text, also
/// densities and magnitudes: told by the platform's own XML reader.
class EventServiceLosslessTest {
  @TempDir Path folder;

  /// Every event, and every single-station element, by its public identifier.
  private static Map<String, String> elements(InputStream in) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Map<String, String> found = new TreeMap<>();
    collect(factory.newDocumentBuilder().parse(in).getDocumentElement(), found);
    return found;
  }

  private static void collect(Element element, Map<String, String> found) {
    boolean isWhole =
        element.getLocalName().equals("event")
            || (!element.getLocalName().equals("singleStationParameters")
                && element.getParentNode() instanceof Element parent
                && parent.getLocalName().equals("singleStationParameters"));
    if (isWhole) {
      StringBuilder text = new StringBuilder();
      write(element, text);
      found.put(element.getLocalName() + " " + element.getAttribute("publicID"), text.toString());
      return;
    }
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        collect(child, found);
      }
    }
  }

  private static void write(Element element, StringBuilder text) {
    text.append('<').append(element.getNamespaceURI()).append('}').append(element.getLocalName());
    Map<String, String> attributes = new TreeMap<>();
    for (int i = 0; i < element.getAttributes().getLength(); i++) {
      Node attribute = element.getAttributes().item(i);
      if (!attribute.getNodeName().startsWith("xmlns")) {
        attributes.put(attribute.getNodeName(), attribute.getNodeValue());
      }
    }
    text.append(attributes).append('>');
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        write(child, text);
      } else if (node.getNodeType() == Node.TEXT_NODE) {
        text.append(node.getNodeValue().strip());
      }
    }
    text.append("</>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"catalog_20191002.xml", "S1222a_0901.xml", "S1222a_1205.xml"})
  void whatCameAsQuakeMlLeavesWhole(String name) throws Exception {
    Path file = Shell.data("seis/catalogue/" + name);
    Path home = folder.resolve("archive");
    assertThat(Shell.run("ingest", file, "--archive", home).code()).isZero();
    Map<String, String> served;
    try (Archive archive = Archive.open(home);
        WebService service = WebService.start(archive, Address.loopback(0));
        HttpClient client = HttpClient.newHttpClient()) {
      String base = "http://127.0.0.1:" + service.port();
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(URI.create(base + "/fdsnws/event/1/query?format=xml")).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      assertThat(answer.statusCode()).isEqualTo(200);
      served = elements(new ByteArrayInputStream(answer.body()));
      String rows =
          client
              .send(
                  HttpRequest.newBuilder(
                          URI.create(
                              base
                                  + "/tap/sync?LANG=ADQL&QUERY=SELECT+granule_uid+FROM+epn_core"
                                  + "+WHERE+dataproduct_type=%27ev%27"))
                      .build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
      long events = served.keySet().stream().filter(key -> key.startsWith("event ")).count();
      assertThat(rows.split("<TR>", -1)).hasSize((int) events + 1);
    }
    Map<String, String> sent;
    try (InputStream in = Files.newInputStream(file)) {
      sent = elements(in);
    }
    assertThat(sent).isNotEmpty();
    assertThat(served.keySet()).isEqualTo(sent.keySet());
    assertThat(served).isEqualTo(sent);
  }
}
