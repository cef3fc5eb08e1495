package org.tijian.inspection.chain;

import java.util.HexFormat;
import java.util.List;

/**
 * The proof that a head speaks of a chain.
 *
 * @param head number of the head
 * @param length how many entries the chain had
 * @param end hash of the last of them
 * @param index place of the chain among all, from 0
 * @param size number of all chains
 * @param path hashes beside the way from the leaf to the root
 */
public record Inclusion(
    long head, long length, String end, int index, int size, List<String> path) {

  /**
   * The root that follows for this visit.
   *
   * @throws IllegalArgumentException if the path has not the length that the place asks for, or
   *     something in it is no hash
   */
  String root(String visit) {
    byte[] leaf = new Leaf(visit, length, end).hash();
    return HexFormat.of().formatHex(root(leaf, index, size, path.size()));
  }

  /** Walks down from the root; {@code rest} says how much of the path is still above. */
  private byte[] root(byte[] leaf, int place, int leaves, int rest) {
    if (place < 0 || place >= leaves || (leaves == 1) != (rest == 0)) {
      throw new IllegalArgumentException("the path does not lead to the place");
    }
    if (leaves == 1) {
      return leaf;
    }
    byte[] beside = HexFormat.of().parseHex(path.get(rest - 1));
    int split = MerkleTree.split(leaves);
    return place < split
        ? MerkleTree.node(root(leaf, place, split, rest - 1), beside)
        : MerkleTree.node(beside, root(leaf, place - split, leaves - split, rest - 1));
  }
}
