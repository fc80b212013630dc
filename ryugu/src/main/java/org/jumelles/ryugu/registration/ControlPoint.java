package org.jumelles.ryugu.registration;

/// One spot, seen in two images.
///
/// @param sigmaPixels of the spot in the second image, on each axis, the first's own error included
public record ControlPoint(
    double fromLine, double fromSample, double toLine, double toSample, double sigmaPixels) {
  public ControlPoint {
    if (!(sigmaPixels > 0) || Double.isInfinite(sigmaPixels)) {
      throw new IllegalArgumentException("sigma " + sigmaPixels + " pixels");
    }
    if (!Double.isFinite(fromLine + fromSample + toLine + toSample)) {
      throw new IllegalArgumentException("a control point that is not finite");
    }
  }
}
