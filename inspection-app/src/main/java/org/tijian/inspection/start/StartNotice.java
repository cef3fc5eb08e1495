package org.tijian.inspection.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The one block that a start prints when everything is up: where the pages are, and how to sign in.
 */
@Component
class StartNotice {
  private final FirstSignIns signIns;
  private final List<NoticeLine> lines;

  StartNotice(FirstSignIns signIns, List<NoticeLine> lines) {
    this.signIns = signIns;
    this.lines = List.copyOf(lines);
  }

  /** Last of all listeners: whatever it announces is there. */
  @EventListener
  @Order(Ordered.LOWEST_PRECEDENCE)
  void ready(ApplicationReadyEvent event) {
    if (event.getApplicationContext() instanceof WebServerApplicationContext web
        && web.getWebServer() != null) {
      var settings = event.getApplicationContext().getEnvironment();
      print(
          text(
              address(
                  settings.getRequiredProperty("tijian.http.host"), web.getWebServer().getPort()),
              Path.of(settings.getRequiredProperty("tijian.data-dir"))
                  .toAbsolutePath()
                  .normalize()));
    }
  }

  private static String address(String host, int port) {
    return "http://%s:%d/".formatted(host.equals("0.0.0.0") ? "localhost" : host, port);
  }

  private String text(String address, Path dataDirectory) {
    StringBuilder text = new StringBuilder("\n体检已就绪 / Tijian is ready\n");
    line(text, "网址 / address", address);
    line(text, "数据目录 / data directory", dataDirectory.toString());
    lines.stream()
        .map(NoticeLine::line)
        .flatMap(Optional::stream)
        .forEach(each -> line(text, each.label(), each.value()));
    List<FirstSignIns.SignIn> made = signIns.tellOnce();
    if (!made.isEmpty()) {
      text.append("\n  登录账号，口令只显示这一次，未另行保存 / sign-ins, shown this once and kept nowhere else\n");
      made.forEach(
          one ->
              line(
                  text,
                  one.username() + "  " + one.password(),
                  one.who().zh() + " / " + one.who().en()));
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String label, String value) {
    text.append("  ").append(label).append("   ").append(value).append('\n');
  }

  /** In UTF-8 whatever the console's locale: half of it is Chinese. */
  private static void print(String text) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    out.println(text);
    out.flush();
  }
}
