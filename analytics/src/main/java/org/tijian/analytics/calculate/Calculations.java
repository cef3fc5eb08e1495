package org.tijian.analytics.calculate;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.tijian.analytics.standard.RuleBook;

/** All tests that can be asked for. */
final class Calculations {
  private static final Set<String> PART_75 = Set.of("40CFR75");
  private static final Set<String> PART_63 = Set.of("40CFR63UUUUU");
  private static final Set<String> PART_60 = Set.of("40CFR60");
  private static final Set<String> EN = Set.of("EN14181", "EN14181QAL3");
  private static final Set<String> AIR = Set.of("HJ75-2017", "HJ76-2017", "HJ1286-2023");
  private static final Set<String> WATER = Set.of("HJ355-2019");
  private static final Set<String> AIR_AND_WATER =
      Set.of("HJ75-2017", "HJ76-2017", "HJ1286-2023", "HJ355-2019", "HJ356-2019");

  private Calculations() {}

  static List<Calculation> all(RuleBook rules) {
    Clauses clauses = Clauses.builtIn();
    return Stream.of(
            part75(rules, clauses),
            part75Validity(clauses),
            part60(clauses),
            en14181(clauses),
            accuracy(clauses),
            conversion(clauses))
        .flatMap(List::stream)
        .toList();
  }

  private static Calculation of(Set<String> standards, String test, Function<Inputs, Sheet> sum) {
    return new Calculation(standards, test, sum);
  }

  private static List<Calculation> part75(RuleBook rules, Clauses clauses) {
    Part75CalibrationError calibration = new Part75CalibrationError(rules, clauses);
    Part75FlowToLoad flow = new Part75FlowToLoad(clauses);
    Part75Bias bias = new Part75Bias(clauses);
    RataOutcome outcome = new RataOutcome(clauses);
    return List.of(
        of(PART_75, "rata", new Part75Rata(rules)::level),
        of(PART_75, "rata_summary", new Part75RataSummary(rules)::summary),
        of(PART_75, "rata_outcome", outcome::mercury),
        of(PART_63, "rata_outcome", outcome::hydrogenChloride),
        of(PART_75, "calibration_error_7day", calibration::sevenDay),
        of(PART_75, "calibration_error_online_offline", calibration::onlineOffline),
        of(PART_75, "linearity", new Part75Linearity(clauses)::level),
        of(PART_75, "cycle_time", new Part75CycleTime(clauses)::direction),
        of(PART_75, "flow_to_load_reference", flow::reference),
        of(PART_75, "flow_to_load_check", flow::check),
        of(PART_75, "appendix_e_level", new Part75AppendixE(clauses)::level),
        of(PART_75, "bias_test", bias::test),
        of(PART_75, "hourly_bias_adjustment", bias::hour));
  }

  private static List<Calculation> part75Validity(Clauses clauses) {
    Part75Validity validity = new Part75Validity(clauses);
    Part75MissingData missing = new Part75MissingData(clauses);
    return List.of(
        of(PART_75, "rata_expiration", validity::rataExpiration),
        of(PART_75, "rata_extension", validity::extension),
        of(PART_75, "rata_grace", validity::rataGrace),
        of(PART_75, "rata_run_length", validity::runLength),
        of(PART_75, "linearity_expiration", validity::linearityExpiration),
        of(PART_75, "linearity_grace", validity::linearityGrace),
        of(PART_75, "leak_grace", validity::leakGrace),
        of(PART_75, "daily_calibration_status", validity::dailyCalibration),
        of(PART_75, "missing_data_modc_vs_pma", missing::methodAgainstAvailability),
        of(PART_75, "missing_data_load_bin_average", missing::loadBinAverage),
        of(PART_75, "pma_plausibility", missing::plausibility));
  }

  private static List<Calculation> part60(Clauses clauses) {
    Part60 part60 = new Part60(clauses);
    return List.of(
        of(PART_60, "calibration_drift", part60::drift),
        of(PART_60, "relative_accuracy", new Hj75Accuracy(clauses)::performanceSpecification),
        of(PART_60, "cylinder_gas_audit", part60::cylinderGasAudit),
        of(PART_60, "relative_accuracy_audit", part60::relativeAccuracyAudit),
        of(PART_60, "pm_correlation", new PmCorrelation(clauses)::ps11));
  }

  private static List<Calculation> en14181(Clauses clauses) {
    En14181Function function = new En14181Function(clauses);
    En14181Test test = new En14181Test(clauses);
    Qal3Charts charts = new Qal3Charts(clauses);
    return List.of(
        of(EN, "linear_calibration_function", function::line),
        of(EN, "qal2_sigma0", function::sigma0),
        of(EN, "qal2_kv_table", function::factors),
        of(EN, "qal2_variability", test::qal2),
        of(EN, "ast", test::ast),
        of(EN, "standardise", function::standardise),
        of(EN, "qal3_ewma", charts::ewma),
        of(EN, "qal3_shewhart", charts::shewhart),
        of(EN, "qal3_cusum_drift", charts::drift),
        of(EN, "qal3_cusum", new Qal3Cusum(clauses)::card));
  }

  private static List<Calculation> accuracy(Clauses clauses) {
    Hj75Drift drift = new Hj75Drift(clauses);
    Hj75Accuracy accuracy = new Hj75Accuracy(clauses);
    Hj75Instrument instrument = new Hj75Instrument(clauses);
    return List.of(
        of(AIR, "zero_drift", drift::zero),
        of(AIR, "span_drift", drift::span),
        of(AIR, "relative_accuracy", accuracy::relativeAccuracy),
        of(AIR, "absolute_error", accuracy::absoluteError),
        of(AIR, "relative_error", accuracy::relativeError),
        of(AIR, "linearity_error", instrument::linearityError),
        of(AIR, "response_time", instrument::responseTime),
        of(AIR, "converter_efficiency", instrument::converterEfficiency),
        of(AIR, "pm_correlation", new PmCorrelation(clauses)::hj75),
        of(WATER, "water_comparison", new WaterComparison(clauses)::samples));
  }

  private static List<Calculation> conversion(Clauses clauses) {
    Hj75Conversion conversion = new Hj75Conversion(clauses);
    Hj75Mass mass = new Hj75Mass(clauses);
    return List.of(
        of(AIR, "o2_conversion", new Hj75Oxygen(clauses)::conversion),
        of(AIR, "standard_state", conversion::standardState),
        of(AIR, "mass_concentration", mass::concentration),
        of(AIR, "nox_as_no2", mass::nitrogenOxides),
        of(AIR, "dry_standard_flow", mass::flow),
        of(AIR, "emission_rate", mass::rate),
        of(AIR_AND_WATER, "transmission_effectiveness", new Transmission(clauses)::effectiveness));
  }
}
