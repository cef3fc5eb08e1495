import i18next from 'i18next';
import { pledgeEn } from './pledge.en';
import { pledgeZh } from './pledge.zh';

/** The words of the experts' pledge are loaded with the first page that needs them. */
export function addPledgeWords(): void {
  i18next.addResourceBundle('zh', 'translation', pledgeZh, true, true);
  i18next.addResourceBundle('en', 'translation', pledgeEn, true, true);
}
