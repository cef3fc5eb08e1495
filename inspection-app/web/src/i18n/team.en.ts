import type { TeamMessages } from './team.zh';

export const teamEn: TeamMessages = {
  schedule: {
    title: 'Arrange check-up {{number}}',
    day: 'Day',
    from: 'From',
    until: 'Until',
    missing: 'Please fill in',
    reversed: 'The end has to be after the start',
    booked: 'Bookings of {{expert}}',
    free: 'No other bookings.',
    clash: '{{expert}} is booked at that time. Please choose another time or expert.',
    noExperts: 'No expert is registered yet.',
    save: 'Arrange',
    again: 'Rearrange check-up {{number}}',
    lead: 'Lead expert',
    members: 'Other experts (none to four)',
    reason: 'Why it changes (the enterprise and the experts read this)',
    keep: 'Save the change',
  },
};
