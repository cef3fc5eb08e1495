package org.tijian.inspection.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.tijian.analytics.site.LocalName;

/**
 * A refusal on the wire (RFC 9457, {@code application/problem+json}).
 *
 * @param code stable code for programs
 * @param message the sentence for people
 * @param field name of the input that is wrong, or null
 * @param retryAfterSeconds when it is worth trying again, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    int status,
    String code,
    LocalName message,
    @Nullable String field,
    @Nullable Long retryAfterSeconds) {

  static final Problem NO_ACCESS =
      of(403, "no-access", "没有权限查看，或该内容不存在。", "Not yours to see, or it does not exist.");

  static final Problem NOT_SIGNED_IN = of(401, "not-signed-in", "请先登录。", "Please sign in first.");

  static final Problem STALE_PAGE =
      of(403, "stale-page", "页面已过期，请刷新后重试。", "This page is out of date. Reload it and try again.");

  static final Problem NO_SUCH_ROUTE =
      of(404, "no-such-route", "没有这个地址。", "There is no such address.");

  static final Problem WRONG_METHOD =
      of(405, "wrong-method", "该地址不支持此操作。", "This address does not support that method.");

  static final Problem WRONG_TYPE =
      of(415, "wrong-type", "请使用 JSON 格式。", "Please send and accept JSON.");

  static final Problem MALFORMED = of(400, "malformed", "请求内容无法读取。", "The request cannot be read.");

  static final Problem TOO_LARGE = of(413, "too-large", "内容过大。", "This is too large.");

  static final Problem OUR_FAULT =
      of(
          500,
          "our-fault",
          "服务器出错，内容没有保存。请稍后重试。",
          "The server failed and nothing was saved. Please try again later.");

  static Problem of(int status, String code, String zh, String en) {
    return new Problem(status, code, new LocalName(zh, en), null, null);
  }

  static Problem byStatus(HttpStatusCode status) {
    return switch (status.value()) {
      case 401 -> NOT_SIGNED_IN;
      case 403 -> NO_ACCESS;
      case 404 -> NO_SUCH_ROUTE;
      case 405 -> WRONG_METHOD;
      case 406, 415 -> WRONG_TYPE;
      case 413 -> TOO_LARGE;
      default -> status.is4xxClientError() ? MALFORMED : OUR_FAULT;
    };
  }
}
