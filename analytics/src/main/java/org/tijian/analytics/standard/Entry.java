package org.tijian.analytics.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One mapping of a YAML file, read strictly: an unknown key, a missing one or one of the wrong kind
 * is an error that names file, entry and key.
 *
 * @param file for messages
 * @param where the entry within the file, for example the id of a rule; empty for the file itself
 */
record Entry(String file, String where, JsonNode node) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  static Entry ofResource(String resource) {
    try (InputStream in = Entry.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new RuleBookException(resource + " is not there", "");
      }
      return ofText(
          resource, new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Entry ofText(String file, String yaml) {
    try {
      return of(file, "", YAML.readTree(yaml));
    } catch (JacksonException e) {
      throw new RuleBookException(
          "%s: not YAML: %s".formatted(file, e.getOriginalMessage()), "", lineOf(e));
    }
  }

  private static int lineOf(JacksonException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private static Entry of(String file, String where, JsonNode node) {
    Entry entry = new Entry(file, where, node);
    if (!node.isObject()) {
      throw new RuleBookException(entry.place() + ": a mapping is expected", where);
    }
    return entry;
  }

  /**
   * @return this, if it has no other keys
   */
  Entry only(String... keys) {
    return only(Set.of(keys));
  }

  Entry only(Set<String> keys) {
    for (String key : keys()) {
      if (!keys.contains(key)) {
        throw wrong(key, "is not known here");
      }
    }
    return this;
  }

  List<String> keys() {
    return List.copyOf(node.propertyNames());
  }

  boolean has(String key) {
    return node.has(key);
  }

  String text(String key) {
    String text = optionalText(key);
    if (text == null || text.isBlank()) {
      throw wrong(key, "is missing");
    }
    return text;
  }

  @Nullable String optionalText(String key) {
    JsonNode value = node.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.isValueNode()) {
      throw wrong(key, "must be a text");
    }
    return value.asString();
  }

  /** A word of a rule file, such as {@code unverified}, or a constant as it stands. */
  <E extends Enum<E>> E oneOf(String key, Class<E> type) {
    String text = text(key);
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(text.replace('-', '_'))) {
        return constant;
      }
    }
    throw wrong(key, "is none of %s: %s".formatted(List.of(type.getEnumConstants()), text));
  }

  /** This mapping as a text in both languages. */
  LocalName localName() {
    only("zh", "en");
    return new LocalName(text("zh"), text("en"));
  }

  boolean flag(String key) {
    JsonNode value = node.path(key);
    if (!value.isBoolean()) {
      throw wrong(key, "must be true or false");
    }
    return value.asBoolean();
  }

  boolean isFlag(String key) {
    return node.path(key).isBoolean();
  }

  double number(String key) {
    JsonNode value = node.path(key);
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw wrong(key, "must be a number");
    }
    return value.asDouble();
  }

  /** A text of the mapping may be a mapping itself. */
  boolean isText(String key) {
    return node.path(key).isString();
  }

  List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(key)) {
      if (!value.isString()) {
        throw wrong(key, "must be a list of texts");
      }
      texts.add(value.asString());
    }
    return texts;
  }

  Optional<Entry> entry(String key) {
    return has(key) ? Optional.of(of(file, at(key), node.path(key))) : Optional.empty();
  }

  List<Entry> entries(String key) {
    List<Entry> entries = new ArrayList<>();
    for (JsonNode value : list(key)) {
      entries.add(of(file, at("%s[%d]".formatted(key, entries.size())), value));
    }
    return entries;
  }

  /** The same entry, called by its id in messages. */
  Entry named(String id) {
    return new Entry(file, id, node);
  }

  RuleBookException wrong(String key, String what) {
    return new RuleBookException("%s: '%s' %s".formatted(place(), key, what), at(key));
  }

  private JsonNode list(String key) {
    JsonNode list = node.path(key);
    if (!list.isArray()) {
      throw wrong(key, list.isMissingNode() ? "is missing" : "must be a list");
    }
    return list;
  }

  private String at(String key) {
    return where.isEmpty() ? key : where + "." + key;
  }

  private String place() {
    return where.isEmpty() ? file : file + ", " + where;
  }
}
