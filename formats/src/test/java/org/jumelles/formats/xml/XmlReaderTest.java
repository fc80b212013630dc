package org.jumelles.formats.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Place;
import org.jumelles.kernel.time.Moment;
import org.jumelles.kernel.time.Utc;
import org.junit.jupiter.api.Test;

final class XmlReaderTest {
  private static final String DOCUMENT =
      """
      <?xml version="1.0"?>
      <!-- told to nobody -->
      <a xmlns="urn:a" xmlns:b="urn:b" b:kind="x &amp; y">
        <item n="1">one</item>
        <b:foreign>mixed <i>text</i> &lt;here&gt; </b:foreign>
        <item n="2"><![CDATA[<two>]]></item>
        <empty/><none xmlns=""/>
      </a>
      """;

  private static XmlReader open(String text) {
    return XmlReader.open(Bytes.of("test.xml", text.getBytes(StandardCharsets.UTF_8)));
  }

  private static MalformedDataException refused(String text) {
    return assertThrows(MalformedDataException.class, () -> open(text).capture());
  }

  @Test
  void streamsTheNamedChildrenAndKeepsTheRest() {
    List<String> items = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    XmlElement rest =
        open(DOCUMENT)
            .captureAround(
                name -> name.getLocalPart().equals("item"),
                item -> {
                  paths.add(item.path());
                  items.add(item.capture().text());
                });
    assertEquals(List.of("one", "<two>"), items);
    assertEquals(List.of("/a/item[1]", "/a/item[2]"), paths);
    assertEquals(3, rest.children().size());
    assertEquals("mixed  <here> ", rest.children().getFirst().text());
  }

  @Test
  void writesWhatItReads() throws IOException {
    XmlElement first = open(DOCUMENT).capture();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XmlWriter writer = new XmlWriter(out);
    writer.element(first);
    writer.finish();
    XmlElement second = open(out.toString(StandardCharsets.UTF_8)).capture();
    assertEquals(first, second, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void declaresNamespacesWhereTheyAreUsed() throws IOException {
    XmlElement inner =
        new XmlElement(
            new QName("urn:two", "b"),
            List.of(new XmlAttribute(new QName("urn:three", "c"), "line\nbreak\t\"")),
            List.of(
                new XmlElement(new QName("plain"), " & "),
                new XmlElement(new QName("urn:two", "d"), "")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    XmlWriter writer = new XmlWriter(out);
    writer.start(new QName("urn:one", "a"), List.of(), Map.of("", "urn:one"));
    writer.element(inner);
    writer.end();
    writer.finish();
    XmlElement read = open(out.toString(StandardCharsets.UTF_8)).capture();
    assertEquals(List.of(inner), read.children(), out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void refusesDocumentTypesAndEntities() {
    String bomb =
        "<!DOCTYPE a [<!ENTITY x \"xxxxxxxxxx\"><!ENTITY y \"&x;&x;&x;&x;&x;&x;\">]><a>&y;</a>";
    refused(bomb);
    refused("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><a>&x;</a>");
    refused("<!DOCTYPE a SYSTEM \"file:///etc/hostname\"><a/>");
    refused("<a>&undeclared;</a>");
  }

  @Test
  void tellsLineColumnAndPath() {
    MalformedDataException e = refused("<a>\n  <b>\n  </c></a>");
    assertEquals("/a/b", e.defect().field());
    assertTrue(e.defect().place() instanceof Place.LineColumn(int line, int _) && line == 3);
  }

  @Test
  void refusesEveryTruncation() {
    String whole = DOCUMENT.strip();
    for (int length = 0; length < whole.length(); length++) {
      refused(whole.substring(0, length));
    }
    refused(whole + "<again/>");
  }

  @Test
  void holdsItsLimits() throws IOException {
    XmlLimits narrow = new XmlLimits(3, 10, 20);
    for (String text :
        List.of(
            "<a><b><c><d/></c></b></a>",
            "<a>12345678901</a>",
            "<a b='12345678901'/>",
            "<a>" + "<b/>".repeat(11) + "</a>")) {
      XmlReader reader =
          XmlReader.open(
              new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), "test", narrow);
      MalformedDataException e = assertThrows(MalformedDataException.class, reader::capture);
      assertEquals("a limit of this reader", e.defect().clause());
    }
  }

  @Test
  void givesFieldsAndWhatIsLeft() {
    XmlFields fields =
        open("<a x='1' y='2'><n> 1.5E3 </n><t>2019-05-22T01:00:00+01:00</t><u/></a>")
            .captureFields();
    assertEquals(1500.0, fields.required("n").number());
    assertEquals(Utc.parse("2019-05-22"), fields.required("t").time());
    assertEquals(1, fields.attributeInteger("x").orElseThrow());
    assertEquals(List.of(new XmlAttribute("y", "2")), fields.untakenAttributes());
    assertEquals("u", fields.untaken().getFirst().name().getLocalPart());
    assertEquals(
        "/a/z",
        assertThrows(MalformedDataException.class, () -> fields.required("z")).defect().field());
  }

  @Test
  void refusesWhatIsNoNumberOrTime() {
    for (String text : List.of("", "1,5", "0x10", "1d", "NaN", "1e999", "--1")) {
      XmlFields fields = open("<a>" + text + "</a>").captureFields();
      assertThrows(MalformedDataException.class, fields::number);
      assertThrows(MalformedDataException.class, fields::time);
    }
    assertEquals(Moment.MAX, XmlTime.parse("2599-12-31T23:59:59"));
    assertEquals(Moment.MAX, XmlTime.parse(XmlTime.text(Moment.MAX)));
    assertThrows(IllegalArgumentException.class, () -> XmlTime.parse("2599-13-31T23:59:59"));
    assertEquals("2019-05-22T23:19:27.05Z", XmlTime.text(Utc.parse("2019-05-22T23:19:27.050")));
  }
}
