package org.tijian.gateway.json;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Field;
import org.tijian.gateway.codec.Hj212Frame;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a period in JSON into the same words that HJ 212 has for it, so that everything behind
 * treats both alike.
 */
public final class JsonPeriods {
  private static final int MOST_BYTES = 64 * 1024;
  private static final Map<String, String> COMMANDS =
      Map.of("realtime", "2011", "minute", "2051", "hour", "2061", "day", "2031");
  private static final DateTimeFormatter DATA_TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

  private final JsonMapper mapper = new JsonMapper();
  private final Schema schema = schema();

  private static Schema schema() {
    try (InputStream text = JsonPeriods.class.getResourceAsStream("period.schema.json")) {
      String read = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(read, InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param mn the logger that sent it
   * @param offset zone in which the result writes its DataTime
   * @return a refusal names the place in the message, for example {@code /factors/a21026/avg}
   */
  public Decoded read(String mn, byte[] message, ZoneOffset offset) {
    if (message.length > MOST_BYTES) {
      return refused("/: longer than 65536 bytes", message);
    }
    try {
      JsonNode root = mapper.readTree(message);
      List<Error> errors = schema.validate(root);
      return errors.isEmpty() ? accepted(mn, root, offset, message) : refused(errors, message);
    } catch (JacksonException e) {
      return refused("/: " + e.getOriginalMessage(), message);
    } catch (DateTimeException e) {
      return refused("/time: " + e.getMessage(), message);
    }
  }

  private static Decoded refused(List<Error> errors, byte[] message) {
    Error first = errors.get(0);
    String path = first.getInstanceLocation().toString();
    return refused((path.isEmpty() ? "/" : path) + ": " + first.getMessage(), message);
  }

  private static Decoded refused(String reason, byte[] message) {
    return new Decoded.Refused("json-invalid", null, reason, 0, message);
  }

  private static Decoded accepted(String mn, JsonNode root, ZoneOffset offset, byte[] message) {
    OffsetDateTime time = OffsetDateTime.parse(root.get("time").asString());
    String local = DATA_TIME.format(time.withOffsetSameInstant(offset));
    List<List<Field>> data = new ArrayList<>();
    data.add(List.of(new Field("DataTime", local)));
    root.get("factors")
        .properties()
        .forEach(factor -> data.add(fields(factor.getKey(), factor.getValue())));
    boolean resent = root.path("resent").asBoolean(false);
    String command = Objects.requireNonNull(COMMANDS.get(root.get("kind").asString()));
    Hj212Frame frame =
        new Hj212Frame(null, null, command, null, mn, null, null, null, resent ? 1 : null, data);
    return new Decoded.Accepted(frame, List.of(), message);
  }

  private static List<Field> fields(String factor, JsonNode values) {
    List<Field> fields = new ArrayList<>();
    values
        .properties()
        .forEach(
            value ->
                fields.add(
                    new Field(factor + "-" + named(value.getKey()), value.getValue().asString())));
    return fields;
  }

  /** {@code zsAvg} is HJ 212's {@code ZsAvg}. */
  private static String named(String property) {
    return Character.toUpperCase(property.charAt(0)) + property.substring(1);
  }
}
