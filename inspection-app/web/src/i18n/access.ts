import i18next from 'i18next';
import { accessEn } from './access.en';
import { accessZh } from './access.zh';

/** The words of the access record are loaded with its page. */
export function addAccessWords(): void {
  i18next.addResourceBundle('zh', 'translation', accessZh, true, true);
  i18next.addResourceBundle('en', 'translation', accessEn, true, true);
}
