import type { EntryMessages } from './entry.zh';

/** Words of the entry slip, the gate and the list for entry-code systems, in English. */
export const entryEn: EntryMessages = {
  entry: {
    oneVisit: '{{count}} requests, one visit, one slip',
    organiser: 'Organised by',
    kind: 'Kind of visit',
    calledOff: 'This visit was called off; the slip is void.',
    code: 'The guard reads the code: does the slip hold today, and who comes. After a change or a withdrawal an old slip is void by itself.',
    recorded: { in: 'came in {{at}} (recorded by {{by}})', out: 'left {{at}} (recorded by {{by}})' },
    record: { in: 'Record arrival', out: 'Record leaving' },
    waits: 'The record of {{at}} has not been sent yet. It is sent again when there is a network, or press again; the time stays.',
    gate: 'Check of an entry slip',
    noCode: 'Open this page by reading the code of an entry slip.',
    state: { valid: 'valid today', 'not-today': 'not for today', void: 'void' },
    meaning: {
      valid: 'Compare the names and let them in. The enterprise asked for this technical service; it is not an inspection.',
      'not-today': 'The slip is genuine, but for another day. Ask your contact in the enterprise.',
      void: 'The visit was changed or called off, or the slip is not ours. Ask for the newest slip.',
    },
    list: 'Visits at the gates',
    listLead: 'For the entry-code system: enterprise, persons and times, and nothing of what a check-up finds.',
    days: 'Days',
    from: 'From',
    until: 'Until',
    none: 'No visit on these days.',
    off: 'called off',
  },
};
