package org.tijian.gateway.codec;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Iterator;
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
  private static final String LINES = "--lines";

  private static final String USAGE =
      """
      usage: decode [--lines] [--key HEX]... < input
        without --lines  input is bytes as a device sends them; prints one JSON object a frame
        --lines          input is {"id": ..., "frame_b64": ...} a line; prints {"id", "frames"} a line
        --key HEX        SM4 key of the sender, 32 hexadecimal digits; several: the newest first
      """;

  private final JsonMapper json = JsonMapper.builder().build();
  private final FrameJson frameJson = new FrameJson(json);
  private final PrintStream out;
  private final Keys keys;

  DecodeCommand(PrintStream out) {
    this(out, Keys.NONE);
  }

  DecodeCommand(PrintStream out, Keys keys) {
    this.out = out;
    this.keys = keys;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    int status = run(List.of(arguments), System.in, out, System.err);
    if (status != 0) {
      System.exit(status);
    }
  }

  /** Returns the exit status: 2 if the arguments were not understood. */
  static int run(List<String> arguments, InputStream in, PrintStream out, PrintStream errors)
      throws IOException {
    if (arguments.contains("--help")) {
      out.print(USAGE);
      out.flush();
      return 0;
    }
    Keys keys;
    try {
      keys = keys(arguments);
    } catch (IllegalArgumentException e) {
      errors.print(USAGE);
      errors.flush();
      return 2;
    }
    DecodeCommand command = new DecodeCommand(out, keys);
    if (arguments.contains(LINES)) {
      command.decodeLines(in);
    } else {
      command.decodeBytes(in);
    }
    return 0;
  }

  private static Keys keys(List<String> arguments) {
    List<byte[]> keys = new ArrayList<>();
    for (Iterator<String> left = arguments.iterator(); left.hasNext(); ) {
      String argument = left.next();
      if (argument.equals("--key") && left.hasNext()) {
        keys.add(HexFormat.of().parseHex(left.next()));
      } else if (!argument.equals(LINES)) {
        throw new IllegalArgumentException(argument);
      }
    }
    return Keys.of(keys);
  }

  void decodeBytes(InputStream in) throws IOException {
    Hj212Stream stream = new Hj212Codec().stream(keys);
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
      return answer.set("frames", frameJson.write(new Hj212Codec().decode(bytes, keys)));
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
