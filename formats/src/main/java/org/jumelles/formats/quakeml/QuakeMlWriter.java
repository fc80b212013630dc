package org.jumelles.formats.quakeml;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import javax.xml.namespace.QName;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.formats.xml.XmlWriter;

/// Writes a document event by event, so that a catalogue of any length needs one in memory.
///
/// [#close] ends the document and leaves the stream under it open. Not for use by two threads.
public final class QuakeMlWriter implements AutoCloseable {
  private final XmlWriter xml;
  private final QName eventName;
  private final List<XmlElement> after;

  QuakeMlWriter(QuakeMlDocument head, OutputStream out) throws IOException {
    this.xml = new XmlWriter(out);
    this.eventName = new QName(head.bedNamespace(), "event");
    XmlElement root = root(head);
    QName parametersName = new QName(head.bedNamespace(), "eventParameters");
    List<XmlElement> children = root.children();
    int at = 0;
    while (!children.get(at).name().equals(parametersName)) {
      at++;
    }
    xml.start(root.name(), root.attributes(), head.prefixes());
    for (XmlElement before : children.subList(0, at)) {
      xml.element(before);
    }
    XmlElement parameters = children.get(at);
    xml.start(parameters.name(), parameters.attributes(), parameters.namespaces());
    for (XmlElement child : parameters.children()) {
      xml.element(child);
    }
    this.after = children.subList(at + 1, children.size());
  }

  /// Adds an event.
  public void write(Event event) throws IOException {
    xml.element(BedWriter.event(eventName, event));
  }

  @Override
  public void close() throws IOException {
    xml.end();
    for (XmlElement element : after) {
      xml.element(element);
    }
    xml.end();
    xml.finish();
  }

  private static XmlElement root(QuakeMlDocument head) {
    Assembly root = new Assembly(new QName(head.rootNamespace(), "quakeml", "q"), head.rest());
    QName parameters = new QName(head.bedNamespace(), "eventParameters");
    root.put(BedWriter.eventParameters(parameters, head.eventParameters()));
    QName singleStation = new QName(QuakeMl.SINGLE_STATION, "singleStationParameters", "sst");
    head.singleStation()
        .ifPresent(v -> root.put(ExtensionWriter.singleStationParameters(singleStation, v)));
    QName marsquake = new QName(QuakeMl.MARSQUAKE, "marsquakeParameters", "mq");
    head.marsquake().ifPresent(v -> root.put(ExtensionWriter.marsquakeParameters(marsquake, v)));
    return root.element();
  }
}
