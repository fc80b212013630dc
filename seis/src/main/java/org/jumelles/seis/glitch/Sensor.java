package org.jumelles.seis.glitch;

import org.jumelles.formats.miniseed.SourceId;
import org.jumelles.seis.calibration.Orientation;

/// One component of an instrument in one epoch.
public record Sensor(SourceId id, GlitchModel model, Orientation orientation) {}
