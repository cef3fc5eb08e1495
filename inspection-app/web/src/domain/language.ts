import type { Local } from '../api/types';

export type Language = 'zh' | 'en';

export function inLanguage(text: Local, language: Language): string {
  return text[language] || text.zh;
}
