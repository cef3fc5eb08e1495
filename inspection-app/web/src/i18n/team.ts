import i18next from 'i18next';
import { teamEn } from './team.en';
import { teamZh } from './team.zh';

/** The words of experts and teams are loaded with the first page or dialog that needs them. */
export function addTeamWords(): void {
  i18next.addResourceBundle('zh', 'translation', teamZh, true, true);
  i18next.addResourceBundle('en', 'translation', teamEn, true, true);
}
