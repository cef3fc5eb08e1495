package org.tijian.inspection.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTests {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17, 33})
  void everyChainIsProvenAndNothingElseIs(int size) {
    List<Leaf> leaves = leaves(size);
    MerkleTree tree = new MerkleTree(leaves);

    for (Leaf leaf : leaves) {
      Inclusion inclusion = tree.inclusion(7, leaf.visit());

      assertThat(inclusion.root(leaf.visit())).isEqualTo(tree.root());
      assertThat(inclusion.root(leaf.end())).isNotEqualTo(tree.root());
      assertThat(longer(inclusion).root(leaf.visit())).isNotEqualTo(tree.root());
    }
  }

  @Test
  void theOrderOfTheChainsDoesNotMatter() {
    List<Leaf> leaves = leaves(11);
    List<Leaf> turned = IntStream.range(0, 11).mapToObj(i -> leaves.get(10 - i)).toList();

    assertThat(new MerkleTree(turned).root()).isEqualTo(new MerkleTree(leaves).root());
  }

  @Test
  void aPathThatDoesNotLeadToThePlaceIsRefused() {
    List<Leaf> leaves = leaves(5);
    Inclusion right = new MerkleTree(leaves).inclusion(1, leaves.get(0).visit());
    Inclusion tooLong =
        new Inclusion(1, right.length(), right.end(), 4, 5, List.of("00", "00", "00"));
    Inclusion outside = new Inclusion(1, right.length(), right.end(), 5, 5, right.path());

    assertThatThrownBy(() -> tooLong.root(leaves.get(0).visit()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> outside.root(leaves.get(0).visit()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /**
   * Computed with Python 3.13's hashlib from docs/access-record.md, not with this code. The visits
   * are the ids 00000000-0000-0000-0000-00000000000N, N from 1 to 3, with N entries each; the end
   * of each chain is the SHA-256 of the digit N.
   */
  @Test
  void agreesWithATreeComputedElsewhere() {
    assertThat(new MerkleTree(leaves(3)).root())
        .isEqualTo("5180780b2eaf3594a7a346c5acd70b3d188dd42dbfc0a72cdb07d96ccbd959d6");
  }

  private static Inclusion longer(Inclusion of) {
    return new Inclusion(of.head(), of.length() + 1, of.end(), of.index(), of.size(), of.path());
  }

  private static List<Leaf> leaves(int size) {
    return IntStream.rangeClosed(1, size)
        .mapToObj(
            i ->
                new Leaf(
                    Sha256.visit(new UUID(0, i)), i, Sha256.hex(Integer.toString(i).getBytes())))
        .toList();
  }
}
