package org.jumelles.formats.pds4;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jumelles.formats.pds4.Pds4Label.FileArea;
import org.jumelles.formats.xml.XmlFields;
import org.jumelles.formats.xml.XmlReader;
import org.jumelles.kernel.bytes.Bytes;
import org.jumelles.kernel.outcome.Defect;
import org.jumelles.kernel.outcome.Place;

/// The door: `Pds4.read(label)`, `Pds4.check(label, area, file)`.
public final class Pds4 {
  public static final String NAMESPACE = "http://pds.nasa.gov/pds4/pds/v1";

  private Pds4() {}

  /// Reads a label.
  ///
  /// @throws org.jumelles.kernel.outcome.MalformedDataException where it is no XML, no PDS4
  ///     product, or says not who it is
  public static Pds4Label read(Bytes label) {
    XmlReader reader = XmlReader.open(label);
    if (!reader.name().getNamespaceURI().equals(NAMESPACE)
        || !reader.name().getLocalPart().startsWith("Product_")) {
      throw reader.malformed("a product in " + NAMESPACE, reader.name().toString());
    }
    XmlFields root = reader.captureFields();
    return new LabelReader(root, label.source()).read();
  }

  /// Where a label and its file disagree: size, checksum, and objects that end beyond the file.
  public static List<Defect> check(Pds4Label label, FileArea area, Bytes file) {
    List<Defect> defects = new ArrayList<>();
    if (area.fileSizeBytes().isPresent() && area.fileSizeBytes().getAsLong() != file.size()) {
      defects.add(
          defect(
              label,
              area.path() + "/File/file_size",
              "the size of " + area.fileName(),
              area.fileSizeBytes().getAsLong() + " in the label, " + file.size() + " bytes"));
    }
    Optional<String> told = area.md5();
    if (told.isPresent()) {
      String found = md5(file);
      if (!told.get().toLowerCase(Locale.ROOT).equals(found)) {
        defects.add(
            defect(
                label,
                area.path() + "/File/md5_checksum",
                "the MD5 of " + area.fileName(),
                told.get() + " in the label, the file has " + found));
      }
    }
    return defects;
  }

  /// MD5 as the standard wants it: against accidents, not against people.
  public static String md5(Bytes file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("MD5");
      long block = 1 << 20;
      for (long at = 0; at < file.size(); at += block) {
        long size = Math.min(block, file.size() - at);
        digest.update(file.segment().asSlice(at, size).asByteBuffer());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has MD5", e);
    }
  }

  private static Defect defect(Pds4Label label, String path, String clause, String found) {
    return new Defect(label.source(), new Place.Path(path), "label and file", clause, found);
  }
}
