import type { ReactNode } from 'react';
import type { Advice, ChecklistItem } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { OriginTag } from '../ui/Tags';

interface Props {
  readonly advice: readonly Advice[];
  readonly items: readonly ChecklistItem[];
  /** What stands below an advice. */
  readonly below?: (advice: Advice) => ReactNode;
}

export function AdviceList({ advice, items, below }: Props) {
  const local = useLocal();
  return (
    <ol className="advice-list">
      {advice.map((one) => {
        const item = items.find(({ id }) => id === one.itemId);
        return (
          <li key={one.id}>
            <h3>{one.title}</h3>
            <p className="as-written">{one.text}</p>
            <p className="tags small muted">
              <OriginTag provenance={one.provenance} />
              {item && <span>{item.id} {local(item.question)}</span>}
              <span>
                {local(one.by)} · {beijingMinute(one.at)}
              </span>
            </p>
            {below?.(one)}
          </li>
        );
      })}
    </ol>
  );
}
