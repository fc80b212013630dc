package org.jumelles.kernel.outcome;

/// Where in a source something stands.
public sealed interface Place {

  /// Bytes from the start of the source.
  record Offset(long bytes) implements Place {
    @Override
    public String toString() {
      return "byte " + bytes;
    }
  }

  /// Both counted from one, as editors do.
  record LineColumn(int line, int column) implements Place {
    @Override
    public String toString() {
      return "line " + line + ", column " + column;
    }
  }

  /// A path inside a structured document, such as `/FDSNStationXML/Network[1]/@code`.
  record Path(String path) implements Place {
    @Override
    public String toString() {
      return path;
    }
  }

  /// The source as a whole.
  record Whole() implements Place {
    @Override
    public String toString() {
      return "as a whole";
    }
  }
}
