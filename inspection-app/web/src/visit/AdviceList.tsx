import type { Advice, ChecklistItem } from '../api/types';
import { beijingMinute } from '../domain/time';
import { useLocal } from '../i18n';
import { OriginTag } from '../ui/Tags';

export function AdviceList({ advice, items }: { readonly advice: readonly Advice[]; readonly items: readonly ChecklistItem[] }) {
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
          </li>
        );
      })}
    </ol>
  );
}
