package org.tijian.inspection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The boundaries of docs/adr/0002 and 0003. Each test first proves that it sees what it guards. */
class ModularityTests {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tijian");

  @Test
  void modulesUseOnlyWhatTheyDeclare() {
    ApplicationModules modules = ApplicationModules.of("org.tijian");

    assertThat(modules.stream().map(module -> module.getIdentifier().toString()))
        .containsExactlyInAnyOrder("analytics", "gateway", "inspection");
    modules.verify();
  }

  @Test
  void inspectionNeverNamesTheGateway() {
    assertSeen("org.tijian.inspection.", "org.tijian.gateway.");

    noClasses()
        .that()
        .resideInAPackage("org.tijian.inspection..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.tijian.gateway..")
        .check(CLASSES);
  }

  @Test
  void calculationsKnowNeitherSpringNorSql() {
    assertSeen("org.tijian.analytics.check.", "org.tijian.analytics.statistic.");

    noClasses()
        .that()
        .resideInAnyPackage(
            "org.tijian.analytics.check..",
            "org.tijian.analytics.statistic..",
            "org.tijian.analytics.finding..",
            "org.tijian.analytics.standard..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.springframework.jdbc..",
            "org.springframework.context..",
            "org.springframework.beans..",
            "java.sql..",
            "javax.sql..")
        .check(CLASSES);
  }

  @Test
  void onlyTheWallsOwnPackagesTouchTheVaultsDoor() {
    assertSeen("org.tijian.inspection.vault.", "org.tijian.inspection.monitoring.");

    noClasses()
        .that()
        .resideInAnyPackage(
            "org.tijian.inspection.monitoring..",
            "org.tijian.inspection.demonstration..",
            "org.tijian.inspection.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.tijian.inspection.vault..", "org.tijian.inspection.report..")
        .check(CLASSES);
  }

  private static void assertSeen(String... prefixes) {
    for (String prefix : prefixes) {
      assertThat(CLASSES.stream().filter(type -> type.getName().startsWith(prefix)))
          .as("classes of %s", prefix)
          .isNotEmpty();
    }
  }
}
