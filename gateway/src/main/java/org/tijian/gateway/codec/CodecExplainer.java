package org.tijian.gateway.codec;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.reading.Explanation;
import org.tijian.analytics.reading.Explanation.CheckSum;
import org.tijian.analytics.reading.Explanation.ExplainedDefect;
import org.tijian.analytics.reading.Explanation.ExplainedFrame;
import org.tijian.analytics.reading.Explanation.FramePart;
import org.tijian.analytics.reading.Explanation.Length;
import org.tijian.analytics.reading.FrameExplainer;
import org.tijian.analytics.reading.FrameVerdict;
import org.tijian.analytics.reading.FrameWords;
import org.tijian.analytics.site.LocalName;

/** Explains what the codec reads; found as a service, so public. */
public final class CodecExplainer implements FrameExplainer {
  /** A pasted text says nothing about the line ends of the device. */
  private static final String TAIL = "tail-not-crlf";

  private final Hj212Codec codec = new Hj212Codec();
  private final Meanings meanings = new Meanings();
  private final DataMeanings dataMeanings = new DataMeanings(meanings);

  @Override
  public Explanation explain(String text) {
    List<Decoded> decoded = List.of();
    for (byte[] bytes : PastedText.bytes(text)) {
      List<Decoded> read = codec.decode(bytes);
      if (decoded.isEmpty() || read.stream().anyMatch(d -> d instanceof Decoded.Accepted)) {
        decoded = read;
      }
    }
    return explanation(decoded.stream().map(CodecExplainer::withoutTail).toList());
  }

  @Override
  public Explanation explain(byte[] bytes, List<byte[]> keys) {
    return explanation(codec.decode(bytes, Keys.of(keys)));
  }

  private static Decoded withoutTail(Decoded decoded) {
    if (!(decoded instanceof Decoded.Accepted accepted)) {
      return decoded;
    }
    List<Defect> defects =
        accepted.defects().stream().filter(defect -> !defect.code().equals(TAIL)).toList();
    return new Decoded.Accepted(accepted.frame(), defects, accepted.bytes(), accepted.opened());
  }

  private Explanation explanation(List<Decoded> decoded) {
    return new Explanation(decoded.stream().map(this::explained).toList());
  }

  private ExplainedFrame explained(Decoded decoded) {
    Inspection inspection = Inspection.of(decoded);
    Hj212Frame frame = inspection.frame();
    boolean accepted = decoded instanceof Decoded.Accepted;
    return new ExplainedFrame(
        accepted ? "accepted" : "refused",
        frame == null ? null : frame.edition(),
        says(decoded),
        length(inspection.length()),
        checkSum(inspection.crc()),
        parts(inspection.header(), frame),
        decoded instanceof Decoded.Accepted a
            ? a.defects().stream().map(CodecExplainer::explained).toList()
            : List.of(),
        decoded instanceof Decoded.Refused refused ? refused.offset() : null);
  }

  private LocalName says(Decoded decoded) {
    if (decoded instanceof Decoded.Refused r) {
      return FrameWords.of(new FrameVerdict.Refused(r.code(), r.declared(), r.found(), r.offset()));
    }
    Decoded.Accepted accepted = (Decoded.Accepted) decoded;
    Hj212Frame frame = accepted.frame();
    LocalName command = meanings.command(frame.cn(), frame.edition());
    int defects = accepted.defects().size();
    boolean enciphered = accepted.opened() != null;
    String zh = defects == 0 ? "格式符合标准。" : "可以读取，有 %d 处与标准不同。".formatted(defects);
    String en =
        defects == 0
            ? "conforms."
            : "readable, departs from the standard in %d.".formatted(defects);
    return new LocalName(
        "%s，HJ 212-%s 格式%s；%s"
            .formatted(command.zh(), frame.edition(), enciphered ? "，已用密钥解密" : "", zh),
        "%s in the style of HJ 212-%s%s; %s"
            .formatted(
                command.en(), frame.edition(), enciphered ? ", opened with the key" : "", en));
  }

  private static ExplainedDefect explained(Defect defect) {
    return new ExplainedDefect(
        defect.code(),
        FrameWords.defect(defect.code()),
        defect.clause(),
        defect.declared(),
        defect.found());
  }

  private static Length length(Inspection.@Nullable Length length) {
    return length == null
        ? new Length(null, null, false)
        : new Length(length.declared(), length.found(), length.valid());
  }

  private static CheckSum checkSum(Inspection.@Nullable Crc crc) {
    if (crc == null) {
      return new CheckSum(null, null, false, null);
    }
    Hj212Crc.Kind kind = crc.matches();
    return new CheckSum(
        crc.found(),
        crc.computed(),
        kind == Hj212Crc.Kind.HJ212,
        kind == null ? null : kind.word());
  }

  private List<FramePart> parts(@Nullable HeaderFields header, @Nullable Hj212Frame frame) {
    List<FramePart> parts = new ArrayList<>();
    String edition = frame == null ? null : frame.edition();
    if (header != null) {
      for (String name : HeaderFields.ORDER) {
        String value = header.text(name);
        if (value != null) {
          parts.add(meanings.header(name, value, edition));
        }
      }
    }
    if (frame != null) {
      frame.data().stream()
          .flatMap(List::stream)
          .forEach(field -> parts.add(dataMeanings.of(field, frame)));
    }
    return parts;
  }
}
