package org.tijian.inspection.chain;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Checks a downloaded access record without any server: {@code verify-log FILE [--heads FILE|URL]}.
 * Exit code 0 if everything fits, 1 if something does not, 2 if nothing could be checked.
 */
public final class VerifyLogCommand {
  static final String USAGE =
      """
      Usage: ./tijian verify-log FILE [--heads FILE|URL]

      FILE is an access record as the director downloads it ("Who has opened my file?").
      --heads holds its heads against published ones that you kept earlier or fetch now (URL of /api/heads); without
      it a record is only known to fit itself and the key that it carries.
      Exit code: 0 everything fits, 1 something does not, 2 it could not be checked.
      """;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .build();

  private VerifyLogCommand() {}

  public static void main(String[] args) {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    PrintStream errors =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    System.exit(run(args, out, errors));
  }

  /**
   * @return exit code
   */
  static int run(String[] args, PrintStream out, PrintStream errors) {
    List<String> given = List.of(args);
    if (given.equals(List.of("--help")) || given.equals(List.of("-h"))) {
      out.print(USAGE);
      return 0;
    }
    boolean withHeads = given.size() == 3 && given.get(1).equals("--heads");
    if (given.size() != 1 && !withHeads) {
      errors.print(USAGE);
      return 2;
    }
    try {
      HeadList published = withHeads ? heads(given.get(2)) : null;
      return report(file(given.get(0)), published, out);
    } catch (NoSuchFileException e) {
      errors.println(e.getMessage() + " 不存在 / is not there");
    } catch (IOException | JacksonException | IllegalArgumentException e) {
      errors.println("无法读取 / cannot be read: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      errors.println("interrupted");
    }
    return 2;
  }

  private static int report(AccessFile file, @Nullable HeadList published, PrintStream out) {
    RecordCheck.Result result = RecordCheck.of(file, published);
    out.printf("档案 / visit %s%n", file.visit());
    out.printf(
        "%d 条记录，其中 %d 条已由签名链首覆盖 / %d entries, %d of them under a signed head%n",
        result.entries(), result.covered(), result.entries(), result.covered());
    if (published == null) {
      out.println("未与公布的链首对照（--heads） / not held against published heads (--heads)");
    }
    result.misfits().forEach(misfit -> out.printf("✗ %s / %s%n", misfit.zh(), misfit.en()));
    if (result.fits()) {
      out.println("✓ 全部相符 / everything fits");
    }
    return result.fits() ? 0 : 1;
  }

  private static AccessFile file(String path) throws IOException {
    AccessFile file = JSON.readValue(Files.readString(Path.of(path)), AccessFile.class);
    require(AccessFile.FORMAT, file.format());
    return file;
  }

  private static HeadList heads(String place) throws IOException, InterruptedException {
    boolean isAddress = place.startsWith("http://") || place.startsWith("https://");
    String text = isAddress ? fetched(place) : Files.readString(Path.of(place));
    HeadList heads = JSON.readValue(text, HeadList.class);
    require(HeadList.FORMAT, heads.format());
    return heads;
  }

  private static String fetched(String address) throws IOException, InterruptedException {
    Duration patience = Duration.ofSeconds(20);
    HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
    HttpRequest request = HttpRequest.newBuilder(URI.create(address)).timeout(patience).build();
    HttpResponse<String> answer =
        client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() != 200) {
      throw new IOException("%s answered %d".formatted(address, answer.statusCode()));
    }
    return answer.body();
  }

  private static void require(String expected, @Nullable String found) {
    if (!Objects.equals(expected, found)) {
      throw new IllegalArgumentException("the form is %s, not %s".formatted(found, expected));
    }
  }
}
