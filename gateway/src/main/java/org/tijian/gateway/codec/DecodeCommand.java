package org.tijian.gateway.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The frame inspector of the command line. Reads bytes as they come from a device, or with {@code
 * --lines} one JSON object {@code {"id", "frame_b64"}} a line, and prints one JSON object a line.
 */
public final class DecodeCommand {
  private static final String USAGE =
      """
      usage: decode [--lines] < input
        without --lines  input is bytes as a device sends them; prints one JSON object a frame
        --lines          input is {"id": ..., "frame_b64": ...} a line; prints {"id", "frames"} a line
      """;

  private final JsonMapper json = JsonMapper.builder().build();
  private final FrameJson frameJson = new FrameJson(json);
  private final PrintStream out;

  DecodeCommand(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    List<String> options = List.of(arguments);
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    DecodeCommand command = new DecodeCommand(out);
    if (options.isEmpty()) {
      command.decodeBytes(System.in);
    } else if (options.equals(List.of("--lines"))) {
      command.decodeLines(System.in);
    } else {
      boolean help = options.contains("--help");
      (help ? System.out : System.err).print(USAGE);
      System.exit(help ? 0 : 2);
    }
  }

  void decodeBytes(InputStream in) throws IOException {
    Hj212Stream stream = new Hj212Codec().stream();
    byte[] chunk = new byte[8192];
    for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
      print(stream.feed(chunk, 0, read));
    }
    print(stream.end());
  }

  void decodeLines(InputStream in) throws IOException {
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isBlank()) {
        out.println(json.writeValueAsString(answer(line)));
        out.flush();
      }
    }
  }

  private void print(List<Decoded> frames) {
    frames.forEach(frame -> out.println(json.writeValueAsString(frameJson.write(frame))));
    out.flush();
  }

  private ObjectNode answer(String line) {
    try {
      return answer(json.readTree(line));
    } catch (JacksonException e) {
      return error(null, "not-json", "the line is no JSON object");
    }
  }

  private ObjectNode answer(JsonNode request) {
    if (!request.isObject()) {
      return error(null, "not-json", "the line is no JSON object");
    }
    JsonNode id = request.get("id");
    JsonNode frame = request.get("frame_b64");
    if (frame == null || !frame.isString()) {
      return error(id, "frame-missing", "frame_b64 is missing or no text");
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(frame.stringValue());
      ObjectNode answer = json.createObjectNode();
      answer.set("id", id);
      return answer.set("frames", frameJson.write(new Hj212Codec().decode(bytes)));
    } catch (IllegalArgumentException e) {
      return error(id, "not-base64", "frame_b64 is no base64");
    }
  }

  private ObjectNode error(@Nullable JsonNode id, String code, String message) {
    ObjectNode answer = json.createObjectNode();
    answer.set("id", id);
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }
}
