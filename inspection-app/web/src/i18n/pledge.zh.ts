/** Words of the experts' pledge, in Chinese. Loaded with the page of a check-up. */
export const pledgeZh = {
  pledge: {
    title: '专家承诺',
    lead: '没有利益冲突；是服务，不是检查；保守秘密。签署之前，专家打不开本次体检的任何资料。',
    open: '查看承诺和签署记录',
    text: '承诺书全文',
    sign: '我承诺，签署',
    network: '签署需要联网一次：请在出发前签署。签署后才能打开资料、开始服务。',
    offline: '现在没有网络，暂时不能签署。请联网后再试。',
    thanks: '已签署。资料已经打开。',
    toCheckup: '回到体检 {{number}}',
    who: '谁签署了什么',
    none: '还没有安排专家。',
    waiting: '尚未签署，还不能打开任何资料',
    signed: '{{at}} 签署了 {{version}} 版（{{language}}）',
    language: { zh: '中文', en: '英文' },
    ended: '{{at}} 离开专家组；再次参加须重新签署',
    recorded: '每次签署都记入查看记录，文本的校验值也在其中。',
  },
};

export type PledgeMessages = typeof pledgeZh;
