package org.tijian.inspection.monitoring;

import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.reading.Explanation;
import org.tijian.analytics.reading.FrameExplainer;
import org.tijian.analytics.reading.FrameLedger;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.LoggerSettings;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** The frame inspector (报文解析). Nothing is stored. */
@RestController
@RequestMapping("/api")
class ExplainController {
  private static final int MOST_BYTES = 64 * 1024;

  private final FrameExplainer explainer;
  private final LoggerAccess loggers;
  private final FrameLedger ledger;
  private final LoggerSettings settings;

  ExplainController(
      FrameExplainer explainer, LoggerAccess loggers, FrameLedger ledger, LoggerSettings settings) {
    this.explainer = explainer;
    this.loggers = loggers;
    this.ledger = ledger;
    this.settings = settings;
  }

  /** One of the two. */
  record Wanted(@Nullable String text, @Nullable String base64) {}

  @PostMapping("/frames/explain")
  Explanation explain(@RequestBody Wanted wanted) {
    String base64 = wanted.base64();
    if (base64 != null && !base64.isBlank()) {
      requireSize("base64", base64.length() / 4 * 3);
      return explainer.explain(bytes(base64), List.of());
    }
    String text = wanted.text();
    if (text == null || text.isBlank()) {
      throw refused("text", "empty", "请粘贴报文。", "Paste a frame first.");
    }
    requireSize("text", text.length());
    return explainer.explain(text);
  }

  @GetMapping("/loggers/{mn}/frames/{id}")
  Explanation kept(
      @AuthenticationPrincipal Account account, @PathVariable String mn, @PathVariable long id) {
    loggers.own(account, mn);
    byte[] bytes = ledger.frame(mn, id).orElseThrow(RefusedRequest::noAccess);
    return explainer.explain(bytes, settings.keys(mn).stream().map(key -> key.key()).toList());
  }

  private static void requireSize(String field, int bytes) {
    if (bytes > MOST_BYTES) {
      throw refused(field, "too-long", "最多 64 KB，请分次粘贴。", "At most 64 KB. Paste it in parts.");
    }
  }

  private static byte[] bytes(String base64) {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    } catch (IllegalArgumentException e) {
      throw refused("base64", "not-base64", "不是有效的 Base64 内容。", "This is no Base64.");
    }
  }

  private static RefusedRequest refused(String field, String code, String zh, String en) {
    return new RefusedRequest(422, code, new LocalName(zh, en), field);
  }
}
