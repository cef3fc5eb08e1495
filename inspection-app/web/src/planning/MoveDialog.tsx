import { useApi } from '../api/query';
import type { Checkup } from '../api/types';
import { ScheduleDialog } from '../checkup/ScheduleDialog';
import type { Moving } from './CalendarPage';

/** The form of arranging, filled with where the visit was put. */
export function MoveDialog({ moving, close }: { readonly moving: Moving; readonly close: () => void }) {
  const checkup = useApi<Checkup>(`/api/checkups/${moving.checkupId}`);
  return checkup.data ? <ScheduleDialog checkup={checkup.data} at={moving.at} close={close} /> : null;
}
