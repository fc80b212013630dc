package org.jumelles.formats.hitran;

import java.util.List;

/// The transitions of one file, in order of wavenumber.
///
/// @param source the file's name
/// @param refused how many of its lines could not be read; their defects tell why
/// @param disordered how many stood below the wavenumber before them, and were sorted in
public record LineFile(String source, List<Line> lines, int refused, int disordered) {
  public LineFile {
    lines = List.copyOf(lines);
  }
}
