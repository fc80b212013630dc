package org.jumelles.service.spectra;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jumelles.archive.Archive;
import org.jumelles.archive.product.Identity;
import org.jumelles.iasi.spectrum.Geometry;
import org.jumelles.iasi.spectrum.Granule;
import org.jumelles.iasi.spectrum.ScanLine;
import org.jumelles.kernel.outcome.MalformedDataException;
import org.jumelles.service.access.Pass;

/// Outlines of granules, from the places of their pixels; each is made once and remembered.
///
/// A granule is outlined in parts of at most 40 lines, some 2600 km along the track, by some of
/// each part's lines, so that at most every eighth line of an orbit is read.
public final class Footprints {
  private static final int LINES_A_PART = 40;
  private static final int LINES_READ_A_PART = 6;
  private static final int REMEMBERED = 20_000;

  private final Archive archive;
  private final Map<Identity, Footprint> known =
      new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Identity, Footprint> eldest) {
          return size() > REMEMBERED;
        }
      };

  public Footprints(Archive archive) {
    this.archive = archive;
  }

  public Footprint of(StoredGranule granule) {
    synchronized (known) {
      Footprint found = known.get(granule.identity());
      if (found != null) {
        return found;
      }
    }
    Footprint made = made(granule);
    synchronized (known) {
      known.put(granule.identity(), made);
    }
    return made;
  }

  private Footprint made(StoredGranule granule) {
    try {
      return granule.open(Pass.toDescribe(archive, granule.identity()), Footprints::outlined);
    } catch (MalformedDataException _) {
      return Footprint.NOWHERE;
    }
  }

  private static Footprint outlined(Granule granule) {
    List<double[][]> rings = new ArrayList<>();
    int lines = granule.lineCount();
    List<double[]> last = List.of();
    for (int from = 0; from < lines; from += LINES_A_PART) {
      int to = Math.min(lines, from + LINES_A_PART) - 1;
      List<double[]> places = new ArrayList<>(last);
      int read = Math.min(LINES_READ_A_PART, to - from + 1);
      for (int i = 0; i < read; i++) {
        int number = read == 1 ? from : from + (int) ((long) (to - from) * i / (read - 1));
        last = granule.line(number).found().map(Footprints::places).orElse(List.of());
        places.addAll(last);
      }
      if (places.size() > 2) {
        rings.add(Outline.around(places));
      }
    }
    return Footprint.cut(rings);
  }

  private static List<double[]> places(ScanLine line) {
    Geometry geometry = line.geometry();
    List<double[]> places = new ArrayList<>();
    for (int i = 0; i < ScanLine.PIXELS; i++) {
      double longitude = geometry.longitudeDeg()[i];
      double latitude = geometry.latitudeDeg()[i];
      if (line.present()[i] && Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90) {
        places.add(new double[] {longitude, latitude});
      }
    }
    return places;
  }
}
