import type { PledgeMessages } from './pledge.zh';

/** Words of the experts' pledge, in English. */
export const pledgeEn: PledgeMessages = {
  pledge: {
    title: 'Pledge of the experts',
    lead: 'No conflict of interest; a service, not an inspection; confidentiality. Before an expert has signed, nothing of this check-up opens to that expert.',
    open: 'See the pledge and who signed it',
    text: 'The whole text',
    sign: 'I promise, and sign',
    network: 'Signing needs the network once: sign before you set out. Then the papers open and the visit can start.',
    offline: 'There is no network now, so nothing can be signed. Try again once there is.',
    thanks: 'Signed. The papers are open to you.',
    toCheckup: 'Back to check-up {{number}}',
    who: 'Who signed what',
    none: 'No experts are arranged yet.',
    waiting: 'has not signed yet and can open nothing',
    signed: 'signed version {{version}} ({{language}}) on {{at}}',
    language: { zh: 'Chinese', en: 'English' },
    ended: 'left the team on {{at}}; signs anew when coming back',
    recorded: 'Every signature stands in the access record, with the hash of its text.',
  },
};
