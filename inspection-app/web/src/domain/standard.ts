import type { Language } from './language';

/** Standards whose names in the rules are English words and no numbers; what they are called in Chinese. */
const CHINESE: Readonly<Record<string, string>> = {
  'Administration Order No. 28': '总局令第 28 号',
  'Ministry Order No. 19': '环保部令第 19 号',
  'State Council Decree No. 820': '国务院令第 820 号',
  'Measures on operating automatic monitoring facilities': '自动监控设施运行管理办法',
  'Comparison monitoring of automatic devices (2010 trial)': '自动监测设备比对监测规定（2010 试行）',
  'Marking rules for automatic monitoring': '自动监测数据标记规则',
  'Assessment of transmission effectiveness': '数据传输有效率考核',
  'MEP guide 2012': '环保部 2012 年指南',
  'Ultra-low emission of coal power (环发〔2015〕164号)': '煤电超低排放（环发〔2015〕164号）',
  'Discharge permit': '排污许可证',
  'Plausibility screens': '数据合理性筛查（本产品）',
  Practice: '行业做法',
};

export function standardName(standard: string, language: Language): string {
  if (language === 'zh') return CHINESE[standard] ?? standard;
  return standard.replace(/ \(环发.*\)$/, '');
}
