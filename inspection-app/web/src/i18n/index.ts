import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Local } from '../api/types';
import { inLanguage, type Language } from '../domain/language';
import type { AccessMessages } from './access.zh';
import type { DocumentsMessages } from './documents.zh';
import type { DeskMessages } from './desk.zh';
import type { EntryMessages } from './entry.zh';
import { en } from './en';
import type { EnterpriseMessages } from './enterprise.zh';
import type { FollowMessages } from './follow.zh';
import type { LoggerMessages } from './loggers.zh';
import { noticeEn } from './notice.en';
import { noticeZh, type NoticeMessages } from './notice.zh';
import type { PledgeMessages } from './pledge.zh';
import type { TeamMessages } from './team.zh';
import { zh, type Messages } from './zh';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Messages & LoggerMessages & AccessMessages & DeskMessages & EnterpriseMessages & NoticeMessages & TeamMessages & DocumentsMessages & EntryMessages & FollowMessages & PledgeMessages };
  }
}

const KEPT = 'tijian.language';

/** Chinese unless the person has chosen otherwise on this device. */
function chosen(): Language {
  try {
    return localStorage.getItem(KEPT) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

function announce(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export async function startI18n(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: chosen(),
    fallbackLng: 'zh',
    resources: { zh: { translation: { ...zh, ...noticeZh } }, en: { translation: { ...en, ...noticeEn } } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  announce(chosen());
}

export function choose(language: Language): void {
  try {
    localStorage.setItem(KEPT, language);
  } catch {
    // A browser that keeps nothing still switches for this visit.
  }
  announce(language);
  void i18next.changeLanguage(language);
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** Texts that the server sends in both languages. */
export function useLocal(): (text: Local) => string {
  const language = useLanguage();
  return (text) => inLanguage(text, language);
}

/** Several things in one line, parted as the language does. */
export function useList(): (parts: readonly string[]) => string {
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  return (parts) => parts.join(separator);
}
