package org.jumelles.pipeline.run;

/// Whoever watches long work. Called from several threads; implementations must stand that.
public interface Progress {
  /// A stretch of work begins; `total` units are known, or -1 where nobody can say.
  void begin(String what, long total);

  /// So many more units of it are done.
  void advance(long units);

  /// Something a person should read now.
  void tell(String message);

  /// The stretch is over.
  void end();

  /// Nobody watches.
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(String what, long total) {}

        @Override
        public void advance(long units) {}

        @Override
        public void tell(String message) {}

        @Override
        public void end() {}
      };
}
