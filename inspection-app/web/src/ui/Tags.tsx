import {
  CheckCircleFilled,
  ClockCircleFilled,
  DisconnectOutlined,
  ExperimentOutlined,
  EyeFilled,
  MinusCircleFilled,
  QuestionCircleFilled,
  BulbFilled,
  ToolFilled,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckupState, Contact, ProvenanceWord, StatementProvenance } from '../api/types';
import type { Call } from '../domain/finding';
import { isKnownMark } from '../domain/series';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm' | 'accent';

interface PillProps {
  readonly tone: Tone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  readonly title?: string;
}

/** A word with a colour and mostly an icon: never the colour alone. */
export function Pill({ tone, icon, children, title }: PillProps) {
  return (
    <span className={`pill pill-${tone}`} title={title}>
      {icon && <span aria-hidden="true">{icon}</span>}
      {children}
    </span>
  );
}

const CONTACT: Record<Contact, { tone: Tone; icon: ReactNode }> = {
  live: { tone: 'good', icon: <CheckCircleFilled /> },
  late: { tone: 'warn', icon: <ClockCircleFilled /> },
  silent: { tone: 'bad', icon: <DisconnectOutlined /> },
  never: { tone: 'calm', icon: <MinusCircleFilled /> },
};

export function ContactTag({ contact }: { readonly contact: Contact }) {
  const { t } = useTranslation();
  const { tone, icon } = CONTACT[contact];
  return (
    <Pill tone={tone} icon={icon} title={t(`contact.meaning.${contact}`)}>
      {t(`contact.${contact}`)}
    </Pill>
  );
}

export function DemonstrationTag() {
  const { t } = useTranslation();
  return (
    <Pill tone="info" icon={<ExperimentOutlined />} title={t('demonstration.meaning')}>
      {t('demonstration.word')}
    </Pill>
  );
}

export const CALL: Record<Call, { tone: Tone; icon: ReactNode }> = {
  improvement: { tone: 'warn', icon: <ToolFilled /> },
  suspected: { tone: 'info', icon: <EyeFilled /> },
  hint: { tone: 'info', icon: <BulbFilled /> },
  'cannot-tell': { tone: 'calm', icon: <QuestionCircleFilled /> },
  met: { tone: 'good', icon: <CheckCircleFilled /> },
  'not-screened': { tone: 'calm', icon: <MinusCircleFilled /> },
  'not-applicable': { tone: 'calm', icon: <MinusCircleFilled /> },
};

export function CallTag({ call, count }: { readonly call: Call; readonly count?: number }) {
  const { t } = useTranslation();
  const { tone, icon } = CALL[call];
  return (
    <Pill tone={tone} icon={icon} title={t(`call.meaning.${call}`)}>
      {t(`call.${call}`)}
      {count !== undefined && <strong>{count}</strong>}
    </Pill>
  );
}

const STATE: Record<CheckupState, Tone> = {
  Requested: 'info',
  Accepted: 'info',
  Scheduled: 'accent',
  InProgress: 'accent',
  Closing: 'warn',
  Closed: 'good',
  Withdrawn: 'calm',
  Paused: 'warn',
  Excluded: 'calm',
};

export function StateTag({ state }: { readonly state: CheckupState }) {
  const { t } = useTranslation();
  return <Pill tone={STATE[state]}>{t(`checkup.state.${state}`)}</Pill>;
}

const SURENESS: Record<ProvenanceWord, Tone> = { text: 'good', sources: 'info', source: 'warn', unverified: 'warn', own: 'calm' };

export function SurenessTag({ provenance }: { readonly provenance: ProvenanceWord }) {
  const { t } = useTranslation();
  return (
    <Pill tone={SURENESS[provenance]} title={t(`sureness.meaning.${provenance}`)}>
      {t(`sureness.${provenance}`)}
    </Pill>
  );
}

/** Where a statement comes from: what was reported by law stays reported, the rest is protected by the check-up. */
export function OriginTag({ provenance }: { readonly provenance: StatementProvenance }) {
  const { t } = useTranslation();
  return (
    <Pill tone={provenance === 'already-reported' ? 'calm' : 'accent'} title={t(`origin.meaning.${provenance}`)}>
      {t(`origin.${provenance}`)}
    </Pill>
  );
}

export function MarkTag({ mark }: { readonly mark: string }) {
  const { t } = useTranslation();
  if (mark === 'N') return <span className="mark-normal">N {t('mark.N')}</span>;
  return <Pill tone="warn">{isKnownMark(mark) ? `${mark} ${t(`mark.${mark}`)}` : mark}</Pill>;
}
