package org.tijian.analytics.pack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of marks: the distinct ones, then the place of each; nothing if all are normal. */
final class PackedMarks {
  static final String NORMAL = "N";

  private PackedMarks() {}

  static void write(ByteWriter out, String[] marks) {
    List<String> distinct = new ArrayList<>(List.of(NORMAL));
    long[] places = new long[marks.length];
    for (int i = 0; i < marks.length; i++) {
      int place = distinct.indexOf(marks[i]);
      if (place < 0) {
        place = distinct.size();
        distinct.add(marks[i]);
      }
      places[i] = place;
    }
    if (distinct.size() == 1) {
      return;
    }
    out.unsigned(distinct.size() - 1);
    for (String mark : distinct.subList(1, distinct.size())) {
      byte[] text = mark.getBytes(StandardCharsets.UTF_8);
      out.unsigned(text.length);
      out.all(text);
    }
    PackedLongs.write(out, places);
  }

  static String[] read(ByteReader in, int count) {
    String[] marks = new String[count];
    if (in.isAtEnd()) {
      Arrays.fill(marks, NORMAL);
      return marks;
    }
    List<String> distinct = new ArrayList<>(List.of(NORMAL));
    for (int rest = in.length(); rest > 0; rest--) {
      distinct.add(new String(in.all(in.length()), StandardCharsets.UTF_8));
    }
    long[] places = PackedLongs.read(in, count);
    for (int i = 0; i < count; i++) {
      marks[i] = distinct.get((int) places[i]);
    }
    return marks;
  }
}
