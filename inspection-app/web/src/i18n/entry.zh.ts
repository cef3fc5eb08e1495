/** Words of the entry slip, the gate and the list for entry-code systems, in Chinese. Loaded with those pages. */
export const entryZh = {
  entry: {
    oneVisit: '{{count}} 项申请，一次上门，一张单',
    organiser: '组织方',
    kind: '来访性质',
    calledOff: '这次体检已取消，入企单作废。',
    code: '门卫扫码核对：今天是否有效、来的是谁。改期或撤回后，旧单自动作废。',
    recorded: { in: '{{at}} 进厂（{{by}}登记）', out: '{{at}} 离厂（{{by}}登记）' },
    record: { in: '登记进厂', out: '登记离厂' },
    waits: '{{at}} 的登记还没有送出。有网络时会自动再送，也可以再按一次；时间不变。',
    gate: '入企单核对',
    noCode: '请用手机扫描入企单上的二维码打开本页。',
    state: { valid: '今天有效', 'not-today': '不是今天', void: '无效' },
    meaning: {
      valid: '请核对姓名后放行。来访是企业自愿申请的技术服务，不是行政检查。',
      'not-today': '单据真实，但约定的不是今天。请与企业联系人核对。',
      void: '单据已因改期或撤回作废，或者不是本平台出具。请来访人出示最新的入企单。',
    },
    list: '入企名单',
    listLead: '供“扫码入企”系统登记：只有企业、人员和时间，没有任何体检发现。',
    days: '日期',
    from: '从',
    until: '到',
    none: '这几天没有入企安排。',
    off: '已取消',
  },
};

export type EntryMessages = typeof entryZh;
