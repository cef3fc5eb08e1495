package org.tijian.analytics.standard;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tijian.analytics.site.LocalName;

/**
 * What an outlet is described by, and the words for it. Rules and descriptions use the same words;
 * any other word is an error in either.
 */
public enum Attribute {
  /** Whose standards are followed; {@code cn} unless the description says otherwise. */
  REGIME("适用体系", "rules of", "cn=中国标准/China us=美国标准/United States eu=欧盟标准/European Union"),
  MEDIUM("介质", "medium", "gas=废气/waste gas water=废水/waste water"),
  SOURCE(
      "污染源类型",
      "kind of source",
      "boiler=锅炉/boiler power-boiler=火电厂锅炉/power-station boiler gas-turbine=燃气轮机/gas turbine"
          + " process-heater=工艺加热炉/process heater fcc-regenerator=催化裂化再生器/catalytic-cracking"
          + " regenerator acid-gas=酸性气回收或废酸再生/acid-gas recovery or waste-acid regeneration"
          + " incinerator=焚烧炉/incinerator other=其他/other"),
  INDUSTRY(
      "行业",
      "industry",
      "thermal-power=火电/thermal power heating=供热/heating petroleum-refining=石油炼制/petroleum"
          + " refining petrochemical=石油化工/petrochemical waste-incineration=垃圾焚烧发电/waste"
          + " incineration cement=水泥/cement paper=造纸/paper other=其他/other"),
  FUEL(
      "燃料",
      "fuel",
      "coal=煤/coal oil=油/oil gas=天然气/natural gas other-gas=其他气体燃料/other gas other=其他/other"),
  BUILT("建成时期", "built", "existing=在用（标准实施前建成）/in use before new=新建/new"),
  AREA("地区", "area", "general=一般地区/general special=执行特别排放限值的地区/special limits"),
  TARGET("减排目标", "target", "standard=执行标准/the standard ultra-low=超低排放/ultra-low emission"),
  OPERATION("运维方式", "operated by", "own=自行运维/the enterprise third-party=第三方运维/a third party");

  private final LocalName meaning;
  private final Map<String, LocalName> words;

  Attribute(String zh, String en, String words) {
    this.meaning = new LocalName(zh, en);
    this.words = words(words);
  }

  /** {@code word=zh/en}, parted by spaces; English may have spaces, the others have none. */
  private static Map<String, LocalName> words(String text) {
    Map<String, LocalName> words = new LinkedHashMap<>();
    for (String entry : text.split(" (?=[a-z-]+=)")) {
      int is = entry.indexOf('=');
      int slash = entry.indexOf('/', is);
      words.put(
          entry.substring(0, is),
          new LocalName(entry.substring(is + 1, slash), entry.substring(slash + 1)));
    }
    return words;
  }

  /** As files write it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public LocalName meaning() {
    return meaning;
  }

  public Set<String> words() {
    return words.keySet();
  }

  /** A word of this attribute, for people. */
  public LocalName meaning(String word) {
    LocalName meaning = words.get(word);
    if (meaning == null) {
      throw new IllegalArgumentException("%s is no word for %s".formatted(word, key()));
    }
    return meaning;
  }

  static @Nullable Attribute ofKey(String key) {
    return Arrays.stream(values()).filter(a -> a.key().equals(key)).findFirst().orElse(null);
  }
}
