package org.tijian.inspection.monitoring;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Instrument;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.OutletProfile;
import org.tijian.analytics.site.OutletProfile.Plate;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.web.RefusedRequest;

/** An outlet as somebody filled it in; units as in {@link Outlet} and {@link Instrument}. */
public record OutletForm(
    @Nullable String code,
    @Nullable Name name,
    @Nullable Double referenceOxygen,
    @Nullable Double sectionArea,
    @Nullable Double fieldFactor,
    @Nullable List<FilledInstrument> instruments,
    @Nullable ProfileForm profile) {
  private static final int MOST_OUTLETS = 200;
  private static final int MOST_INSTRUMENTS = 60;

  /** Dry air; a reference content lies below it. */
  private static final double OXYGEN_OF_AIR = 20.9;

  /** A text in both languages; where one is empty it is that of the other. */
  public record Name(@Nullable String zh, @Nullable String en) {
    public LocalName checked(String field) {
      String chinese = Input.text(field + ".zh", zh == null ? "" : zh, 60);
      String english = Input.text(field + ".en", en == null ? "" : en, 90);
      Input.check(
          !chinese.isEmpty() || !english.isEmpty(), field + ".zh", "请填写此项。", "This is needed.");
      return new LocalName(
          chinese.isEmpty() ? english : chinese, english.isEmpty() ? chinese : english);
    }
  }

  /** An instrument as somebody filled it in. */
  public record FilledInstrument(
      @Nullable String factor,
      @Nullable Name name,
      @Nullable String unit,
      @Nullable Double fullScale,
      @Nullable Double zeroGas,
      @Nullable Double spanGas,
      Instrument.@Nullable Design design,
      @Nullable Boolean automaticCalibration,
      @Nullable Double permitLimit,
      ProfileForm.@Nullable FilledPlate plate) {

    public Instrument checked(String field) {
      return new Instrument(
          code(field + ".factor", factor),
          Input.required(field + ".name", name).checked(field + ".name"),
          Input.text(field + ".unit", unit, 20),
          aboveZero(field + ".fullScale", Input.required(field + ".fullScale", fullScale)),
          notNegative(field + ".zeroGas", zeroGas == null ? 0 : zeroGas),
          spanGas == null ? null : aboveZero(field + ".spanGas", spanGas),
          design == null ? Instrument.Design.NONE : design,
          automaticCalibration != null && automaticCalibration,
          permitLimit == null ? null : aboveZero(field + ".permitLimit", permitLimit));
    }
  }

  /** Own codes of loggers are codes, too: whatever a frame can carry as one. */
  static String code(String field, @Nullable String code) {
    String text = Input.filledText(field, code, 20);
    Input.check(
        text.matches("[0-9A-Za-z]+"), field, "因子编码只含字母和数字。", "A code is letters and digits.");
    return text;
  }

  public static void requireRoom(int outlets) {
    if (outlets >= MOST_OUTLETS) {
      throw new RefusedRequest(
          409,
          "too-many-outlets",
          new LocalName(
              "一家企业最多登记 %d 个排放口。".formatted(MOST_OUTLETS),
              "An enterprise registers at most %d outlets.".formatted(MOST_OUTLETS)));
    }
  }

  /**
   * @param before what is known; a form without a profile changes none
   */
  public Outlet outlet(long id, long siteId, boolean demonstration, OutletProfile before) {
    Input.check(
        referenceOxygen == null || (referenceOxygen >= 0 && referenceOxygen < OXYGEN_OF_AIR),
        "referenceOxygen",
        "基准氧含量应在 0 与 20.9 % 之间。",
        "Reference oxygen lies between 0 and 20.9 %.");
    return new Outlet(
        id,
        siteId,
        Input.filledText("code", code, 32),
        Input.required("name", name).checked("name"),
        referenceOxygen,
        sectionArea == null ? null : aboveZero("sectionArea", sectionArea),
        fieldFactor == null ? null : aboveZero("fieldFactor", fieldFactor),
        demonstration,
        checkedInstruments(),
        profile == null ? before : profile.checked(plates()));
  }

  private Map<String, Plate> plates() {
    List<FilledInstrument> devices = instruments == null ? List.of() : instruments;
    Map<String, Plate> plates = new HashMap<>();
    for (int i = 0; i < devices.size(); i++) {
      ProfileForm.FilledPlate filled = devices.get(i).plate();
      Plate plate =
          filled == null ? Plate.EMPTY : filled.checked("instruments[%d].plate".formatted(i));
      if (!plate.equals(Plate.EMPTY)) {
        plates.put(Input.required("factor", devices.get(i).factor()), plate);
      }
    }
    return plates;
  }

  private List<Instrument> checkedInstruments() {
    List<FilledInstrument> devices = instruments == null ? List.of() : instruments;
    Input.check(
        devices.size() <= MOST_INSTRUMENTS,
        "instruments",
        "最多 %d 台仪器。".formatted(MOST_INSTRUMENTS),
        "At most %d instruments.".formatted(MOST_INSTRUMENTS));
    List<Instrument> checked =
        IntStream.range(0, devices.size())
            .mapToObj(i -> devices.get(i).checked("instruments[%d]".formatted(i)))
            .toList();
    Set<String> factors = new HashSet<>();
    for (int i = 0; i < checked.size(); i++) {
      Input.check(
          factors.add(checked.get(i).factor()),
          "instruments[%d].factor".formatted(i),
          "一个因子只能有一台仪器。",
          "There is one instrument for a factor.");
    }
    return checked;
  }

  static double aboveZero(String field, double value) {
    Input.check(value > 0 && Double.isFinite(value), field, "应大于零。", "It must be above zero.");
    return value;
  }

  private static double notNegative(String field, double value) {
    Input.check(value >= 0 && Double.isFinite(value), field, "不应小于零。", "It cannot be below zero.");
    return value;
  }
}
