package org.tijian.inspection.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tijian.inspection.chain.Misfit.Kind;

/** Whether heads are signed, follow one another, and are the published ones. */
final class HeadCheck {
  private final Map<String, HeadKey> keys;

  HeadCheck(List<HeadKey> keys) {
    this.keys =
        keys.stream()
            .filter(HeadKey::isNamedRightly)
            .collect(Collectors.toMap(HeadKey::id, Function.identity(), (a, b) -> a));
  }

  static List<Misfit> ofKeys(List<HeadKey> keys) {
    return IntStream.range(0, keys.size())
        .filter(i -> !keys.get(i).isNamedRightly())
        .mapToObj(i -> Misfit.at(Kind.KEY, i + 1L))
        .toList();
  }

  boolean signed(String key, byte[] bytes, String signature) {
    return keys.containsKey(key) && keys.get(key).signed(bytes, signature);
  }

  /** One head by itself. */
  Optional<Misfit> of(Head head) {
    if (!head.hash().equals(head.computedHash())) {
      return Optional.of(Misfit.at(Kind.HEAD_CHANGED, head.number()));
    }
    return signed(head.key(), head.bytes(), head.signature())
        ? Optional.empty()
        : Optional.of(Misfit.at(Kind.HEAD_SIGNATURE, head.number()));
  }

  /** A list of heads without gaps, from whichever it begins with. */
  List<Misfit> ofList(List<Head> heads) {
    List<Misfit> misfits = new ArrayList<>();
    for (int i = 0; i < heads.size(); i++) {
      Head head = heads.get(i);
      of(head).ifPresent(misfits::add);
      boolean fits = i == 0 ? begins(head) : follows(head, heads.get(i - 1));
      if (!fits) {
        misfits.add(Misfit.at(Kind.HEAD_ORDER, head.number()));
      }
    }
    return misfits;
  }

  private static boolean begins(Head head) {
    return head.number() > 1 || head.previous().equals(Sha256.NOTHING_BEFORE);
  }

  private static boolean follows(Head head, Head before) {
    return head.number() == before.number() + 1 && head.previous().equals(before.hash());
  }

  /** Whether the heads of a file are those that were published. */
  static List<Misfit> against(List<Head> heads, HeadList published) {
    Map<Long, Head> byNumber =
        published.heads().stream()
            .collect(Collectors.toMap(Head::number, Function.identity(), (a, b) -> a));
    return heads.stream()
        .filter(head -> !head.equals(byNumber.get(head.number())))
        .map(
            head ->
                Misfit.at(
                    byNumber.containsKey(head.number()) ? Kind.HEAD_DIFFERS : Kind.HEAD_UNKNOWN,
                    head.number()))
        .toList();
  }
}
