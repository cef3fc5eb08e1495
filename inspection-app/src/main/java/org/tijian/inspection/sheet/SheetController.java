package org.tijian.inspection.sheet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.LocalName;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.sheet.SheetPlan.Item;
import org.tijian.inspection.web.Upload;

/** The workbook of an enterprise: template, export, what an import would do, and the import. */
@RestController
@RequestMapping("/api/sheet")
class SheetController {
  static final Upload.Limit LIMIT =
      new Upload.Limit("file", new LocalName("工作簿", "workbook"), 2 * 1024 * 1024);

  private static final MediaType XLSX =
      MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

  private final SheetDesk desk;

  SheetController(SheetDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/template")
  ResponseEntity<byte[]> template(@AuthenticationPrincipal Account account) {
    SheetDesk.siteOf(account);
    return file("tijian-template.xlsx", desk.template());
  }

  @GetMapping("/export")
  ResponseEntity<byte[]> export(@AuthenticationPrincipal Account account) {
    return file("tijian-enterprise.xlsx", desk.export(SheetDesk.siteOf(account)));
  }

  /** Changes nothing, and is no GET because it takes a file. */
  @PostMapping("/preview")
  PlanView preview(@AuthenticationPrincipal Account account, HttpServletRequest request)
      throws IOException {
    return PlanView.of(desk.plan(SheetDesk.siteOf(account), body(request)));
  }

  /** The same file once more: what is taken is what the file says, not what a page remembers. */
  @PostMapping("/import")
  PlanView take(@AuthenticationPrincipal Account account, HttpServletRequest request)
      throws IOException {
    SheetDesk.siteOf(account);
    return PlanView.of(desk.take(account, body(request)));
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    return Upload.of(request).read(LIMIT);
  }

  private static ResponseEntity<byte[]> file(String name, byte[] content) {
    return ResponseEntity.ok()
        .contentType(XLSX)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }

  record PlanView(List<Item> items, List<Mistake> mistakes) {
    static PlanView of(SheetPlan plan) {
      return new PlanView(plan.items(), plan.mistakes());
    }
  }
}
