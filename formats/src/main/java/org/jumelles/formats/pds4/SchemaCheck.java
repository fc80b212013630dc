package org.jumelles.formats.pds4;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.jumelles.formats.xml.XmlAttribute;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;
import org.w3c.dom.ls.LSInput;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// Validates a label by the schemas that the user gives: XSD by the JDK, Schematron by Saxon.
/// Nothing is fetched: what the label asks for and the folder does not have is told.
public final class SchemaCheck {
  private static final int MOST_DEFECTS = 1000;

  private final Path folder;

  /// @param folder with files such as `PDS4_PDS_1O00.xsd` and `PDS4_PDS_1O00.sch`
  public SchemaCheck(Path folder) {
    this.folder = folder;
  }

  /// What validation found.
  ///
  /// @param used names of the schemas that were applied
  /// @param missing names of those that the label asks for and the folder does not have
  /// @param defects errors
  /// @param warnings rules that the standard itself calls warnings
  public record Findings(
      List<String> used, List<String> missing, List<Defect> defects, List<Defect> warnings) {
    public Findings {
      used = List.copyOf(used);
      missing = List.copyOf(missing);
      defects = List.copyOf(defects);
      warnings = List.copyOf(warnings);
    }
  }

  /// @throws org.jumelles.kernel.outcome.MalformedDataException where the label cannot be read
  public Findings check(Path labelFile, Pds4Label label) throws IOException {
    List<String> used = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    List<Defect> warnings = new ArrayList<>();
    List<Path> schemas = new ArrayList<>();
    for (String name : asked(label)) {
      Path schema = folder.resolve(name);
      if (Files.isRegularFile(schema)) {
        schemas.add(schema);
        used.add(name);
      } else {
        missing.add(name);
      }
    }
    if (!schemas.isEmpty()) {
      grammar(labelFile, schemas, defects);
    }
    for (Path schema : schemas) {
      String name = schema.getFileName().toString().replaceAll("\\.xsd$", ".sch");
      Path rules = folder.resolve(name);
      if (Files.isRegularFile(rules)) {
        used.add(name);
        new Schematron(rules).check(labelFile, defects, warnings);
      } else {
        missing.add(name);
      }
    }
    return new Findings(used, missing, defects, warnings);
  }

  /// File names of `xsi:schemaLocation`.
  private static Set<String> asked(Pds4Label label) {
    Set<String> names = new LinkedHashSet<>();
    for (XmlAttribute attribute : label.root().attributes()) {
      if (attribute.name().getLocalPart().equals("schemaLocation")) {
        String[] words = attribute.value().strip().split("\\s+", -1);
        for (int i = 1; i < words.length; i += 2) {
          names.add(fileName(words[i]));
        }
      }
    }
    return names;
  }

  private static String fileName(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private void grammar(Path labelFile, List<Path> schemas, List<Defect> defects)
      throws IOException {
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      // The grammar of PDS4 counts to more than the JDK's default limit of occurrences.
      factory.setProperty("jdk.xml.maxOccurLimit", "100000");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setResourceResolver((type, namespace, publicId, systemId, base) -> local(systemId));
      List<Source> sources = new ArrayList<>();
      for (Path schema : schemas) {
        sources.add(
            new StreamSource(
                new StringReader(Files.readString(schema)), schema.getFileName().toString()));
      }
      Schema schema = factory.newSchema(sources.toArray(Source[]::new));
      Validator validator = schema.newValidator();
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      validator.setErrorHandler(new Collecting(labelFile.toString(), defects));
      validator.validate(new StreamSource(new StringReader(Files.readString(labelFile))));
    } catch (SAXException e) {
      defects.add(
          new Defect(
              labelFile.toString(),
              new Place.Whole(),
              "XML Schema",
              schemas.toString(),
              String.valueOf(e.getMessage())));
    }
  }

  /// Only what lies in the folder.
  private @org.jspecify.annotations.Nullable LSInput local(String systemId) {
    Path file = folder.resolve(fileName(systemId));
    if (!Files.isRegularFile(file)) {
      return null;
    }
    try {
      return new LocalInput(file.getFileName().toString(), Files.readString(file));
    } catch (IOException _) {
      return null;
    }
  }

  private record Collecting(String source, List<Defect> defects) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      error(e);
    }

    @Override
    public void error(SAXParseException e) {
      if (defects.size() < MOST_DEFECTS) {
        Place place = new Place.LineColumn(e.getLineNumber(), e.getColumnNumber());
        String message = String.valueOf(e.getMessage());
        defects.add(new Defect(source, place, "XML Schema", "PDS4 schema", message));
      }
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }

  /// Whether the folder has any schema.
  public boolean isUsable() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".xsd"));
    }
  }
}
