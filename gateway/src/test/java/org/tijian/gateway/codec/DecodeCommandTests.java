package org.tijian.gateway.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DecodeCommandTests {
  private final JsonMapper json = JsonMapper.builder().build();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final DecodeCommand command =
      new DecodeCommand(new PrintStream(printed, true, StandardCharsets.UTF_8));

  @Test
  void answersEachLineWithItsFrames() throws IOException {
    String frame = Base64.getEncoder().encodeToString(Vectors.of("V001").bytes());

    List<JsonNode> answers = lines("{\"id\":\"a\",\"frame_b64\":\"%s\"}\n".formatted(frame));

    JsonNode answer = answers.get(0);
    assertThat(answer.get("id").stringValue()).isEqualTo("a");
    JsonNode decoded = answer.get("frames").get(0);
    assertThat(decoded.toString())
        .isEqualTo(
            """
            {"verdict":"accepted","standard":"2017","fields":{"QN":"20160801085857223","ST":"32",\
            "CN":"1062","PW":"100000","MN":"010000A8900016F000169DC0","Flag":"5"},\
            "data":[{"RtdInterval":"30"}],"crc":{"found":"1C80","computed":"1C80","valid":true,\
            "matches":"hj212"},"length":{"declared":101,"found":101,"valid":true},"defects":[],\
            "reason":null}""");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          nonsense                       |      | not-json
          []                             |      | not-json
          {"id":7}                       | 7    | frame-missing
          {"id":"x","frame_b64":"a b !"} | x    | not-base64
          {"frame_b64":3}                |      | frame-missing
          """)
  void answersABadLineWithAnErrorAndGoesOn(String line, String id, String code) throws IOException {
    List<JsonNode> answers = lines(line + "\n{\"id\":1,\"frame_b64\":\"\"}\n");

    assertThat(answers).hasSize(2);
    assertThat(answers.get(0).get("id").asString(null)).isEqualTo(id);
    assertThat(answers.get(0).get("error").get("code").stringValue()).isEqualTo(code);
    assertThat(answers.get(1).get("frames")).isEmpty();
  }

  @Test
  void printsOneObjectPerFrameOfAByteStream() throws IOException {
    command.decodeBytes(new ByteArrayInputStream(Vectors.of("V155").bytes()));

    assertThat(output()).hasSize(3);
  }

  @Test
  void showsWhatWasDeclaredAndFound() throws IOException {
    command.decodeBytes(new ByteArrayInputStream(Vectors.of("V132").bytes()));

    JsonNode reason = output().get(0).get("reason");
    assertThat(reason.get("code").stringValue()).isEqualTo("length-mismatch");
    assertThat(reason.get("declared").stringValue()).isEqualTo("0162");
    assertThat(reason.get("found").stringValue()).isEqualTo("158");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "--lines"})
  void opensEnciphered(String option) throws IOException {
    String base64 = Base64.getEncoder().encodeToString(Vectors.of("V005").bytes());
    byte[] input =
        option.isEmpty()
            ? Vectors.of("V005").bytes()
            : "{\"id\":1,\"frame_b64\":\"%s\"}".formatted(base64).getBytes(StandardCharsets.UTF_8);
    List<String> arguments =
        new ArrayList<>(List.of("--key", "31".repeat(16), "--key", "30".repeat(16)));
    if (!option.isEmpty()) {
      arguments.add(option);
    }

    assertThat(run(arguments, input)).isZero();

    JsonNode answer = output().get(0);
    JsonNode frame = option.isEmpty() ? answer : answer.get("frames").get(0);
    assertThat(frame.get("verdict").stringValue()).isEqualTo("accepted");
    assertThat(frame.get("crc").get("computed").stringValue()).isEqualTo("2200");
    assertThat(frame.get("length").get("found").intValue()).isEqualTo(295);
  }

  @ParameterizedTest
  @ValueSource(strings = {"--key", "--key 30", "--key nonsense", "--line"})
  void refusesArgumentsItDoesNotUnderstand(String arguments) throws IOException {
    assertThat(run(List.of(arguments.split(" ")), new byte[0])).isEqualTo(2);
    assertThat(output()).isEmpty();
  }

  private int run(List<String> arguments, byte[] input) throws IOException {
    PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
    PrintStream errors =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return DecodeCommand.run(arguments, new ByteArrayInputStream(input), out, errors);
  }

  private List<JsonNode> lines(String input) throws IOException {
    command.decodeLines(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    return output();
  }

  private List<JsonNode> output() {
    return printed.toString(StandardCharsets.UTF_8).lines().map(json::readTree).toList();
  }
}
