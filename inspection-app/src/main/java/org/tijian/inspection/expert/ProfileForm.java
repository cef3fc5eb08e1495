package org.tijian.inspection.expert;

import java.time.DayOfWeek;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.Coordinates;
import org.tijian.inspection.request.Input;

/** A profile as it is sent; anything may be missing until it was checked. */
record ProfileForm(
    @Nullable List<@Nullable String> skills,
    @Nullable Double longitude,
    @Nullable Double latitude,
    @Nullable List<@Nullable Integer> weekdays,
    @Nullable Integer mostVisitsAWeek) {
  private static final int MOST_SKILLS = 100;
  private static final int MOST_VISITS = 14;

  ExpertProfile checked() {
    Set<String> words =
        Input.required("skills", skills).stream()
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    Input.check(
        words.size() <= MOST_SKILLS && words.stream().allMatch(ExpertProfile::isSkill),
        "skills",
        "有不认识的能力。",
        "There is a skill that is not known.");
    int most = Input.required("mostVisitsAWeek", mostVisitsAWeek);
    Input.check(
        most >= 1 && most <= MOST_VISITS,
        "mostVisitsAWeek",
        "每周 1 至 14 次。",
        "Between 1 and 14 visits a week.");
    return new ExpertProfile(words, home(), days(), most);
  }

  private Set<DayOfWeek> days() {
    List<Integer> numbers =
        Input.required("weekdays", weekdays).stream().filter(Objects::nonNull).toList();
    Input.check(
        numbers.stream().allMatch(day -> day >= 1 && day <= DayOfWeek.values().length),
        "weekdays",
        "星期用 1 至 7 表示。",
        "Weekdays are numbers from 1 to 7.");
    return numbers.stream().map(DayOfWeek::of).collect(Collectors.toSet());
  }

  private @Nullable Coordinates home() {
    Input.check(
        (longitude == null) == (latitude == null),
        "latitude",
        "经度和纬度要一起填写。",
        "Longitude and latitude come together.");
    if (longitude == null || latitude == null) {
      return null;
    }
    Input.check(
        Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90,
        "latitude",
        "经纬度超出范围。",
        "There is no such place on the earth.");
    return new Coordinates(longitude, latitude);
  }
}
