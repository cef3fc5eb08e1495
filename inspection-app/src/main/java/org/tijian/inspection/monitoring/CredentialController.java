package org.tijian.inspection.monitoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tijian.analytics.site.Device;
import org.tijian.analytics.site.LocalName;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.web.RefusedRequest;

/** Passwords of loggers, issued and revoked by the enterprise's director alone. */
@RestController
@RequestMapping("/api/outlets/{id}/credentials")
class CredentialController {
  private static final int MOST_VALID = 20;

  private final OutletAccess access;
  private final SiteRegister register;
  private final CredentialViews views;

  CredentialController(OutletAccess access, SiteRegister register, CredentialViews views) {
    this.access = access;
    this.register = register;
    this.views = views;
  }

  /**
   * @param mn one of the outlet's loggers; null for the first
   */
  record Wanted(@NotBlank @Size(max = 60) String label, @Nullable String mn) {}

  @GetMapping
  CredentialViews.Credentials list(
      @AuthenticationPrincipal Account account, @PathVariable long id) {
    return views.of(access.own(account, id));
  }

  @PostMapping
  CredentialViews.Issued issue(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @RequestBody @Valid Wanted wanted) {
    Outlet outlet = access.own(account, id);
    Device device = device(outlet, wanted.mn());
    requireRoom(device);
    return views.issued(
        outlet, device, register.issueCredential(device.mn(), wanted.label().strip()));
  }

  private Device device(Outlet outlet, @Nullable String mn) {
    return register.devices(outlet.id()).stream()
        .filter(device -> mn == null || device.mn().equals(mn))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedRequest.invalid(
                    "mn", new LocalName("该排放口没有这台数采仪。", "The outlet has no such data logger.")));
  }

  private void requireRoom(Device device) {
    long valid =
        register.credentials(device.mn()).stream().filter(each -> each.revokedAt() == null).count();
    if (valid >= MOST_VALID) {
      throw new RefusedRequest(
          409,
          "too-many-credentials",
          new LocalName(
              "有效口令已达 %d 个，请先停用不再使用的。".formatted(MOST_VALID),
              "There are %d valid passwords. Revoke those no longer used.".formatted(MOST_VALID)));
    }
  }

  @DeleteMapping("/{credentialId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal Account account,
      @PathVariable long id,
      @PathVariable long credentialId) {
    List<Device> devices = register.devices(access.own(account, id).id());
    Device holder =
        devices.stream()
            .filter(device -> has(device, credentialId))
            .findFirst()
            .orElseThrow(RefusedRequest::noAccess);
    register.revokeCredential(holder.mn(), credentialId);
  }

  private boolean has(Device device, long credentialId) {
    return register.credentials(device.mn()).stream().anyMatch(each -> each.id() == credentialId);
  }
}
