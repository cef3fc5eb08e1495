package org.tijian.gateway;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tijian.analytics.site.Dialect;
import org.tijian.gateway.codec.Decoded;
import org.tijian.gateway.codec.Defect;
import org.tijian.gateway.codec.Hj212Codec;
import org.tijian.gateway.codec.Keys;
import org.tijian.gateway.codec.Opened;
import org.tijian.gateway.inbox.Format;
import org.tijian.gateway.inbox.RawMessage;
import org.tijian.gateway.inbox.Wrapping;
import org.tijian.gateway.json.JsonPeriods;
import org.tijian.gateway.sparkplug.Sparkplug;

/** Reads the bytes of a message in whatever format it is written; never fails. */
final class FrameReader {
  private static final Logger log = LoggerFactory.getLogger(FrameReader.class);

  private final Hj212Codec codec = new Hj212Codec();
  private final JsonPeriods json = new JsonPeriods();
  private final Sparkplug sparkplug = new Sparkplug(json);
  private final Loggers loggers;

  FrameReader(Loggers loggers) {
    this.loggers = loggers;
  }

  List<Decoded> read(String mn, Dialect dialect, RawMessage message) {
    return guarded(
        message.payload(),
        () ->
            message.format() == Format.SPARKPLUG
                ? sparkplug.read(message, dialect.offset())
                : plain(mn, dialect, message.format(), message.payload()));
  }

  /** As kept: without what was said before it. */
  List<Decoded> readKept(String mn, Dialect dialect, Format format, byte[] bytes) {
    return guarded(
        bytes,
        () ->
            format == Format.SPARKPLUG
                ? sparkplug.readKept(mn, bytes, dialect.offset())
                : plain(mn, dialect, format, bytes));
  }

  private List<Decoded> plain(String mn, Dialect dialect, Format format, byte[] bytes) {
    return format == Format.JSON
        ? List.of(json.read(mn, bytes, dialect.offset()))
        : frames(mn, dialect, bytes);
  }

  private interface Reading {
    List<Decoded> read();
  }

  private static List<Decoded> guarded(byte[] payload, Reading reading) {
    try {
      List<Decoded> decoded = reading.read();
      return decoded.isEmpty() ? List.of(refused("no-header", null, payload)) : decoded;
    } catch (RuntimeException e) {
      log.error("a message could not be decoded", e);
      return List.of(refused("not-readable", e.toString(), payload));
    }
  }

  private List<Decoded> frames(String mn, Dialect dialect, byte[] bytes) {
    Optional<Wrapping> wrapping = Wrapping.of(bytes);
    if (wrapping.isEmpty()) {
      return opened(mn, dialect, bytes);
    }
    List<Decoded> inner = opened(mn, dialect, wrapping.get().content());
    boolean alone = inner.size() == 1;
    return inner.stream()
        .map(decoded -> wrapped(decoded, wrapping.get(), alone ? bytes : decoded.bytes()))
        .toList();
  }

  /**
   * Keys are looked up only where something is expected to be enciphered, or cannot be read: whose
   * length is that of the plain text (HJ 212-2025 does not settle it) looks cut wrongly.
   */
  private List<Decoded> opened(String mn, Dialect dialect, byte[] bytes) {
    boolean expected = dialect.cipher() != Dialect.Cipher.NONE;
    List<Decoded> plain = expected ? List.of() : codec.decode(bytes);
    if (!expected && plain.stream().noneMatch(Decoded.Refused.class::isInstance)) {
      return plain;
    }
    Keys keys = loggers.keys(mn, dialect);
    return keys.isEmpty() && !expected ? plain : codec.decode(bytes, keys);
  }

  /** To be told of frames as they arrive, not of those read again. */
  void noteKey(String mn, Decoded.Accepted accepted, Instant receivedAt) {
    Opened opened = accepted.opened();
    if (opened != null) {
      loggers.opened(mn, opened.key(), receivedAt);
    }
  }

  private static Decoded wrapped(Decoded decoded, Wrapping wrapping, byte[] bytes) {
    if (decoded instanceof Decoded.Accepted accepted) {
      List<Defect> defects = new ArrayList<>();
      defects.add(new Defect("wrapped", null, "##", wrapping.kind()));
      defects.addAll(accepted.defects());
      return new Decoded.Accepted(accepted.frame(), defects, bytes, accepted.opened());
    }
    Decoded.Refused refused = (Decoded.Refused) decoded;
    return new Decoded.Refused(
        refused.code(), refused.declared(), refused.found(), refused.offset(), bytes);
  }

  private static Decoded refused(String code, @Nullable String found, byte[] payload) {
    return new Decoded.Refused(code, null, found, 0, payload);
  }
}
