package org.tijian.inspection.demonstration;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tijian.analytics.site.Coordinates;
import org.tijian.inspection.account.Account;
import org.tijian.inspection.expert.ExpertDesk;
import org.tijian.inspection.expert.ExpertProfile;

/**
 * What the two experts of the demonstration can do, where they live and when they come: together
 * they look at every topic that can be asked for, neither does alone.
 */
@Component
class DemonstrationExperts {
  private static final ExpertProfile OF_INSTRUMENTS =
      new ExpertProfile(
          Set.of(
              "topic:calibration",
              "topic:networking",
              "topic:sampling",
              "part:hut",
              "part:platform",
              "factor:a21002",
              "factor:a21005",
              "factor:a19001",
              "instrument:extractive",
              "standard:HJ 75-2017",
              "standard:HJ 76-2017"),
          new Coordinates(121.9, 42.1),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          3);
  private static final ExpertProfile OF_OPERATION =
      new ExpertProfile(
          Set.of(
              "topic:networking",
              "topic:operation",
              "topic:documents",
              "part:hut",
              "part:meeting-room",
              "factor:a01011",
              "factor:a01012",
              "factor:a01013",
              "factor:a01014",
              "standard:HJ 212-2017"),
          new Coordinates(121.2, 41.6),
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.THURSDAY),
          2);

  private final ExpertDesk desk;

  DemonstrationExperts(ExpertDesk desk) {
    this.desk = desk;
  }

  void describe(Account first, Account second) {
    desk.describe(first, first.id(), OF_INSTRUMENTS);
    desk.describe(second, second.id(), OF_OPERATION);
  }
}
