import { useTranslation } from 'react-i18next';
import { accessZh, type AccessMessages } from '../i18n/access.zh';

type Kinds = Pick<AccessMessages['record'], 'role' | 'origin' | 'what' | 'why'>;

function isKnown<K extends keyof Kinds>(kind: K, word: string): word is string & keyof Kinds[K] {
  return Object.hasOwn(accessZh.record[kind], word);
}

/** Words of the record in the reader's language; a word that this page does not know yet stands as it is written. */
export function useWords() {
  const { t } = useTranslation();
  return {
    role: (word: string) => (isKnown('role', word) ? t(`record.role.${word}`) : word),
    origin: (word: string) => (isKnown('origin', word) ? t(`record.origin.${word}`) : word),
    what: (word: string) => (isKnown('what', word) ? t(`record.what.${word}`) : word),
    why: (word: string) => (isKnown('why', word) ? t(`record.why.${word}`) : word),
  };
}
