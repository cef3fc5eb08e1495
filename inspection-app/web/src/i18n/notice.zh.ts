/** Words of notices, mail and the bell, in Chinese. Needed on every page, so they are there from the start. */
export const noticeZh = {
  notice: {
    title: '提醒',
    lead: '与您有关的安排、时限和变动。这里只有编号、日期和去处，没有任何体检内容。',
    bell: '提醒，{{count}} 条未读',
    unread: '未读',
    readAll: '全部标为已读',
    none: '目前没有提醒。有新的安排或者时限临近时，会出现在这里。',
    more: '更多',
  },
  calendarFeed: {
    title: '日历订阅',
    note: '把入企时间和承诺时间订阅到手机或电脑的日历。谁拿到这个地址谁就能看到这些时间，请勿转发；里面没有任何体检内容。',
    make: '生成订阅地址',
    anew: '换一个地址（旧的立即失效）',
    end: '停止订阅',
    on: '订阅地址生成于 {{since}}。',
    once: '订阅地址只显示这一次，请粘贴到日历程序的“订阅”里：',
  },
  mail: {
    title: '邮件提醒',
    note: '把提醒同时发到您的邮箱。邮件里只有编号、日期和链接，没有任何体检内容。',
    address: '邮箱地址',
    addressMissing: '请填写一个邮箱地址',
    language: '邮件语言',
    chinese: '中文',
    english: 'English',
    send: '发送验证码',
    code: '邮件中的六位验证码',
    codeMissing: '请填写验证码',
    confirm: '确认',
    sentTo: '验证码已发往 {{address}}。确认之前不会向这个邮箱发送任何提醒。',
    on: '提醒会发送到 {{address}}。',
    remove: '不再发送并删除邮箱',
    change: '换一个邮箱',
    off: '本平台没有设置发信服务器，提醒只在平台内显示。',
  },
};

export type NoticeMessages = typeof noticeZh;
