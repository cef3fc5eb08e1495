package org.tijian.inspection.place;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.Coordinates;
import org.tijian.inspection.account.Account;

/** Where an enterprise and its outlets are, as somebody tapped or typed it. */
@RestController
class PointController {
  private final PointDesk desk;

  PointController(PointDesk desk) {
    this.desk = desk;
  }

  @PostMapping("/api/enterprise/point")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void site(@AuthenticationPrincipal Account account, @RequestBody PointRequest request) {
    desk.site(account, request.checked(), request.isSure());
  }

  @PostMapping("/api/outlets/{id}/point")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void outlet(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestBody PointRequest request) {
    desk.outlet(account, id, request.checked(), request.isSure());
  }

  /**
   * A point on the wire; without one it is taken away.
   *
   * @param sure that it is right although it is far from where it belongs
   */
  record PointRequest(@Nullable Point at, @Nullable Boolean sure) {
    @Nullable Coordinates checked() {
      return at == null ? null : PlacePoint.checked("at", at.longitude(), at.latitude());
    }

    boolean isSure() {
      return Boolean.TRUE.equals(sure);
    }
  }

  /** WGS-84, in degrees. */
  record Point(@Nullable Double longitude, @Nullable Double latitude) {}
}
