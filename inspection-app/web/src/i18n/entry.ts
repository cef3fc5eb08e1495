import i18next from 'i18next';
import { entryEn } from './entry.en';
import { entryZh } from './entry.zh';

/** The words of slip, gate and list are loaded with their pages. */
export function addEntryWords(): void {
  i18next.addResourceBundle('zh', 'translation', entryZh, true, true);
  i18next.addResourceBundle('en', 'translation', entryEn, true, true);
}
