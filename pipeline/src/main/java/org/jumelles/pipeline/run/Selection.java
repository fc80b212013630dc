package org.jumelles.pipeline.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jumelles.archive.catalogue.Query;
import org.jumelles.kernel.text.Glob;
import org.jumelles.kernel.time.Span;

/// Which part of all planned work is wanted: by the names of recipes, and by the time of what goes
/// in. What a wanted product is made of is wanted too, so that a selection makes the same products
/// as a run of everything, and fewer.
///
/// @param recipes one of them is the recipe's name; none for all
/// @param span what goes in overlaps it, ends included; what is of no time is always in it
public record Selection(List<Glob> recipes, Span span) {
  public static final Selection ALL = new Selection(List.of(), Query.ALWAYS);

  public Selection {
    recipes = List.copyOf(recipes);
  }

  public boolean isAll() {
    return equals(ALL);
  }

  /// Whether a recipe's name is meant.
  public boolean names(String recipe) {
    return recipes.isEmpty() || recipes.stream().anyMatch(glob -> glob.matches(recipe));
  }

  boolean takes(Work work) {
    return names(work.recipe()) && work.span().map(of -> of.overlaps(span)).orElse(true);
  }

  /// The work of this selection among some.
  public Predicate<Work> wanted() {
    return this::takes;
  }

  /// The same, with a recipe too where one is named that needs its products.
  public Selection with(String recipe, List<String> needing) {
    if (names(recipe) || needing.stream().noneMatch(this::names)) {
      return this;
    }
    List<Glob> more = new ArrayList<>(recipes);
    more.add(new Glob(recipe));
    return new Selection(more, span);
  }

  /// The same recipes over another time.
  public Selection during(Span other) {
    return new Selection(recipes, other);
  }

  /// The patterns that none of the names is meant by.
  public List<String> unknown(List<String> names) {
    return recipes.stream()
        .filter(glob -> names.stream().noneMatch(glob::matches))
        .map(Glob::pattern)
        .toList();
  }

  /// Reads patterns of names, such as `seis/*`.
  public static Selection of(List<String> patterns, Span span) {
    return new Selection(patterns.stream().map(Glob::new).toList(), span);
  }
}
