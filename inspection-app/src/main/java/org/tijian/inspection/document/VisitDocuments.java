package org.tijian.inspection.document;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.Outlet;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.request.Appointment;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.Input;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.HandedIn;
import org.tijian.inspection.vault.VaultDoor;

/** What of an enterprise's documents its experts have before them, and what is still missing. */
@Service
class VisitDocuments {
  private final VaultDoor door;
  private final HandedIn handedIn;
  private final Documents documents;
  private final Needs needs;
  private final SiteRegister register;
  private final Clock clock;

  VisitDocuments(
      VaultDoor door,
      HandedIn handedIn,
      Documents documents,
      Needs needs,
      SiteRegister register,
      Clock clock) {
    this.door = door;
    this.handedIn = handedIn;
    this.documents = documents;
    this.needs = needs;
    this.register = register;
    this.clock = clock;
  }

  View of(Account account, UUID checkupId) {
    Checkup checkup = door.enter(account, checkupId, Right.READ_REVIEW);
    List<Handed> handed = handedIn.of(checkupId).stream().map(this::handed).toList();
    return new View(needs.of(outlets(checkup), newest(handed), days(checkup)), handed);
  }

  Handed handIn(Account director, UUID checkupId, @Nullable UUID documentId) {
    return handed(
        handedIn.add(director, checkupId, () -> Input.required("documentId", documentId)));
  }

  Documents.File read(Account account, UUID checkupId, UUID documentId) {
    return documents.file(handedIn.read(account, checkupId, documentId));
  }

  private List<Outlet> outlets(Checkup checkup) {
    return checkup.scope().outletIds().stream()
        .map(register::outlet)
        .flatMap(Optional::stream)
        .toList();
  }

  private Need.Days days(Checkup checkup) {
    LocalDate today = BeijingTime.dateOf(clock.instant());
    Appointment appointment = checkup.appointment();
    return new Need.Days(
        today, appointment == null ? null : BeijingTime.dateOf(appointment.startsAt()));
  }

  /** Of every document the version that was handed in last. */
  private static List<DocumentView.Version> newest(List<Handed> handed) {
    Map<UUID, DocumentView.Version> papers = new LinkedHashMap<>();
    handed.stream()
        .filter(each -> !each.destroyed())
        .forEach(each -> papers.put(each.paperId(), each.version()));
    return List.copyOf(papers.values());
  }

  private Handed handed(HandedIn.Entry entry) {
    DocumentView.Version version =
        DocumentView.Version.of(
            entry.documentId(), entry.handedInAt(), documents.note(entry.note()));
    return new Handed(entry.paperId(), entry.handedInAt(), entry.destroyed(), version);
  }

  /** For the page. */
  record View(List<Need> needs, List<Handed> documents) {}

  /**
   * @param destroyed by the enterprise since then: it cannot be opened any more
   */
  record Handed(
      UUID paperId, Instant handedInAt, boolean destroyed, DocumentView.Version version) {}
}
