package org.tijian.analytics.framepack;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts: one text for all rows, numbers if all of them are, the number of a word in a
 * list if there are few, or the texts themselves.
 */
final class TextColumn {
  private static final int MODE_BITS = 2;
  private static final int ONE = 0;
  private static final int NUMBERS = 1;
  private static final int WORDS = 2;
  private static final int TEXTS = 3;

  private static final int STYLE_BITS = 3;
  private static final int DIGITS_BITS = 5;
  private static final int MOST_DECIMALS = 12;

  /** A list of words pays when each is used several times. */
  private static final int USES = 4;

  /** The numbers of a column, for its neighbour to the right. */
  @SuppressWarnings("ArrayRecordComponent")
  record Neighbour(int decimals, long[] numbers) {}

  private TextColumn() {}

  /**
   * @param left the numbers nearest to the left; null if there are none
   * @return the numbers for the next column, those of this one if it has any
   */
  static @Nullable Neighbour write(
      BitWriter bits, TextPool.Writer texts, List<String> column, @Nullable Neighbour left) {
    if (column.stream().allMatch(column.get(0)::equals)) {
      bits.write(ONE, MODE_BITS);
      texts.add(bits, column.get(0));
      return left;
    }
    for (Numeral numeral : Numeral.candidates(column.get(0), decimals(column))) {
      long[] numbers = numbers(column, numeral);
      if (numbers != null) {
        bits.write(NUMBERS, MODE_BITS);
        bits.write(numeral.style().ordinal(), STYLE_BITS);
        bits.write(numeral.digits(), DIGITS_BITS);
        NumberColumn.write(bits, numbers, beside(left, numeral));
        return neighbour(numeral, numbers, left);
      }
    }
    writeWords(bits, texts, column);
    return left;
  }

  private static void writeWords(BitWriter bits, TextPool.Writer texts, List<String> column) {
    Map<String, Integer> words = new LinkedHashMap<>();
    column.forEach(text -> words.putIfAbsent(text, words.size()));
    if (words.size() * USES > column.size()) {
      bits.write(TEXTS, MODE_BITS);
      column.forEach(text -> texts.add(bits, text));
      return;
    }
    bits.write(WORDS, MODE_BITS);
    bits.writeAny(words.size());
    words.keySet().forEach(word -> texts.add(bits, word));
    NumberColumn.write(bits, column.stream().mapToLong(words::get).toArray(), null);
  }

  /**
   * @param column filled
   * @return as {@link #write}
   */
  static @Nullable Neighbour read(
      BitReader bits, TextPool.Reader texts, String[] column, @Nullable Neighbour left) {
    int mode = bits.readInt(MODE_BITS);
    if (mode == ONE) {
      Arrays.fill(column, texts.next(bits));
      return left;
    }
    if (mode == NUMBERS) {
      Numeral.Style style = Numeral.Style.values()[bits.readInt(STYLE_BITS)];
      Numeral numeral = new Numeral(style, bits.readInt(DIGITS_BITS));
      long[] numbers = NumberColumn.read(bits, column.length, beside(left, numeral));
      Arrays.setAll(column, i -> numeral.text(numbers[i]));
      return neighbour(numeral, numbers, left);
    }
    if (mode == TEXTS) {
      Arrays.setAll(column, i -> texts.next(bits));
      return left;
    }
    String[] words = new String[(int) bits.readAny()];
    Arrays.setAll(words, i -> texts.next(bits));
    long[] numbers = NumberColumn.read(bits, column.length, null);
    Arrays.setAll(column, i -> words[(int) numbers[i]]);
    return left;
  }

  private static long @Nullable [] numbers(List<String> column, Numeral numeral) {
    long[] numbers = new long[column.size()];
    for (int i = 0; i < numbers.length; i++) {
      OptionalLong number = numeral.number(column.get(i));
      if (number.isEmpty()) {
        return null;
      }
      numbers[i] = number.getAsLong();
    }
    return numbers;
  }

  private static int decimals(List<String> column) {
    int most = 0;
    for (String text : column) {
      int point = text.indexOf('.');
      most = point < 0 ? most : Math.max(most, text.length() - point - 1);
    }
    return Math.min(most, MOST_DECIMALS);
  }

  private static boolean isMeasured(Numeral numeral) {
    return numeral.style() == Numeral.Style.FIXED || numeral.style() == Numeral.Style.SHORTENED;
  }

  private static long @Nullable [] beside(@Nullable Neighbour left, Numeral numeral) {
    return left != null && isMeasured(numeral) && left.decimals() == numeral.digits()
        ? left.numbers()
        : null;
  }

  private static @Nullable Neighbour neighbour(
      Numeral numeral, long[] numbers, @Nullable Neighbour left) {
    return isMeasured(numeral) ? new Neighbour(numeral.digits(), numbers) : left;
  }
}
