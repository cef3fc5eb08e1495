package org.tijian.gateway.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.site.Dialect.Cipher;
import org.tijian.analytics.site.Dialect.Edition;

class SettingsTests {

  @Test
  void goesLiveWithTheHealthyTurbineByDefault() {
    EmulatorSettings settings = settings("--mn M1 --password p");

    EmulatorSettings.Device device = settings.devices().get(0);
    assertThat(device.profile()).isEqualTo(Profile.TURBINE_A);
    assertThat(device.historyFrom()).isNull();
    assertThat(device.topic()).isEqualTo("tijian/v1/M1/hj212");
    assertThat(settings.live()).isTrue();
    assertThat(settings.broker()).isEqualTo("tcp://127.0.0.1:1883");
    assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(30));
    assertThat(settings.runFor()).isNull();
    assertThat(settings.ackedLog()).isNull();
  }

  @Test
  void readsEveryArgument() {
    EmulatorSettings settings =
        settings(
            "--broker mqtt://h:1 --mn M1 --password p --outlet turbine-b --interval 5 --seconds 9"
                + " --from 2026-10-24T00:00:00Z --acked-log f");

    assertThat(settings.broker()).isEqualTo("tcp://h:1");
    assertThat(settings.devices().get(0).profile()).isEqualTo(Profile.TURBINE_B);
    assertThat(settings.devices().get(0).historyFrom()).isEqualTo("2026-10-24T00:00:00Z");
    assertThat(settings.live()).isFalse();
    assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.runFor()).isEqualTo(Duration.ofSeconds(9));
    assertThat(settings.ackedLog()).hasFileName("f");
  }

  @Test
  void readsHowTheLoggerSpeaksAndWhatIsWrongWithIt() {
    EmulatorSettings settings =
        settings(
            "--tcp h:1 --mn M1 --edition 2025 --cipher text --key 30303030303030303030303030303030"
                + " --fault gap --fault lower-crc --seed 9 --gap-from 2026-10-24T00:00:00Z"
                + " --gap-hours 6 --answers --access-password 654321 --sheet f");

    Manner manner = settings.devices().get(0).manner();
    assertThat(settings.overTcp()).isTrue();
    assertThat(settings.sheet()).hasFileName("f");
    assertThat(manner.edition()).isEqualTo(Edition.E2025);
    assertThat(manner.cipher()).isEqualTo(Cipher.SM4_TEXT);
    assertThat(manner.faults()).containsExactlyInAnyOrder(Fault.GAP, Fault.LOWER_CRC);
    assertThat(manner.seed()).isEqualTo(9);
    assertThat(manner.wantsAnswers()).isTrue();
    assertThat(manner.accessPassword()).isEqualTo("654321");
    assertThat(manner.cut().until()).isEqualTo("2026-10-24T06:00:00Z");
    assertThat(settings.toString()).doesNotContain("3030");
  }

  @Test
  void takesThePasswordFromTheEnvironment() {
    EmulatorSettings settings =
        new Arguments("--mn", "M1").settings(Map.of("TIJIAN_DEVICE_PASSWORD", "secret"));

    assertThat(settings.devices().get(0).password()).isEqualTo("secret");
    assertThat(settings.toString()).doesNotContain("secret");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          --mn M1                                | --password or the variable TIJIAN_DEVICE_PASSWORD is missing
          --password p                           | --mn is missing
          --mn M1 --password                     | --password wants a value
          --mn M1 --password p --outlet c        | no profile 'c'; there are [turbine-a, turbine-b]
          --mn M1 --password p --from yesterday  | --from 'yesterday' is no time such as 2026-10-24T00:00:00Z
          --mn M1 --password p --seconds 0       | --seconds '0' is no number of seconds
          --mn M1/# --password p                 | 'M1/#' is no device id
          --mn M1 --password p --broker there    | 'there' is no broker address such as tcp://127.0.0.1:1883
          --nonsense                             | unknown argument --nonsense
          --mn M1 --password p --edition 1999    | edition '1999' is not 2005, 2017 or 2025
          --mn M1 --password p --fault rust      | no fault 'rust'; see --help
          --mn M1 --password p --cipher text     | a cipher wants a key and edition 2025
          --mn M1 --password p --fault gap       | the fault gap wants to know from when
          """)
  void saysWhatIsWrongWithAnArgument(String arguments, String message) {
    assertThatThrownBy(() -> settings(arguments))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void readsTheLineOfAnotherProcess() {
    EmulatorSettings settings =
        json(
            """
            {"broker":"tcp://127.0.0.1:1883","live":true,"devices":[\
            {"mn":"M1","password":"p1","profile":"turbine-a","historyFrom":"2026-10-24T00:00:00Z"},\
            {"mn":"M2","password":"p2","profile":"turbine-b","historyFrom":null}]}""");

    assertThat(settings.devices()).hasSize(2);
    assertThat(settings.devices().get(0).historyFrom())
        .isEqualTo(Instant.parse("2026-10-24T00:00:00Z"));
    assertThat(settings.devices().get(1).historyFrom()).isNull();
    assertThat(settings.live()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense                                                  | the settings are no JSON object in one line
          {"broker":"tcp://h:1","devices":[]}                       | the settings name no device
          {"broker":"tcp://h:1","devices":[{"mn":"M","profile":"turbine-a"}]} | the settings lack the text 'password'
          """)
  void saysWhatIsWrongWithTheLine(String line, String message) {
    assertThatThrownBy(() -> json(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static EmulatorSettings settings(String arguments) {
    return new Arguments(arguments.split(" ")).settings(Map.of());
  }

  private static EmulatorSettings json(String line) {
    return JsonSettings.read(line, Duration.ofSeconds(30), null, null);
  }
}
