package org.tijian.gateway.codec;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A decoded frame as JSON, with all that is needed to redo the verdict by hand. */
final class FrameJson {
  private final JsonMapper json;

  FrameJson(JsonMapper json) {
    this.json = json;
  }

  ArrayNode write(List<Decoded> frames) {
    ArrayNode array = json.createArrayNode();
    frames.forEach(frame -> array.add(write(frame)));
    return array;
  }

  ObjectNode write(Decoded decoded) {
    Inspection inspection = Inspection.of(decoded);
    Hj212Frame frame = inspection.frame();
    ObjectNode node = json.createObjectNode();
    node.put("verdict", decoded instanceof Decoded.Accepted ? "accepted" : "refused");
    node.put("standard", frame == null ? null : frame.edition());
    node.set("fields", fields(inspection.header()));
    node.set("data", data(frame));
    writeCrc(node.putObject("crc"), inspection.crc());
    writeLength(node.putObject("length"), inspection.length());
    ArrayNode defects = node.putArray("defects");
    if (decoded instanceof Decoded.Accepted accepted) {
      accepted.defects().forEach(defect -> write(defects.addObject(), defect));
    }
    node.set("reason", reason(decoded));
    return node;
  }

  private ObjectNode fields(@Nullable HeaderFields header) {
    ObjectNode node = json.createObjectNode();
    if (header != null) {
      for (String name : HeaderFields.ORDER) {
        String value = header.text(name);
        if (value != null) {
          node.put(name, value);
        }
      }
    }
    return node;
  }

  private ArrayNode data(@Nullable Hj212Frame frame) {
    ArrayNode array = json.createArrayNode();
    if (frame != null) {
      frame.data().forEach(item -> addItem(array, item));
    }
    return array;
  }

  /** An item becomes one object, or several where a name is repeated in it. */
  private static void addItem(ArrayNode array, List<Field> item) {
    ObjectNode node = array.addObject();
    for (Field field : item) {
      if (node.has(field.name())) {
        node = array.addObject();
      }
      node.put(field.name(), field.value());
    }
  }

  private static void writeCrc(ObjectNode node, Inspection.@Nullable Crc crc) {
    Hj212Crc.Kind matches = crc == null ? null : crc.matches();
    node.put("found", crc == null ? null : crc.found());
    node.put("computed", crc == null ? null : crc.computed());
    node.put("valid", matches == Hj212Crc.Kind.HJ212);
    node.put("matches", matches == null ? null : matches.word());
  }

  private static void writeLength(ObjectNode node, Inspection.@Nullable Length length) {
    node.put("declared", length == null ? null : Integer.valueOf(length.declared()));
    node.put("found", length == null ? null : length.found());
    node.put("valid", length != null && length.valid());
  }

  private static void write(ObjectNode node, Defect defect) {
    node.put("code", defect.code());
    node.put("clause", defect.clause());
    node.put("declared", defect.declared());
    node.put("found", defect.found());
  }

  private JsonNode reason(Decoded decoded) {
    if (!(decoded instanceof Decoded.Refused refused)) {
      return json.nullNode();
    }
    ObjectNode node = json.createObjectNode();
    node.put("code", refused.code());
    node.put("declared", refused.declared());
    node.put("found", refused.found());
    node.put("offset", refused.offset());
    return node;
  }
}
