package org.tijian.inspection.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tijian.analytics.site.Coordinates;
import org.tijian.inspection.web.RefusedRequest;

/** At the edges of the range, and a step outside. */
class PlacePointTests {
  @ParameterizedTest
  @CsvSource({"73, 3", "136, 54", "73, 54", "136, 3", "123.4315, 41.8057"})
  void takesWhatLiesInTheRange(double longitude, double latitude) {
    assertThat(PlacePoint.checked("at", longitude, latitude))
        .isEqualTo(new Coordinates(longitude, latitude));
  }

  @ParameterizedTest
  @CsvSource(
      useHeadersInDisplayName = true,
      textBlock =
          """
          longitude, latitude, field,        says
          72.9999,   41,       at.longitude, 中国范围
          136.0001,  41,       at.longitude, 中国范围
          123,       2.9999,   at.latitude,  中国范围
          123,       54.0001,  at.latitude,  中国范围
          41.8,      123.4,    at.latitude,  填反
          -123.4,    41.8,     at.longitude, 中国范围
          NaN,       41.8,     at.longitude, 中国范围
          123.4,     NaN,      at.latitude,  中国范围
          123.4,     ,         at.latitude,  请填写
          ,          41.8,     at.longitude, 请填写
          """)
  void refusesByNameWhatDoesNot(Double longitude, Double latitude, String field, String says) {
    assertThatThrownBy(() -> PlacePoint.checked("at", longitude, latitude))
        .isInstanceOfSatisfying(
            RefusedRequest.class,
            refused -> {
              assertThat(refused.problem().field()).isEqualTo(field);
              assertThat(refused.problem().message().zh()).contains(says);
            });
  }

  @Test
  void nothingFilledInIsNoPoint() {
    assertThat(PlacePoint.checked("at", null, null)).isNull();
  }
}
