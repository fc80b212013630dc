package org.jumelles.service.fdsn;

import org.jumelles.archive.Archive;
import org.jumelles.service.exchange.Answer;

/// Answers fdsnws-dataselect.
final class Waveforms {
  private final Archive archive;
  private final long maximumAnswerBytes;

  Waveforms(Archive archive, long maximumAnswerBytes) {
    this.archive = archive;
    this.maximumAnswerBytes = maximumAnswerBytes;
  }

  Answer answer(FdsnRequest.Waveforms wanted) {
    throw new RequestRefusal(
        503, "Waveforms are not served yet " + archive.folder() + maximumAnswerBytes + wanted);
  }
}
