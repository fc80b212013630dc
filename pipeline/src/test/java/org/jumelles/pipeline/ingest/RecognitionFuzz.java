package org.jumelles.pipeline.ingest;

/// Any beginning of a file is recognised, or told to be of no format that is read here.
public final class RecognitionFuzz {
  private RecognitionFuzz() {}

  public static void read(byte[] bytes) {
    Recognition.of(bytes);
  }
}
