import { accessEn } from '../src/i18n/access.en';
import { accessZh } from '../src/i18n/access.zh';
import { deskEn } from '../src/i18n/desk.en';
import { deskZh } from '../src/i18n/desk.zh';
import { en } from '../src/i18n/en';
import { followEn } from '../src/i18n/follow.en';
import { followZh } from '../src/i18n/follow.zh';
import { loggersEn } from '../src/i18n/loggers.en';
import { loggersZh } from '../src/i18n/loggers.zh';
import { noticeEn } from '../src/i18n/notice.en';
import { noticeZh } from '../src/i18n/notice.zh';
import { pledgeEn } from '../src/i18n/pledge.en';
import { pledgeZh } from '../src/i18n/pledge.zh';
import { teamEn } from '../src/i18n/team.en';
import { teamZh } from '../src/i18n/team.zh';
import { zh } from '../src/i18n/zh';

export type Language = 'zh' | 'en';
export type Words = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const WORDS: Record<Language, object> = {
  zh: { ...zh, ...noticeZh, ...deskZh, ...pledgeZh, ...teamZh, ...followZh, ...accessZh, ...loggersZh },
  en: { ...en, ...noticeEn, ...deskEn, ...pledgeEn, ...teamEn, ...followEn, ...accessEn, ...loggersEn },
};

/** The words of the screens in a language, by the keys that the screens use; a key that is not there fails the test. */
export function words(language: Language): Words {
  return (key, values = {}) => {
    const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], WORDS[language]);
    if (typeof found !== 'string') throw new Error(`no word for ${key}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? `{{${name}}}`));
  };
}
