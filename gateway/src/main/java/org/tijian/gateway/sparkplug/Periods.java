package org.tijian.gateway.sparkplug;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload;
import org.eclipse.tahu.protobuf.SparkplugBProto.Payload.Metric;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gathers the metrics of one message by kind and time, each as a period in our JSON. That text, and
 * not the payload, is what is kept of it: aliases could not be read later.
 */
final class Periods {
  private static final JsonMapper JSON = new JsonMapper();

  private record Key(String kind, long time, boolean historical) {}

  private final Map<Key, ObjectNode> periods = new LinkedHashMap<>();
  private final Payload payload;

  Periods(Payload payload) {
    this.payload = payload;
  }

  void add(MetricName name, Metric metric) {
    long time = metric.hasTimestamp() ? metric.getTimestamp() : payload.getTimestamp();
    Key key = new Key(name.kind(), time, metric.getIsHistorical());
    ObjectNode period = periods.computeIfAbsent(key, Periods::period);
    ObjectNode factor = period.withObject("/factors").withObject("/" + name.factor());
    if (name.property().equals("flag")) {
      factor.put("flag", metric.getStringValue());
    } else {
      Double value = number(metric);
      if (value != null) {
        factor.put(name.property(), value);
      }
    }
  }

  private static ObjectNode period(Key key) {
    ObjectNode period = JSON.createObjectNode();
    period.put("kind", key.kind());
    period.put("time", seconds(key.time()));
    if (key.historical()) {
      period.put("resent", true);
    }
    return period;
  }

  private static String seconds(long millis) {
    return Instant.ofEpochSecond(Math.floorDiv(millis, 1_000L)).toString();
  }

  /** Null for no number at all, or one that is no measured value. */
  private static @Nullable Double number(Metric metric) {
    double number =
        switch (metric.getValueCase()) {
          case INT_VALUE -> metric.getIntValue();
          case LONG_VALUE -> metric.getLongValue();
          case FLOAT_VALUE -> Double.parseDouble(Float.toString(metric.getFloatValue()));
          case DOUBLE_VALUE -> metric.getDoubleValue();
          default -> Double.NaN;
        };
    return Double.isFinite(number) ? number : null;
  }

  List<byte[]> texts() {
    List<byte[]> texts = new ArrayList<>();
    for (ObjectNode period : periods.values()) {
      texts.add(JSON.writeValueAsString(period).getBytes(StandardCharsets.UTF_8));
    }
    return texts;
  }
}
