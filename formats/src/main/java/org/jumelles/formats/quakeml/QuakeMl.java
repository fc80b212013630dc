package org.jumelles.formats.quakeml;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlReader;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.kernel.outcome.Outcome;
import org.jumelles.kernel.outcome.Place;

/// Reads and writes QuakeML.
///
/// A document that is no XML or no QuakeML is refused; what is wrong inside of it makes it
/// doubtful: the wrong element is kept as a tree, is written back, and its defect names line,
/// column and path.
public final class QuakeMl {
  /// Namespace of the root in QuakeML 1.2.
  public static final String ROOT = "http://quakeml.org/xmlns/quakeml/1.2";

  /// Namespace of the Basic Event Description 1.2.
  public static final String BED = "http://quakeml.org/xmlns/bed/1.2";

  /// Namespace of the real-time variant.
  public static final String BED_RT = "http://quakeml.org/xmlns/bed-rt/1.2";

  /// Namespace of types and qualities inside of events and origins.
  public static final String MARS = "http://quakeml.org/xmlns/bed/1.2/mars";

  public static final String MARSQUAKE = "http://quakeml.org/xmlns/marsquake/1.0";
  public static final String SINGLE_STATION = "http://quakeml.org/xmlns/singlestation/1.0";

  private static final String ANY_ROOT = "http://quakeml.org/xmlns/quakeml";
  private static final Pattern ANY_BED =
      Pattern.compile("http://quakeml\\.org/xmlns/bed(-rt)?(/1\\.[0-9]+)?");
  private static final Pattern START = Pattern.compile("<(?:[\\w.-]+:)?quakeml[\\s>]");

  private QuakeMl() {}

  /// Whether a file that begins so may be QuakeML; some 4,000 bytes are enough.
  public static boolean startsLike(byte[] beginning) {
    String text = new String(beginning, StandardCharsets.ISO_8859_1);
    return START.matcher(text.replace("\0", "")).find();
  }

  /// Reads a document whole; memory grows with it. The caller closes the stream.
  public static Outcome<QuakeMlDocument> read(InputStream input, String source) throws IOException {
    try {
      return document(XmlReader.open(input, source));
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  public static Outcome<QuakeMlDocument> read(Bytes bytes) {
    try {
      return document(XmlReader.open(bytes));
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
  }

  /// Reads a catalogue of any length with one event in memory; all else is passed over. Where the
  /// document breaks off, the last outcome is its refusal. A publicID that stands twice is told of
  /// within one event only.
  public static void events(InputStream input, String source, Consumer<Outcome<Event>> each)
      throws IOException {
    XmlReader reader;
    try {
      reader = XmlReader.open(input, source);
      requireRoot(reader);
    } catch (MalformedDataException e) {
      each.accept(new Outcome.Refused<>(e.defect()));
      return;
    }
    try {
      boolean[] found = new boolean[1];
      reader.captureAround(
          name -> true,
          child -> {
            found[0] |= isEventParameters(child.name());
            eventsOf(child, each);
          });
      if (!found[0]) {
        each.accept(new Outcome.Refused<>(noParameters(source)));
      }
    } catch (MalformedDataException e) {
      each.accept(new Outcome.Refused<>(e.defect()));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  /// Writes a document in UTF-8. The caller closes the stream.
  public static void write(QuakeMlDocument document, OutputStream out) throws IOException {
    new QuakeMlWriter(document, out).close();
  }

  /// Opens a document that takes its events one by one: first those of `head`, then those given.
  public static QuakeMlWriter writer(QuakeMlDocument head, OutputStream out) throws IOException {
    return new QuakeMlWriter(head, out);
  }

  private static Outcome<QuakeMlDocument> document(XmlReader reader) {
    requireRoot(reader);
    XmlElement root = reader.capture();
    List<Defect> defects = new ArrayList<>();
    Parts.Findings findings = new Parts.Findings(reader.source(), defects);
    Parts in = new Parts(root, "/quakeml", findings);
    String bed =
        root.children().stream()
            .filter(child -> isEventParameters(child.name()))
            .map(child -> child.name().getNamespaceURI())
            .findFirst()
            .orElseThrow(() -> new MalformedDataException(noParameters(reader.source())));
    QuakeMlDocument document =
        new QuakeMlDocument(
            root.name().getNamespaceURI(),
            bed,
            root.namespaces(),
            in.requiredOne(new QName(bed, "eventParameters"), BedReader::eventParameters),
            in.one(
                new QName(SINGLE_STATION, "singleStationParameters"),
                ExtensionReader::singleStationParameters),
            in.one(
                new QName(MARSQUAKE, "marsquakeParameters"), ExtensionReader::marsquakeParameters),
            in.rest());
    PublicIds.check(root, "/quakeml", findings);
    return Outcome.of(document, defects);
  }

  private static void eventsOf(XmlReader reader, Consumer<Outcome<Event>> each) {
    if (isEventParameters(reader.name())) {
      String bed = reader.name().getNamespaceURI();
      QName event = new QName(bed, "event");
      reader.captureAround(
          name -> true,
          child -> {
            if (child.name().equals(event)) {
              String path = child.path();
              each.accept(event(child.capture(), path, child.source()));
            } else {
              child.capture();
            }
          });
    } else {
      reader.captureAround(name -> true, XmlReader::capture);
    }
  }

  private static Outcome<Event> event(XmlElement element, String path, String source) {
    List<Defect> defects = new ArrayList<>();
    Parts.Findings findings = new Parts.Findings(source, defects);
    try {
      Event event = BedReader.event(new Parts(element, path, findings));
      PublicIds.check(element, path, findings);
      return Outcome.of(event, defects);
    } catch (MalformedDataException e) {
      return new Outcome.Refused<>(e.defect());
    }
  }

  private static void requireRoot(XmlReader reader) {
    QName name = reader.name();
    String namespace = name.getNamespaceURI();
    boolean known = namespace.equals(ANY_ROOT) || namespace.startsWith(ANY_ROOT + "/");
    if (!name.getLocalPart().equals("quakeml") || !known) {
      throw reader.malformed("QuakeML 1.2: root quakeml in " + ANY_ROOT, "root " + name);
    }
  }

  private static Defect noParameters(String source) {
    return new Defect(
        source,
        new Place.Whole(),
        "/quakeml/eventParameters",
        "QuakeML 1.2",
        "none in a namespace of the Basic Event Description");
  }

  private static boolean isEventParameters(QName name) {
    return name.getLocalPart().equals("eventParameters")
        && ANY_BED.matcher(name.getNamespaceURI()).matches();
  }
}
