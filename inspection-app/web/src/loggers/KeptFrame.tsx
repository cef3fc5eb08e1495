import type { Explanation } from '../api/loggers';
import { useApi } from '../api/query';
import { Explained } from '../inspector/Explained';
import { Loaded } from '../ui/Loaded';

/** A frame that the platform has kept, explained where it is mentioned. */
export function KeptFrame({ id, path }: { readonly id: number; readonly path: string }) {
  const explanation = useApi<Explanation>(`${path}/frames/${id}`);
  return <Loaded query={explanation}>{(said) => <Explained explanation={said} level={3} />}</Loaded>;
}
