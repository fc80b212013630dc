package org.jumelles.pipeline.run;

import java.util.ArrayList;
import java.util.List;
import org.jumelles.archive.product.Product;
import org.jumelles.kernel.outcome.Defect;

/// What became of one piece of work.
sealed interface Done {
  record Known(Product product) implements Done {}

  record Good(Product product) implements Done {}

  record Doubtful(Product product, List<Defect> defects) implements Done {}

  record Refused(Defect defect) implements Done {}

  record Broken(Defect defect) implements Done {}

  record Elsewhere(Defect defect) implements Done {}

  static Tally tally(int planned, List<Done> results) {
    int known = 0;
    int good = 0;
    int doubtful = 0;
    int refused = 0;
    int broken = 0;
    int elsewhere = 0;
    List<Product> products = new ArrayList<>();
    List<Defect> defects = new ArrayList<>();
    for (Done result : results) {
      switch (result) {
        case Known(Product product) -> {
          known++;
          products.add(product);
        }
        case Good(Product product) -> {
          good++;
          products.add(product);
        }
        case Doubtful(Product product, List<Defect> why) -> {
          doubtful++;
          products.add(product);
          defects.addAll(why);
        }
        case Refused(Defect why) -> {
          refused++;
          defects.add(why);
        }
        case Broken(Defect why) -> {
          broken++;
          defects.add(why);
        }
        case Elsewhere(Defect why) -> {
          elsewhere++;
          defects.add(why);
        }
      }
    }
    return new Tally(
        planned, known, good, doubtful, refused, broken, elsewhere, 0, products, defects);
  }
}
