import type { NoticeMessages } from './notice.zh';

/** Words of notices, mail and the bell, in English. */
export const noticeEn: NoticeMessages = {
  notice: {
    title: 'Notices',
    lead: 'Arrangements, deadlines and changes that concern you. Numbers, days and links only: nothing of any check-up’s content.',
    bell: 'Notices, {{count}} unread',
    unread: 'Unread',
    readAll: 'Mark all as read',
    none: 'No notices. New arrangements and deadlines that come near appear here.',
    more: 'More',
  },
  calendarFeed: {
    title: 'Calendar subscription',
    note: 'Puts visits and promised times into the calendar of your phone or computer. Whoever has the address sees these times, so do not pass it on; it holds nothing of any check-up’s content.',
    make: 'Make an address',
    anew: 'Another address (the old one ends at once)',
    end: 'End the subscription',
    on: 'The address was made at {{since}}.',
    once: 'The address is shown this once. Paste it into your calendar program as a subscription:',
  },
  mail: {
    title: 'Notices by e-mail',
    note: 'Sends notices to your mailbox, too. A mail holds numbers, days and a link: nothing of any check-up’s content.',
    address: 'E-mail address',
    addressMissing: 'Enter an e-mail address',
    language: 'Language of the mails',
    chinese: 'Chinese',
    english: 'English',
    send: 'Send a code',
    code: 'The six-digit code from the mail',
    codeMissing: 'Enter the code',
    confirm: 'Confirm',
    sentTo: 'A code was sent to {{address}}. Nothing else goes there until you confirm it.',
    on: 'Notices go to {{address}}.',
    remove: 'Stop and delete the address',
    change: 'Another address',
    off: 'This platform has no mail server, so notices appear here only.',
  },
};
