/** Words of experts, teams and the office's calendar, in Chinese. Loaded with the first of these. */
export const teamZh = {
  schedule: {
    title: '安排体检 {{number}}',
    day: '日期',
    from: '开始',
    until: '结束',
    missing: '请填写',
    reversed: '结束要晚于开始',
    booked: '{{expert}}已有的安排',
    free: '没有其他安排。',
    clash: '{{expert}}在这段时间已有安排，请换时间或专家。',
    noExperts: '还没有登记专家。',
    save: '确定安排',
    again: '改期或换人：体检 {{number}}',
    lead: '组长',
    members: '组员（可不选，最多 4 位）',
    reason: '改动的原因（企业和专家都会看到）',
    keep: '保存改动',
  },
};

export type TeamMessages = typeof teamZh;
