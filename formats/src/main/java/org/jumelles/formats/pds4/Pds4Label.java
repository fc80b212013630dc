package org.jumelles.formats.pds4;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jumelles.formats.xml.XmlElement;
import org.jumelles.kernel.outcome.Defect;

/// What a label says.
///
/// @param source the label's file name
/// @param productClass such as `Product_Observational`
/// @param root the whole label, with all that is not named here
/// @param defects parts that are wrong and were passed over
public record Pds4Label(
    String source,
    String logicalIdentifier,
    String versionId,
    String title,
    String informationModelVersion,
    String productClass,
    List<FileArea> files,
    XmlElement root,
    List<Defect> defects) {
  public Pds4Label {
    files = List.copyOf(files);
    defects = List.copyOf(defects);
  }

  /// One file and what stands in it.
  ///
  /// @param path where the label says it
  public record FileArea(
      String path,
      String fileName,
      OptionalLong fileSizeBytes,
      Optional<String> md5,
      List<Pds4Array> arrays,
      List<Pds4Table> tables) {
    public FileArea {
      arrays = List.copyOf(arrays);
      tables = List.copyOf(tables);
    }
  }
}
