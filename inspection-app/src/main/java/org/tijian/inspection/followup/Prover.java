package org.tijian.inspection.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.tijian.analytics.reading.BeijingTime;
import org.tijian.analytics.site.SiteRegister;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.monitoring.ProofView;
import org.tijian.inspection.monitoring.Proofs;
import org.tijian.inspection.request.Checkup;
import org.tijian.inspection.request.Right;
import org.tijian.inspection.vault.VaultDoor;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds linked items against the readings that came since, within the session of a director: it
 * alone holds the key and sees all readings of the enterprise. What is proven is said in the vault
 * at once, with its working; which items were looked at is known to nobody else.
 */
@Service
class Prover {
  private final VaultDoor door;
  private final FollowUpNotes notes;
  private final StepDesk steps;
  private final Proofs proofs;
  private final SiteRegister register;
  private final JsonMapper json;

  Prover(
      VaultDoor door,
      FollowUpNotes notes,
      StepDesk steps,
      Proofs proofs,
      SiteRegister register,
      JsonMapper json) {
    this.door = door;
    this.notes = notes;
    this.steps = steps;
    this.proofs = proofs;
    this.register = register;
    this.json = json;
  }

  /** How far every open linked item is; those that are proven are settled when this returns. */
  List<Proven> prove(Account director, UUID checkupId) {
    door.enter(director, checkupId, Right.WRITE_FOLLOW_UP);
    Checkup checkup = door.enter(director, checkupId, Right.READ_REPORT);
    List<Proven> told = new ArrayList<>();
    for (FollowUp item : notes.of(checkupId).values()) {
      if (!item.state().isSettled()) {
        proof(checkup, item).ifPresent(proof -> told.add(settled(director, checkup, item, proof)));
      }
    }
    return List.copyOf(told);
  }

  private Optional<ProofView> proof(Checkup checkup, FollowUp item) {
    FollowUp.Link link = item.link();
    if (link == null || !checkup.scope().outletIds().contains(link.outletId())) {
      return Optional.empty();
    }
    return register
        .outlet(link.outletId())
        .flatMap(
            outlet -> proofs.prove(outlet, link.code(), BeijingTime.dateOf(item.advice().at())));
  }

  private Proven settled(Account director, Checkup checkup, FollowUp item, ProofView proof) {
    if (proof.proven()) {
      steps.say(
          director,
          checkup.id(),
          () -> {
            steps.open(checkup.id(), item.adviceId(), Action.DONE_BY_DATA);
            return new Said.Step(
                item.adviceId(),
                Action.DONE_BY_DATA,
                "",
                item.link(),
                null,
                json.valueToTree(proof),
                director.name());
          },
          null);
    }
    return new Proven(item.adviceId(), proof);
  }

  /** An item and how far its proof is. */
  record Proven(UUID adviceId, ProofView proof) {}
}
