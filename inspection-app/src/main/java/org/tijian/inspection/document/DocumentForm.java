package org.tijian.inspection.document;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.request.Input;

/** Checks what a director says of a document, before its bytes are read. */
@Component
class DocumentForm {
  private static final int LONGEST = 120;

  private final DocumentKinds kinds;
  private final SiteRegister register;

  DocumentForm(DocumentKinds kinds, SiteRegister register) {
    this.kinds = kinds;
    this.register = register;
  }

  Checked check(Filled filled, long siteId) {
    DocumentKind kind = kinds.find(Input.required("kind", filled.kind())).orElse(null);
    Input.check(kind != null, "kind", "没有这一类资料。", "There is no such kind of document.");
    Long outletId = filled.outletId();
    Outlet outlet = outletId == null ? null : outlet(outletId, siteId);
    checkFactor(filled.factor(), outlet);
    LocalDate issued = filled.issuedOn();
    LocalDate until = filled.validUntil();
    Input.check(
        issued == null || until == null || !until.isBefore(issued),
        "validUntil",
        "有效期早于签发日期。",
        "It ends before it was issued.");
    return new Checked(
        Input.required("kind", kind),
        outletId,
        filled.factor(),
        Input.filledText("title", filled.title(), LONGEST),
        optional("number", filled.number()),
        optional("issuer", filled.issuer()),
        issued,
        until,
        filled.paperId());
  }

  private Outlet outlet(long id, long siteId) {
    Outlet outlet = register.outlet(id).filter(each -> each.siteId() == siteId).orElse(null);
    Input.check(outlet != null, "outletId", "没有这个排放口。", "There is no such outlet.");
    return Input.required("outletId", outlet);
  }

  private static void checkFactor(@Nullable String factor, @Nullable Outlet outlet) {
    Input.check(
        factor == null || (outlet != null && outlet.instrument(factor).isPresent()),
        "factor",
        "这个排放口没有该分析仪。",
        "This outlet has no such instrument.");
  }

  private static String optional(String field, @Nullable String text) {
    return text == null ? "" : Input.text(field, text, LONGEST);
  }

  /** What the page sends beside the bytes. */
  record Filled(
      @Nullable UUID paperId,
      @Nullable String kind,
      @Nullable Long outletId,
      @Nullable String factor,
      @Nullable String title,
      @Nullable String number,
      @Nullable String issuer,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate validUntil) {}

  /** The same, as it can be used. */
  record Checked(
      DocumentKind kind,
      @Nullable Long outletId,
      @Nullable String factor,
      String title,
      String number,
      String issuer,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate validUntil,
      @Nullable UUID paperId) {

    DocumentNote note(DocumentType type, int bytes, LocalName by) {
      return new DocumentNote(
          kind.id(),
          outletId,
          factor,
          title,
          number,
          issuer,
          issuedOn,
          validUntil,
          type.mediaType(),
          bytes,
          by);
    }
  }
}
