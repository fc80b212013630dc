package org.jumelles.ryugu.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// One thing that the ledger says.
public sealed interface Fact {

  /// A share of a parent; its mass where it was told.
  record Portion(SampleName parent, Optional<Mass> mass) {}

  /// There is such a sample.
  ///
  /// @param parents what it was taken or put together from; none for what came from the asteroid
  /// @param process how it came to be, such as `split`, `merge` or `fib`
  /// @param date the day from which it is
  /// @param mass its first weight
  /// @param balance on which it was weighed
  /// @param saidPristine what the source says of its condition
  /// @param described every other field, as given
  record Sample(
      SampleName name,
      Form form,
      List<Portion> parents,
      Optional<String> process,
      Optional<LocalDate> date,
      Optional<Mass> mass,
      Optional<String> balance,
      boolean saidPristine,
      Map<String, String> described)
      implements Fact {
    public Sample {
      parents = List.copyOf(parents);
    }
  }

  /// A later weight.
  record Weight(SampleName name, LocalDate date, Mass mass, Optional<String> balance)
      implements Fact {}

  /// A balance, with the sigma of its scale: a factor that all its weights share.
  record Balance(String id, double scaleSigmaRelative) implements Fact {}

  /// The place where a sample is kept from a day on.
  record Storage(SampleName name, LocalDate date, String place) implements Fact {}

  /// Something that clings to a sample from a day on, and to what is taken from it later.
  sealed interface Mishap extends Fact {
    LocalDate date();
  }

  /// From this day a sample, and what is taken from it later, is pristine no more.
  record Exposure(SampleName name, LocalDate date, String to) implements Mishap {}

  /// A substance that got onto a sample.
  record Contamination(SampleName name, LocalDate date, String substance) implements Mishap {}

  /// A sample handed out.
  ///
  /// @param due the day by which it is to be back; none for an allocation for good
  record Loan(
      String id,
      SampleName name,
      LocalDate date,
      Optional<LocalDate> due,
      String holder,
      String terms)
      implements Fact {}

  /// The end of a loan, with what came back where it was weighed.
  record Return(String loan, LocalDate date, Optional<Mass> mass, Optional<String> balance)
      implements Fact {}

  /// An image of a sample.
  ///
  /// @param pixelUm the width of a pixel in micrometres
  /// @param file a name, or the SHA-256 of a product in the archive
  record Image(
      String id,
      SampleName name,
      String technique,
      int lines,
      int samples,
      OptionalDouble pixelUm,
      Optional<String> file)
      implements Fact {}

  /// One spot, seen in two images of a sample.
  ///
  /// @param sigmaPixels of the spot in the second image, one axis
  record Control(
      String imageA,
      ImageRegion.Pixel inA,
      String imageB,
      ImageRegion.Pixel inB,
      double sigmaPixels)
      implements Fact {}

  /// A measurement on a sample, and the part of an image that it was made on.
  ///
  /// @param product the SHA-256 of its result, or another reference
  record Analysis(
      String id,
      SampleName name,
      LocalDate date,
      String technique,
      Optional<String> instrument,
      Optional<ImageRegion> region,
      Optional<String> product)
      implements Fact {}

  /// Another value for one field of an earlier entry.
  ///
  /// @param of the number of that entry
  record Correction(long of, String field, String value, String reason) implements Fact {}

  /// An earlier entry that does not hold.
  record Withdrawal(long of, String reason) implements Fact {}
}
