package org.tijian.inspection.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The tree over the ends of all chains, as RFC 6962 section 2.1 builds it: one hash for all, and
 * for each chain a short proof that it is in it which tells nothing of the others.
 */
public final class MerkleTree {
  private static final byte[] NODE = {1};
  private static final HexFormat HEX = HexFormat.of();

  private final List<Leaf> leaves;

  /**
   * @param leaves in any order, at least one; they are put in order of the visits' hashes
   */
  public MerkleTree(List<Leaf> leaves) {
    this.leaves = leaves.stream().sorted(Comparator.comparing(Leaf::visit)).toList();
  }

  public String root() {
    return HEX.formatHex(root(0, leaves.size()));
  }

  /** The proof for the chain of a visit, which must be among the leaves. */
  public Inclusion inclusion(long head, String visit) {
    int index = 0;
    while (!leaves.get(index).visit().equals(visit)) {
      index++;
    }
    List<String> path = new ArrayList<>();
    collect(index, 0, leaves.size(), path);
    Leaf leaf = leaves.get(index);
    return new Inclusion(head, leaf.length(), leaf.end(), index, leaves.size(), path);
  }

  private byte[] root(int from, int until) {
    if (until - from == 1) {
      return leaves.get(from).hash();
    }
    int middle = from + split(until - from);
    return node(root(from, middle), root(middle, until));
  }

  private void collect(int index, int from, int until, List<String> path) {
    if (until - from == 1) {
      return;
    }
    int middle = from + split(until - from);
    if (index < middle) {
      collect(index, from, middle, path);
      path.add(HEX.formatHex(root(middle, until)));
    } else {
      collect(index, middle, until, path);
      path.add(HEX.formatHex(root(from, middle)));
    }
  }

  static byte[] node(byte[] left, byte[] right) {
    return Sha256.of(NODE, left, right);
  }

  /** The largest power of two that is smaller than the number of leaves. */
  static int split(int size) {
    return Integer.highestOneBit(size - 1);
  }
}
