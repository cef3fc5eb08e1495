import i18next from 'i18next';
import { deskEn } from './desk.en';
import { deskZh } from './desk.zh';

/** The words of home, board, requests and programmes are loaded with the first such page, not before the sign-in. */
export function addDeskWords(): void {
  i18next.addResourceBundle('zh', 'translation', deskZh, true, true);
  i18next.addResourceBundle('en', 'translation', deskEn, true, true);
}
