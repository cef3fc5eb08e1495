import { useQueries } from '@tanstack/react-query';
import { Select } from 'antd';
import { get } from '../api/client';
import type { Checkup, SelfCheck } from '../api/types';
import { useLocal } from '../i18n';

/** A finding of one of the outlets of a check-up. */
export interface ChosenFinding {
  readonly code: string;
  readonly outletId: number;
}

interface Props {
  readonly outlets: Checkup['outlets'];
  readonly value: ChosenFinding | null;
  readonly choose: (finding: ChosenFinding | null) => void;
  readonly label: string;
}

/** Chooses what the self-check finds not met, by the words that stand on the outlet's page. */
export function FindingSelect({ outlets, value, choose, label }: Props) {
  const local = useLocal();
  const checks = useQueries({
    queries: outlets.map(({ id }) => {
      const path = `/api/outlets/${id}/self-check`;
      return { queryKey: [path], queryFn: ({ signal }: { signal: AbortSignal }) => get<SelfCheck>(path, signal) };
    }),
  });
  const options = outlets.flatMap((outlet, index) =>
    (checks[index]?.data?.findings ?? [])
      .filter(({ outcome }) => outcome === 'not-met')
      .map(({ code, title, factorName }) => ({
        value: `${outlet.id} ${code}`,
        label: [outlets.length > 1 && outlet.code, local(title), factorName && local(factorName)].filter(Boolean).join(' · '),
      })),
  );
  return (
    <Select
      allowClear
      size="large"
      value={value && `${value.outletId} ${value.code}`}
      onChange={(chosen?: string) => choose(chosen === undefined ? null : { outletId: Number(chosen.slice(0, chosen.indexOf(' '))), code: chosen.slice(chosen.indexOf(' ') + 1) })}
      loading={checks.some(({ isPending }) => isPending)}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={label}
      placeholder={label}
      options={options}
      style={{ inlineSize: '100%', maxInlineSize: 640 }}
    />
  );
}
