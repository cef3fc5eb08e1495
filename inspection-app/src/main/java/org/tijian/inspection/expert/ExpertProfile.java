package org.tijian.inspection.expert;

import java.time.DayOfWeek;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;

/**
 * What an expert can do and when.
 *
 * @param skills words, for example {@code topic:calibration}, {@code part:hut}, {@code
 *     factor:a21002}, {@code instrument:extractive}, {@code standard:HJ 75-2017}
 * @param home where the way to a plant begins; null if it was not said
 * @param weekdays on which the expert makes visits
 */
public record ExpertProfile(
    Set<String> skills, @Nullable Coordinates home, Set<DayOfWeek> weekdays, int mostVisitsAWeek) {
  public static final String TOPIC = "topic:";

  /** A part of the checklist: {@code meeting-room}, {@code platform} or {@code hut}. */
  public static final String PART = "part:";

  public static final String FACTOR = "factor:";
  public static final String INSTRUMENT = "instrument:";
  public static final String STANDARD = "standard:";

  /** Monday to Friday, nothing said of skills. */
  public static final ExpertProfile UNKNOWN =
      new ExpertProfile(Set.of(), null, EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), 5);

  private static final Pattern SKILL =
      Pattern.compile(
          "topic:(calibration|networking|operation|documents|sampling)"
              + "|part:(meeting-room|platform|hut)"
              + "|factor:[a-z0-9]{3,12}"
              + "|instrument:(extractive|in-situ|dilution)"
              + "|standard:[A-Za-z0-9 ./-]{2,40}");

  public ExpertProfile {
    skills = Set.copyOf(skills);
    weekdays = Set.copyOf(weekdays);
  }

  static boolean isSkill(String word) {
    return SKILL.matcher(word).matches();
  }
}
