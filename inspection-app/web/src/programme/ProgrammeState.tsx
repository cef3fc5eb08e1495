import { useTranslation } from 'react-i18next';
import type { Programme } from '../api/requests';
import { Pill, type Tone } from '../ui/Tags';

const TONE: Record<Programme['state'], Tone> = { Draft: 'calm', Published: 'good', Ended: 'calm' };

export function ProgrammeState({ state }: { readonly state: Programme['state'] }) {
  const { t } = useTranslation();
  return <Pill tone={TONE[state]}>{t(`programme.state.${state}`)}</Pill>;
}
