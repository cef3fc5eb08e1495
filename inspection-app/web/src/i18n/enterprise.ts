import i18next from 'i18next';
import { enterpriseEn } from './enterprise.en';
import { enterpriseZh } from './enterprise.zh';

/** The words of the pages about the enterprise, its place and its papers are loaded with the first such page. */
export function addEnterpriseWords(): void {
  i18next.addResourceBundle('zh', 'translation', enterpriseZh, true, true);
  i18next.addResourceBundle('en', 'translation', enterpriseEn, true, true);
}
