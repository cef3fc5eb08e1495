package org.tijian.inspection.certificate;

import java.time.Instant;
import java.util.List;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.inspection.chain.CompletionCertificate;
import org.tijian.inspection.chain.Entry;

/**
 * What the paper says, in one language.
 *
 * @param facts names and values, from top to bottom
 * @param scan what stands beside the QR code
 * @param notice what the paper is not (T-38)
 */
record CertificateWords(String title, String lead, List<Fact> facts, String scan, String notice) {

  static CertificateWords of(CompletionCertificate certificate, String language) {
    String issued = BeijingTime.dateOf(Instant.parse(certificate.issued())).toString();
    return language.equals("en") ? english(certificate, issued) : chinese(certificate, issued);
  }

  private static CertificateWords chinese(CompletionCertificate it, String issued) {
    return new CertificateWords(
        "体检完成证书",
        "下列单位自愿申请的自动监测体检已经完成，改进跟踪已经结束。",
        List.of(
            new Fact("证书编号", it.number()),
            new Fact("单位名称", it.enterprise().zh()),
            new Fact("体检日期", it.visited()),
            new Fact("体检范围", it.scope().zh()),
            new Fact("所属项目", it.programme().zh()),
            new Fact("出具日期", issued)),
        "扫描二维码核验本证书是否有效。证书可以撤销，以核验页面显示的状态为准。",
        "本证书只说明体检做过并且完成，不说明检查结果，也不是对合法合规的结论，不作为任何执法活动的依据。" + "体检属于技术服务，不是行政检查。本件不是执法文书。");
  }

  private static CertificateWords english(CompletionCertificate it, String issued) {
    return new CertificateWords(
        "Certificate of completion",
        "The check-up of automatic monitoring that this enterprise asked for was made, and its"
            + " follow-up is complete.",
        List.of(
            new Fact("Number", it.number()),
            new Fact("Enterprise", both(it.enterprise())),
            new Fact("Day of the visit", it.visited()),
            new Fact("Scope", it.scope().en()),
            new Fact("Programme", it.programme().en()),
            new Fact("Issued", issued)),
        "Scan the code to see whether this certificate stands. It can be revoked: what the page"
            + " says counts.",
        "This certificate says that the check-up was made and completed. It says nothing of its"
            + " results and is not a conclusion about legality or a basis for any enforcement. The"
            + " check-up is a technical service, not an inspection. This is not an enforcement"
            + " document.");
  }

  private static String both(Entry.Name name) {
    return name.en().equals(name.zh()) ? name.zh() : "%s (%s)".formatted(name.en(), name.zh());
  }

  record Fact(String name, String value) {}
}
