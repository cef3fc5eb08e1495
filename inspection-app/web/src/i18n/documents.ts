import i18next from 'i18next';
import { documentsEn } from './documents.en';
import { documentsZh } from './documents.zh';

/** The words of documents and the desk review are loaded with their pages. */
export function addDocumentWords(): void {
  i18next.addResourceBundle('zh', 'translation', documentsZh, true, true);
  i18next.addResourceBundle('en', 'translation', documentsEn, true, true);
}
