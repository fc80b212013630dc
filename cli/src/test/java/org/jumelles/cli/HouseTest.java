package org.jumelles.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.DynamicTest;

/// The house as ARCHITECTURE.md draws it: arrows fall, no circles. There is no list of exceptions.
class HouseTest {
  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.jumelles");

  /// Which modules a module may use.
  private static final Map<String, Set<String>> MAY_USE =
      Map.ofEntries(
          may("kernel"),
          may("formats", "kernel"),
          may("figure", "kernel"),
          may("accord", "kernel"),
          may("archive", "kernel", "accord"),
          may("seis", "kernel", "formats", "figure"),
          may("iasi", "kernel", "formats", "figure"),
          may("ryugu", "kernel", "formats", "figure"),
          may(
              "pipeline",
              "kernel",
              "formats",
              "figure",
              "accord",
              "archive",
              "seis",
              "iasi",
              "ryugu"),
          may(
              "service",
              "kernel",
              "formats",
              "figure",
              "accord",
              "archive",
              "seis",
              "iasi",
              "ryugu",
              "pipeline"),
          may(
              "cli",
              "kernel",
              "formats",
              "figure",
              "accord",
              "archive",
              "seis",
              "iasi",
              "ryugu",
              "pipeline",
              "service"));

  private static Map.Entry<String, Set<String>> may(String module, String... others) {
    return Map.entry(module, Set.of(others));
  }

  @Test
  void everyModuleIsSeenHere() {
    Set<String> seen = new TreeSet<>();
    HOUSE.forEach(type -> seen.add(moduleOf(type)));
    assertThat(seen).isEqualTo(new TreeSet<>(MAY_USE.keySet()));
  }

  @TestFactory
  List<DynamicTest> arrowsFall() {
    return MAY_USE.entrySet().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.getKey() + " uses only what lies below it",
                    () -> {
                      String[] forbidden =
                          MAY_USE.keySet().stream()
                              .filter(other -> !other.equals(module.getKey()))
                              .filter(other -> !module.getValue().contains(other))
                              .map(other -> "org.jumelles." + other + "..")
                              .toArray(String[]::new);
                      noClasses()
                          .that(resideInAPackage("org.jumelles." + module.getKey() + ".."))
                          .should()
                          .dependOnClassesThat()
                          .resideInAnyPackage(forbidden)
                          .allowEmptyShould(true)
                          .check(HOUSE);
                    }))
        .toList();
  }

  @Test
  void noTwoPackagesFormACircle() {
    slices().matching("org.jumelles.(**)").should().beFreeOfCycles().check(HOUSE);
  }

  @Test
  void oneRoomAloneAsksForAnIncubatingModule() {
    noClasses()
        .that(resideOutsideOfPackage("org.jumelles.ryugu.matrix.vector"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jdk.incubator..")
        .check(HOUSE);
  }

  @Test
  void aFormatKnowsNoOtherFormat() {
    for (JavaClass type : HOUSE) {
      String room = formatOf(type);
      if (room.isEmpty() || room.equals("xml")) {
        continue;
      }
      type.getDirectDependenciesFromSelf().stream()
          .map(arrow -> formatOf(arrow.getTargetClass()))
          .forEach(other -> assertThat(other).as(type.getName()).isIn("", "xml", room));
    }
  }

  @Test
  void belowThePipelineNobodyLogsOrReadsTheClock() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "org.jumelles.kernel..",
            "org.jumelles.formats..",
            "org.jumelles.figure..",
            "org.jumelles.accord..",
            "org.jumelles.seis..",
            "org.jumelles.iasi..",
            "org.jumelles.ryugu..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.System$Logger")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(HOUSE);
  }

  @Test
  void noRoomIsNamedAfterNothing() {
    Set<String> nothing =
        Set.of("common", "util", "utils", "helper", "impl", "api", "dto", "core", "model");
    for (JavaClass type : HOUSE) {
      assertThat(List.of(type.getPackageName().split("\\.")))
          .as(type.getName())
          .doesNotContainAnyElementsOf(nothing);
    }
  }

  @Test
  void aClassIsANounOfTheField() {
    classes()
        .should()
        .haveNameNotMatching(".*(Manager|Processor|Handler|Impl|Helper|Utils?)$")
        .check(HOUSE);
  }

  @Test
  void everyPackageSaysWhatItIsFor() {
    Set<String> silent = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      boolean marked =
          type.getPackage()
              .tryGetAnnotationOfType(org.jspecify.annotations.NullMarked.class)
              .isPresent();
      if (!marked) {
        silent.add(type.getPackageName());
      }
    }
    assertThat(silent).isEmpty();
  }

  /// Whoever serves bytes of the store was let through the gate, or describes what it reads; who
  /// describes stands here by name.
  @Test
  void theServiceReadsTheStoreByAPassOnly() {
    Set<String> readers = new TreeSet<>();
    Set<String> describers = new TreeSet<>();
    Set<String> cubes = new TreeSet<>();
    for (JavaClass type : HOUSE) {
      if (!moduleOf(type).equals("service")) {
        continue;
      }
      String outer =
          type.getName().replaceFirst("^org\\.jumelles\\.service\\.", "").split("\\$")[0];
      for (JavaAccess<?> call : type.getAccessesFromSelf()) {
        String owner = call.getTargetOwner().getSimpleName();
        String method = call.getName();
        boolean bytes =
            (method.equals("open") || method.equals("path"))
                && !call.getTarget().getFullName().contains("open(java.nio.file.Path");
        if (owner.equals("Archive") && bytes) {
          readers.add(outer);
        }
        if (owner.equals("Pass") && method.equals("toDescribe")) {
          describers.add(outer);
        }
        if (owner.equals("StoredCube") && method.equals("open")) {
          cubes.add(outer);
        }
      }
    }
    assertThat(readers).containsExactly("access.Pass");
    assertThat(cubes).containsExactly("cube.CubeFiles");
    assertThat(describers)
        .containsExactly(
            "cube.CubeAnswers",
            "cube.CubeFiles",
            "fdsn.StationMetadata",
            "fdsn.TimeSpans",
            "seedlink.Backlog",
            "spectra.Footprints");
  }

  private static String moduleOf(JavaClass type) {
    return type.getPackageName().split("\\.")[2];
  }

  private static String formatOf(JavaClass type) {
    String[] parts = type.getPackageName().split("\\.");
    return parts.length > 3 && parts[2].equals("formats") ? parts[3] : "";
  }
}
