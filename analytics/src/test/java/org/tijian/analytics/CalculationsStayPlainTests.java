package org.tijian.analytics;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The calculations are plain functions: no framework, no database, no clock. */
class CalculationsStayPlainTests {
  private static final String[] PLAIN = {
    "org.tijian.analytics.calculate..",
    "org.tijian.analytics.check..",
    "org.tijian.analytics.digest..",
    "org.tijian.analytics.finding..",
    "org.tijian.analytics.standard..",
    "org.tijian.analytics.statistic.."
  };

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.tijian.analytics");

  @Test
  void seesTheClassesItGuards() {
    List<String> simple = CLASSES.stream().map(c -> c.getSimpleName()).toList();

    assertThat(simple)
        .contains("DriftCheck", "RuleBook", "PairedComparison", "Basis", "Part75Rata");
  }

  @Test
  void noFrameworkInCalculations() {
    DescribedPredicate<JavaClass> framework =
        resideInAnyPackage("org.springframework..", "java.sql..", "javax.sql..");
    // Its annotations say which part a class belongs to; nothing of it runs.
    DescribedPredicate<JavaClass> modulith = resideInAPackage("org.springframework.modulith..");
    noClasses()
        .that()
        .resideInAnyPackage(PLAIN)
        .and()
        .doNotHaveSimpleName("package-info")
        .should()
        .dependOnClassesThat(framework.and(DescribedPredicate.not(modulith)))
        .check(CLASSES);
  }

  @Test
  void noClockInCalculations() {
    noClasses()
        .that()
        .resideInAnyPackage(PLAIN)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void statisticsKnowNothingOfTheDomain() {
    noClasses()
        .that()
        .resideInAPackage("org.tijian.analytics.statistic..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.tijian.analytics.reading..",
            "org.tijian.analytics.standard..",
            "org.tijian.analytics.site..",
            "org.tijian.analytics.finding..",
            "org.tijian.analytics.check..")
        .check(CLASSES);
  }
}
