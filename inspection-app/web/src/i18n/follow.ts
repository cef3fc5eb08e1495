import i18next from 'i18next';
import { followEn } from './follow.en';
import { followZh } from './follow.zh';

/** The words of follow-up, certificates, remedies and the office's figures are loaded with the first page that needs them. */
export function addFollowWords(): void {
  i18next.addResourceBundle('zh', 'translation', followZh, true, true);
  i18next.addResourceBundle('en', 'translation', followEn, true, true);
}
