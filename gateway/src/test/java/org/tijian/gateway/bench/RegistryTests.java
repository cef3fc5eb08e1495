package org.tijian.gateway.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Modifier;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegistryTests {

  @Test
  void everyMeasurementThatIsListedCanBeRun() throws Exception {
    List<Registry.Entry> entries = Registry.read();

    assertThat(entries).extracting(Registry.Entry::name).doesNotHaveDuplicates().contains("idle");
    for (Registry.Entry entry : entries) {
      assertThat(Class.forName(entry.main()).getMethod("main", String[].class).getModifiers())
          .as(entry.name())
          .matches(Modifier::isStatic);
    }
  }

  @Test
  void aLineThatLacksAPartIsTold() {
    assertThatThrownBy(() -> Registry.entry("idle some.Class"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("idle some.Class");
  }
}
