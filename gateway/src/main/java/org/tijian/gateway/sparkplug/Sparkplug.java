package org.tijian.gateway.sparkplug;

import com.google.protobuf.InvalidProtocolBufferException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.eclipse.tahu.protobuf.SparkplugBProto.DataType;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Hj212Frame;
import org.tijian.gateway.inbox.RawMessage;
import org.tijian.gateway.json.JsonPeriods;

/**
 * Reads Sparkplug B messages of registered loggers, in the order in which they came, and asks for a
 * birth where what was said before is needed and unknown: after a gap, or since this process began.
 */
public final class Sparkplug {
  private final JsonPeriods json;
  private final Map<String, EdgeNode> nodes = new HashMap<>();

  /** A batch that could not be stored comes again, and its messages must not count as a gap. */
  private final Map<RawMessage, List<Decoded>> read = new WeakHashMap<>();

  public Sparkplug(JsonPeriods json) {
    this.json = json;
  }

  public synchronized List<Decoded> read(RawMessage message, ZoneOffset offset) {
    return read.computeIfAbsent(message, m -> readOnce(m, offset));
  }

  /** A kept payload: what it says without its births. */
  public List<Decoded> readKept(String mn, byte[] bytes, ZoneOffset offset) {
    return bytes.length > 0 && bytes[0] == '{'
        ? List.of(json.read(mn, bytes, offset))
        : List.of(refused("alias-unknown", null, bytes));
  }

  private List<Decoded> readOnce(RawMessage message, ZoneOffset offset) {
    SparkplugTopic topic = SparkplugTopic.of(message.origin());
    EdgeNode node = nodes.computeIfAbsent(topic.node(), mn -> new EdgeNode());
    Payload payload;
    try {
      payload = Payload.parseFrom(message.payload());
    } catch (InvalidProtocolBufferException e) {
      return List.of(refused("sparkplug-invalid", e.getMessage(), message.payload()));
    }
    if (topic.isDeath()) {
      return List.of(died(topic, node, message));
    }
    boolean follows = node.follows(topic, payload);
    if (topic.isBirth()) {
      node.learn(payload);
    }
    List<Decoded> readings = readings(topic, node, payload, message, offset);
    boolean unnamed = readings.stream().anyMatch(Sparkplug::isUnnamed);
    if ((!follows || unnamed) && node.mayRequest(message.receivedAt())) {
      message.from().publish(SparkplugTopic.rebirth(topic.node()), rebirth(message.receivedAt()));
    }
    return readings;
  }

  private static Decoded died(SparkplugTopic topic, EdgeNode node, RawMessage message) {
    if (topic.isOfNode()) {
      node.dies();
    }
    return noted(topic, message);
  }

  private List<Decoded> readings(
      SparkplugTopic topic, EdgeNode node, Payload payload, RawMessage message, ZoneOffset offset) {
    Periods periods = new Periods(payload);
    for (Metric metric : payload.getMetricsList()) {
      String name = node.nameOf(metric);
      if (name == null) {
        String alias = Long.toUnsignedString(metric.getAlias());
        return List.of(refused("alias-unknown", alias, message.payload()));
      }
      if (!metric.getIsNull()) {
        MetricName.of(name).ifPresent(known -> periods.add(known, metric));
      }
    }
    List<Decoded> decoded = new ArrayList<>();
    for (byte[] text : periods.texts()) {
      decoded.add(json.read(topic.node(), text, offset));
    }
    return decoded.isEmpty() ? List.of(noted(topic, message)) : decoded;
  }

  private static boolean isUnnamed(Decoded decoded) {
    return decoded instanceof Decoded.Refused refused && refused.code().equals("alias-unknown");
  }

  /** Kept under the type of the message, as frames are under their command. */
  private static Decoded noted(SparkplugTopic topic, RawMessage message) {
    Hj212Frame frame =
        new Hj212Frame(
            null, null, topic.type(), null, topic.node(), null, null, null, null, List.of());
    return new Decoded.Accepted(frame, List.of(), message.payload());
  }

  private static Decoded refused(String code, @Nullable String found, byte[] bytes) {
    return new Decoded.Refused(code, null, found, 0, bytes);
  }

  private static byte[] rebirth(Instant now) {
    Metric request =
        Metric.newBuilder()
            .setName("Node Control/Rebirth")
            .setTimestamp(now.toEpochMilli())
            .setDatatype(DataType.Boolean_VALUE)
            .setBooleanValue(true)
            .build();
    return Payload.newBuilder()
        .setTimestamp(now.toEpochMilli())
        .addMetrics(request)
        .build()
        .toByteArray();
  }
}
