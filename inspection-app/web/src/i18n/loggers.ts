import i18next from 'i18next';
import { loggersEn } from './loggers.en';
import { loggersZh } from './loggers.zh';

/** The words of the pages about loggers are loaded with the first such page, not before the sign-in. */
export function addLoggerWords(): void {
  i18next.addResourceBundle('zh', 'translation', loggersZh, true, true);
  i18next.addResourceBundle('en', 'translation', loggersEn, true, true);
}
