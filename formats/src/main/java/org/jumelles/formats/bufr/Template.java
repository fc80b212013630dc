package org.jumelles.formats.bufr;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The descriptors of section 3 as a plan: sequences spread out, operators applied to the elements
/// that they change.
record Template(List<Step> steps) {
  private static final int MOST_STEPS = 1 << 20;
  private static final int MOST_WIDTH = 62;
  private static final int DEEPEST = 32;

  Template {
    steps = List.copyOf(steps);
  }

  /// One step of the plan.
  sealed interface Step {
    record Read(Element element) implements Step {}

    record Repeat(int times, List<Step> body) implements Step {
      public Repeat {
        body = List.copyOf(body);
      }
    }

    /// As often as the element before the body says.
    record RepeatAsTold(Element times, List<Step> body) implements Step {
      public RepeatAsTold {
        body = List.copyOf(body);
      }
    }
  }

  /// A descriptor that cannot be read, and why.
  static final class NotReadException extends Exception {
    private static final long serialVersionUID = 1;
    private final int descriptor;

    NotReadException(int descriptor, String why) {
      super(why);
      this.descriptor = descriptor;
    }

    String field() {
      return "descriptor " + Tables.text(descriptor);
    }

    String found() {
      return String.valueOf(getMessage());
    }
  }

  /// @throws NotReadException for a descriptor that is unknown here, or an operator not read here
  static Template of(List<Integer> descriptors) throws NotReadException {
    Plan plan = new Plan();
    return new Template(plan.steps(descriptors, 0));
  }

  /// What the operators met so far have changed.
  private static final class Plan {
    private int moreWidth;
    private int moreScale;
    private int steps;

    private List<Step> steps(List<Integer> descriptors, int depth) throws NotReadException {
      List<Step> found = new ArrayList<>();
      int i = 0;
      while (i < descriptors.size()) {
        int descriptor = descriptors.get(i);
        if (depth > DEEPEST || ++steps > MOST_STEPS) {
          throw new NotReadException(descriptor, "the template is too deep or too long");
        }
        switch (descriptor / 100_000) {
          case 0 -> found.add(new Step.Read(element(descriptor)));
          case 1 -> i += replication(descriptors, i, depth, found);
          case 2 -> operator(descriptor);
          default -> found.addAll(steps(sequence(descriptor), depth + 1));
        }
        i++;
      }
      return found;
    }

    private Element element(int code) throws NotReadException {
      Optional<Element> known = Tables.element(code);
      if (known.isEmpty()) {
        throw new NotReadException(code, "not an element that is known here");
      }
      Element element = known.get().changed(moreWidth, moreScale);
      boolean text = element.kind() == Element.Kind.TEXT;
      if (element.width() < 1 || (!text && element.width() > MOST_WIDTH)) {
        throw new NotReadException(code, "a width of " + element.width() + " bits");
      }
      return element;
    }

    private static List<Integer> sequence(int code) throws NotReadException {
      Optional<List<Integer>> known = Tables.sequence(code);
      if (known.isEmpty()) {
        throw new NotReadException(code, "not a sequence that is known here");
      }
      return known.get();
    }

    /// @return how many descriptors after this one it has used up
    private int replication(List<Integer> descriptors, int at, int depth, List<Step> found)
        throws NotReadException {
      int descriptor = descriptors.get(at);
      int length = descriptor / 1000 % 100;
      int times = descriptor % 1000;
      int bodyAt = times == 0 ? at + 2 : at + 1;
      if (length == 0 || bodyAt + length > descriptors.size()) {
        throw new NotReadException(descriptor, "more descriptors repeated than there are");
      }
      int width = moreWidth;
      int scale = moreScale;
      List<Step> body = steps(descriptors.subList(bodyAt, bodyAt + length), depth + 1);
      if (width != moreWidth || scale != moreScale) {
        throw new NotReadException(descriptor, "an operator that outlasts its repetition");
      }
      if (body.isEmpty()) {
        throw new NotReadException(descriptor, "a repetition of nothing");
      }
      found.add(
          times > 0
              ? new Step.Repeat(times, body)
              : new Step.RepeatAsTold(factor(descriptors.get(at + 1)), body));
      return bodyAt + length - 1 - at;
    }

    private static Element factor(int code) throws NotReadException {
      if (code != 31_000 && code != 31_001 && code != 31_002) {
        throw new NotReadException(code, "no factor of delayed replication that is read here");
      }
      return Tables.element(code)
          .orElseThrow(() -> new NotReadException(code, "not an element that is known here"));
    }

    private void operator(int descriptor) throws NotReadException {
      int operand = descriptor % 1000;
      switch (descriptor / 1000) {
        case 201 -> moreWidth = operand == 0 ? 0 : operand - 128;
        case 202 -> moreScale = operand == 0 ? 0 : operand - 128;
        default ->
            throw new NotReadException(
                descriptor, "an operator that is not read here (201 and 202 are)");
      }
    }
  }
}
