package org.tijian.inspection.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.inspection.chain.Misfit.Kind;

/** Holds a downloaded access record against itself, its signed heads and the published ones. */
public final class RecordCheck {
  private RecordCheck() {}

  /**
   * What came out.
   *
   * @param entries how many entries there are
   * @param covered how many of them the newest head of the file speaks of
   * @param misfits empty if everything fits; the first is where to look
   */
  public record Result(long entries, long covered, List<Misfit> misfits) {
    public boolean fits() {
      return misfits.isEmpty();
    }
  }

  /**
   * @param published as kept or fetched by whoever checks; null to do without
   */
  public static Result of(AccessFile file, @Nullable HeadList published) {
    List<Misfit> misfits = new ArrayList<>(ChainCheck.of(file.visit(), file.entries()));
    // Keys that come with the published heads count; those in the file are only believed alone.
    List<HeadKey> keys = published == null ? file.keys() : published.keys();
    misfits.addAll(HeadCheck.ofKeys(keys));
    HeadCheck heads = new HeadCheck(keys);
    if (published == null) {
      file.heads().forEach(head -> heads.of(head).ifPresent(misfits::add));
    } else {
      misfits.addAll(heads.ofList(published.heads()));
      misfits.addAll(HeadCheck.against(file.heads(), published));
    }
    misfits.addAll(inclusions(file));
    misfits.addAll(certificates(file, heads));
    long covered = file.inclusions().stream().mapToLong(Inclusion::length).max().orElse(0);
    return new Result(
        file.entries().size(), Math.min(covered, file.entries().size()), List.copyOf(misfits));
  }

  /**
   * Says from the first head that does not fit back to the last that does: between lies the change.
   */
  private static List<Misfit> inclusions(AccessFile file) {
    Map<Long, Head> heads =
        file.heads().stream()
            .collect(Collectors.toMap(Head::number, Function.identity(), (a, b) -> a));
    Map<Long, Entry> entries =
        file.entries().stream()
            .collect(Collectors.toMap(Entry::position, Function.identity(), (a, b) -> a));
    List<Misfit> misfits = new ArrayList<>();
    long fitting = 0;
    for (Inclusion inclusion : file.inclusions()) {
      Optional<Misfit> misfit = of(file, inclusion, heads.get(inclusion.head()), entries, fitting);
      misfit.ifPresent(misfits::add);
      fitting = misfit.isPresent() ? fitting : inclusion.length();
    }
    return misfits;
  }

  private static Optional<Misfit> of(
      AccessFile file,
      Inclusion inclusion,
      @Nullable Head head,
      Map<Long, Entry> entries,
      long fitting) {
    if (head == null || !leads(inclusion, file.visit(), head)) {
      return Optional.of(Misfit.at(Kind.PROOF, inclusion.head()));
    }
    Entry last = entries.get(inclusion.length());
    if (last == null) {
      long kept = entries.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
      return Optional.of(
          kept < inclusion.length()
              ? new Misfit(Kind.SHORTENED, kept + 1, inclusion.length())
              : Misfit.at(Kind.PROOF, inclusion.head()));
    }
    return last.hash().equals(inclusion.end())
        ? Optional.empty()
        : Optional.of(new Misfit(Kind.REWRITTEN, fitting + 1, inclusion.length()));
  }

  private static boolean leads(Inclusion inclusion, String visit, Head head) {
    try {
      return inclusion.size() == head.chains() && inclusion.root(visit).equals(head.root());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static List<Misfit> certificates(AccessFile file, HeadCheck heads) {
    return file.certificates().stream()
        .filter(
            certificate ->
                !heads.signed(certificate.key(), certificate.bytes(), certificate.signature())
                    || !certificate.visit().equals(file.visit())
                    || file.entries().stream().noneMatch(entry -> saysTheSame(entry, certificate)))
        .map(certificate -> Misfit.at(Kind.CERTIFICATE, certificate.position()))
        .toList();
  }

  private static boolean saysTheSame(Entry entry, Certificate certificate) {
    return entry.position() == certificate.position()
        && entry.hash().equals(certificate.entry())
        && entry.what().equals("key-destroyed")
        && entry.detail().equals(certificate.destroyedKey())
        && entry.why().equals(certificate.reason())
        && entry.at().equals(certificate.at());
  }
}
