package org.tijian.inspection.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BenchesTests {

  @Test
  void everyMeasurementThatIsListedCanBeRun() throws Exception {
    List<String[]> listed = listed();

    assertThat(listed)
        .extracting(line -> line[0])
        .doesNotHaveDuplicates()
        .contains("seal", "match", "lists", "lighthouse");
    for (String[] line : listed) {
      assertThat(line).as(String.join(" ", line)).hasSize(3);
      assertThat(Class.forName(line[1]).getMethod("main", String[].class).getModifiers())
          .as(line[0])
          .matches(Modifier::isStatic);
    }
  }

  private static List<String[]> listed() throws IOException {
    StringBuilder text = new StringBuilder();
    for (URL file :
        Collections.list(
            BenchesTests.class.getClassLoader().getResources("META-INF/tijian/benches"))) {
      try (InputStream in = file.openStream()) {
        text.append(new String(in.readAllBytes(), StandardCharsets.UTF_8)).append('\n');
      }
    }
    return text.toString()
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.strip().split("\\s+", 3))
        .toList();
  }
}
