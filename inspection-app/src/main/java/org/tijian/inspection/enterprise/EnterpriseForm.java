package org.tijian.inspection.enterprise;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.SiteProfile;
import org.tijian.analytics.site.SiteProfile.Contact;
import org.tijian.analytics.site.SiteProfile.Place;
import org.tijian.analytics.standard.Attribute;
import org.tijian.inspection.place.PlacePoint;
import org.tijian.inspection.request.Input;

/** An enterprise as somebody filled it in. One language of the name is enough. */
public record EnterpriseForm(
    @Nullable Name name,
    @Nullable String creditCode,
    @Nullable String industry,
    @Nullable FilledPlace place,
    @Nullable Point at,
    @Nullable FilledContact contact) {
  private static final int LONGEST_NAME = 60;
  private static final int LONGEST_PART = 30;
  private static final int LONGEST_ADDRESS = 200;
  private static final Pattern PHONE = Pattern.compile("[0-9+()（） \\-/#,]{5,30}");
  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]{1,190}");

  /** A name in one language or in both. */
  public record Name(@Nullable String zh, @Nullable String en) {
    LocalName checked(String field) {
      String chinese = Input.text(field + ".zh", zh == null ? "" : zh, LONGEST_NAME);
      String english = Input.text(field + ".en", en == null ? "" : en, LONGEST_NAME);
      Input.check(
          !chinese.isEmpty() || !english.isEmpty(),
          field + ".zh",
          "请填写企业名称（中文或英文）。",
          "A name is needed, in Chinese or in English.");
      return new LocalName(
          chinese.isEmpty() ? english : chinese, english.isEmpty() ? chinese : english);
    }
  }

  public record FilledPlace(
      @Nullable String province,
      @Nullable String city,
      @Nullable String district,
      @Nullable String address) {}

  /** WGS-84, in degrees. */
  public record Point(@Nullable Double longitude, @Nullable Double latitude) {}

  public record FilledContact(
      @Nullable String name, @Nullable String phone, @Nullable String email) {}

  public LocalName checkedName() {
    return Input.required("name", name).checked("name");
  }

  public SiteProfile checkedProfile() {
    return new SiteProfile(checkedCode(), checkedIndustry(), checkedPlace(), point(), contactOf());
  }

  private String checkedCode() {
    String code = CreditCode.normal(Input.required("creditCode", creditCode));
    Input.check(
        code.length() == CreditCode.LENGTH,
        "creditCode",
        "统一社会信用代码为 18 位，现有 %d 位。".formatted(code.length()),
        "A unified social credit code has 18 characters; these are %d.".formatted(code.length()));
    Input.check(
        CreditCode.isWellFormed(code),
        "creditCode",
        "统一社会信用代码只含数字和大写字母，且没有 I、O、S、V、Z。",
        "A unified social credit code holds digits and letters, but none of I, O, S, V and Z.");
    Input.check(
        CreditCode.hasRightCheck(code),
        "creditCode",
        "统一社会信用代码的校验位不符，请对照营业执照检查是否有误。",
        "The check character of the code does not fit: compare it with the business licence.");
    return code;
  }

  private String checkedIndustry() {
    String word = Input.required("industry", industry);
    Input.check(
        Attribute.INDUSTRY.words().contains(word), "industry", "请选择行业。", "Choose an industry.");
    return word;
  }

  private Place checkedPlace() {
    FilledPlace filled = Input.required("place", place);
    return new Place(
        Input.filledText("place.province", filled.province(), LONGEST_PART),
        Input.filledText("place.city", filled.city(), LONGEST_PART),
        optional("place.district", filled.district(), LONGEST_PART),
        optional("place.address", filled.address(), LONGEST_ADDRESS));
  }

  private @Nullable Coordinates point() {
    return at == null ? null : PlacePoint.checked("at", at.longitude(), at.latitude());
  }

  private Contact contactOf() {
    FilledContact filled = Input.required("contact", contact);
    String phone = Input.filledText("contact.phone", filled.phone(), LONGEST_PART);
    Input.check(
        PHONE.matcher(phone).matches(),
        "contact.phone",
        "电话应为 5 至 30 位数字，可含 +、-、括号。",
        "A telephone number has 5 to 30 digits, with + - and brackets if needed.");
    String email = optional("contact.email", filled.email(), LONGEST_ADDRESS);
    Input.check(
        email == null || EMAIL.matcher(email).matches(),
        "contact.email",
        "电子邮箱格式不对，例如 name@example.com。",
        "That is no e-mail address such as name@example.com.");
    return new Contact(Input.filledText("contact.name", filled.name(), LONGEST_NAME), phone, email);
  }

  private static @Nullable String optional(String field, @Nullable String value, int longest) {
    if (value == null || value.isBlank()) {
      return null;
    }
    return Input.text(field, value, longest);
  }
}
