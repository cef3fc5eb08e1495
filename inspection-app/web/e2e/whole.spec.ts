import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { atTenOn, canMoveClock, dayOf, today, type OtherDay } from './clock';
import { signedInAs } from './people';
import { calendarFeed, followInvitation, publish, type Offer } from './programme';
import { expect, expectAccessible, serve, test, type Tijian } from './tijian';
import { words, type Language, type Words } from './words';

/** The emulator's NOx span drift grows for thirty days and begins anew: large on this day of the thirty, nothing five days later. */
const LATE_IN_THE_SAW_TOOTH = 28;
const SAW_TOOTH_DAYS = 30;
const DAYS_LATER = 5;
const CODE = 'span-drift:a21002';

const TEXTS = {
  zh: { advice: '量程漂移偏大', says: '更换气路过滤器后重新调整量程', organisation: '示范燃机电厂', moved: '专家临时有课，改到下午', expert: '专家丙' },
  en: { advice: 'Span drift is large', says: 'Change the filter of the sample line and adjust the span', organisation: '示范燃机电厂', moved: 'The lead teaches that morning', expert: 'Expert C' },
} as const;

const OFFER: Omit<Offer, 'until'> = {
  title: { zh: '氮氧化物监测校准体检', en: 'Calibration of NOx monitoring' },
  text: { zh: '专家与企业一起看校准。', en: 'Experts and enterprises look at calibration together.' },
  place: '辽宁省',
};

const REASON: Readonly<Record<Language, RegExp>> = {
  zh: /适合贵单位的排放口 DA001、DA002，条件是：废气、监测氮氧化物、辽宁省。/,
  en: /This fits your outlets DA001, DA002, because it is for: waste gas, monitoring of [^,]+, 辽宁省\./,
};

/** Everybody at a browser of their own, in one language and at one width. */
interface Cast {
  readonly browser: Browser;
  readonly language: Language;
  readonly device: 'phone' | 'desktop';
  readonly t: Words;
  readonly passwords: Map<string, string>;
}

for (const [language, device] of [
  ['zh', 'phone'],
  ['en', 'desktop'],
] as const) {
  test(`the whole journey, ${language}, ${device}: invited, asked for, matched, visited, followed to the proven fix`, async ({ browser }) => {
    test.skip(!canMoveClock, 'days have to pass: libfaketime is not installed');
    test.setTimeout(900_000);
    const data = mkdtempSync(join(tmpdir(), 'tijian-whole-'));
    const cast: Cast = { browser, language, device, t: words(language), passwords: new Map() };
    try {
      const now = today();
      const first = now - ((((now - LATE_IN_THE_SAW_TOOTH) % SAW_TOOTH_DAYS) + SAW_TOOTH_DAYS) % SAW_TOOTH_DAYS);
      const before = await onDay(data, atTenOn(first), (tijian, day) => visit(cast, tijian, day, first));
      await onDay(data, atTenOn(first + DAYS_LATER), (tijian, day) => proof(cast, tijian, day, before));
    } finally {
      rmSync(data, { recursive: true, force: true });
    }
  });
}

async function onDay<T>(data: string, day: OtherDay, story: (tijian: Tijian, day: OtherDay) => Promise<T>): Promise<T> {
  const server = await serve(data, day.environment);
  try {
    return await story(server, day);
  } finally {
    await server.stop();
  }
}

/** From the request to the receipt of the report, on one day. Tells where the check-ups are. */
async function visit(cast: Cast, tijian: Tijian, day: OtherDay, first: number): Promise<Found> {
  const { t, language } = cast;
  const said = TEXTS[language];
  for (const [username, password] of tijian.passwords) cast.passwords.set(username, password);
  const enter = (username: string): Promise<Page> =>
    signedInAs(cast.browser, tijian, { username, password: cast.passwords.get(username) ?? '' }, { language, device: cast.device, ahead: day.ahead });
  const [director, other, office] = [await enter('director'), await enter('director2'), await enter('office')];

  await test.step('the other enterprise registers its outlet', async () => {
    await other.goto('/outlets/new');
    await other.getByLabel(t('outletForm.code'), { exact: true }).fill('DA001');
    await other.getByLabel(t('outletForm.nameZh'), { exact: true }).fill('1号锅炉排放口');
    await other.getByRole('button', { name: t('outletForm.save') }).click();
    await expect(other.getByText(t('dialect.saved')).or(other.getByText('HJ 75-2017')).first()).toBeAttached();
    await expectAccessible(other);
    await other.goto('/');
    await expect(other.getByText(/DA001/).first()).toBeVisible();
  });

  await test.step('the office publishes a programme', () => publish(t, office, { ...OFFER, until: dayOf(first + 30) }));

  const checkup = await test.step('the enterprise that it fits is told why, and asks for a check-up from it, a page a step', async () => {
    await followInvitation(t, director, OFFER.title[language], REASON[language]);
    const path = await signed(cast, director, { outlet: /DA002/, question: true, invited: true });
    expect(await calendarFeed(t, director)).toContain(OFFER.title[language]);
    await office.goto('/programmes');
    await expect(office.getByRole('article', { name: OFFER.title[language] })).toContainText(t('programme.counts', { told: 1, requests: 1 }));
    return path;
  });

  await test.step('the one that it does not fit is not told', async () => {
    await other.goto('/notices');
    await expect(other.getByText(t('notice.none'))).toBeVisible();
    await other.goto('/programmes');
    await expect(other.getByText(t('programme.noneForYou'))).toBeVisible();
  });

  const waiting = await test.step('another enterprise asks twice, and withdraws one of the two', async () => {
    const stays = await request(cast, other, { outlet: /./, question: false });
    const goes = await request(cast, other, { outlet: /./, question: false });
    await other.goto(goes);
    await other.getByRole('button', { name: t('act.withdraw') }).click();
    await other.getByRole('dialog').getByRole('button', { name: t('act.withdraw') }).click();
    await expect(other.getByText(t('checkup.state.Withdrawn')).first()).toBeVisible();
    await expect(other.getByText(t('checkup.nothingLeft')).first()).toBeVisible();
    return stays;
  });

  await test.step('the office registers a third expert, who has worked for the enterprise and says so', async () => {
    await office.goto('/experts');
    await office.getByLabel(t('signIn.username')).fill('expert3');
    await office.getByLabel(t('person.nameZh')).fill('专家丙');
    await office.getByLabel(t('person.nameEn')).fill('Expert C');
    await office.getByRole('button', { name: t('expertise.bringIn') }).click();
    const secret = office.locator('[data-secret]');
    await expect(secret).toBeVisible();
    cast.passwords.set('expert3', (await secret.innerText()).trim());
    await expectAccessible(office);
    const third = await enter('expert3');
    await third.goto('/experts/me');
    await third.getByLabel(t('expertise.organisation')).fill(said.organisation);
    await third.locator('#from').fill(dayOf(first - 400));
    await third.getByRole('button', { name: t('expertise.declare') }).click();
    await expect(third.getByText(said.organisation).first()).toBeVisible();
    await expectAccessible(third);
    await third.context().close();
  });

  await test.step('the office accepts; the one with a tie is refused with a reason; two others are booked, and moved', async () => {
    await office.goto(checkup);
    await office.getByRole('button', { name: t('act.accept') }).click();
    await office.getByRole('button', { name: t('act.schedule') }).click();
    const dialog = office.getByRole('dialog');
    await choose(office, dialog.getByRole('combobox', { name: t('schedule.lead') }), said.expert);
    await dialog.getByLabel(t('schedule.day')).fill(dayOf(first + 1));
    await dialog.getByRole('button', { name: t('schedule.save') }).click();
    await expect(dialog.getByRole('alert').filter({ hasText: said.expert }).first()).toBeVisible();
    await expect(office.getByText(t('checkup.state.Accepted')).first()).toBeVisible();
    await choose(office, dialog.getByRole('combobox', { name: t('schedule.lead') }), language === 'zh' ? '专家甲' : 'Expert A');
    await choose(office, dialog.getByRole('combobox', { name: t('schedule.members') }), language === 'zh' ? '专家乙' : 'Expert B');
    await office.keyboard.press('Escape');
    await dialog.getByRole('button', { name: t('schedule.save') }).click();
    await expect(office.getByText(t('checkup.state.Scheduled')).first()).toBeVisible();
    await office.getByRole('button', { name: t('act.reschedule') }).click();
    await dialog.getByLabel(t('schedule.from')).fill('14:00');
    await dialog.getByLabel(t('schedule.until')).fill('17:00');
    await dialog.getByLabel(t('schedule.reason')).fill(said.moved);
    await dialog.getByRole('button', { name: t('schedule.keep') }).click();
    await expect(dialog).toHaveCount(0);
    await director.goto('/notices');
    await expect(director.getByText(/TJ-/).first()).toBeVisible();
    await expectAccessible(director);
    await director.goto(checkup);
    await expect(director.getByText(said.moved).first()).toBeVisible();
    await expectAccessible(director);
  });

  await test.step('the experts visit, leave one piece of advice that a check stands behind, and close the meeting', async () => {
    const expert = await enter('expert');
    await expert.goto(`${checkup}/review`);
    await expect(expert).toHaveURL(/\/pledge$/);
    await expectAccessible(expert);
    await expert.getByRole('button', { name: t('pledge.sign') }).click();
    await expect(expert.getByText(t('pledge.thanks'))).toBeVisible();
    await expert.goto(`${checkup}/review`);
    await expectAccessible(expert);
    await expert.goto(checkup);
    await expert.getByRole('button', { name: t('act.start') }).click();
    await expect(expert).toHaveURL(/\/visit$/);
    const item = expert.getByRole('article').filter({ visible: true }).first();
    await item.getByRole('button', { name: t('result.improvement') }).click();
    await expect(item.getByText(/\d\d:\d\d/).first()).toBeVisible();
    await expert.getByRole('textbox', { name: t('advice.heading') }).fill(said.advice);
    await expert.getByRole('textbox', { name: t('advice.text') }).fill(said.says);
    await choose(expert, expert.getByRole('combobox', { name: t('advice.finding') }), language === 'zh' ? /气体分析仪量程漂移.*氮氧化物/ : /Span drift of the gas analyser.*(NOx|nitrogen oxides)/i);
    await expert.getByRole('button', { name: t('advice.save') }).click();
    await expect(expert.getByText(said.says)).toBeVisible();
    await expert.getByRole('button', { name: t('act.close-meeting') }).click();
    await expert.getByRole('dialog').getByRole('button', { name: t('act.close-meeting') }).click();
    await expect(expert.getByText(t('checkup.state.Closing')).first()).toBeVisible();
  });

  await test.step('the director reads the report, receives it, and rates the visit', async () => {
    await director.goto(`${checkup}/report`);
    await expect(director.getByText(said.says)).toBeVisible();
    await director.goto(checkup);
    await expect(director.getByRole('region', { name: t('pledge.title') }).getByText(/SHA-256/)).toBeVisible();
    await director.getByRole('button', { name: t('act.receive') }).click();
    await director.getByRole('dialog').getByRole('button', { name: t('act.receive') }).click();
    await expect(director.getByText(t('checkup.state.Closed')).first()).toBeVisible();
    await director.locator('.ant-rate-star').nth(4).click();
    await director.getByRole('button', { name: t('rating.send') }).click();
    await expect(director.getByText(t('rating.done'))).toBeVisible();
    await director.goto(`${checkup}/follow-up`);
    const open = director.getByRole('article', { name: said.advice });
    await expect(open.getByText(t('track.state.open'))).toBeVisible();
    await expectAccessible(director);
  });

  await test.step('neither the office nor the other enterprise reads any of it', async () => {
    for (const stranger of [office, other]) {
      const answer = await stranger.request.get(`/api${checkup}/report`);
      expect(answer.status()).toBe(403);
      expect(await answer.text()).not.toContain(said.says);
    }
  });
  for (const page of [director, other, office]) await page.context().close();
  return { checkup, waiting };
}

interface Found {
  /** Paths of the check-up that was visited, and of the request that nobody has answered. */
  readonly checkup: string;
  readonly waiting: string;
}

/** Days later: the promise to the other enterprise has run out, and the readings have proved what was advised. */
async function proof(cast: Cast, tijian: Tijian, day: OtherDay, { checkup, waiting }: Found): Promise<void> {
  const { t, language } = cast;
  const said = TEXTS[language];
  const enter = (username: string): Promise<Page> =>
    signedInAs(cast.browser, tijian, { username, password: cast.passwords.get(username) ?? '' }, { language, device: cast.device, ahead: day.ahead });
  const [director, other, office] = [await enter('director'), await enter('director2'), await enter('office')];

  await test.step('the late step is shown to the enterprise and to the office', async () => {
    await other.goto(waiting);
    await expect(other.getByText(started(t('clock.late'))).first()).toBeVisible();
    await office.goto('/');
    await office.getByRole('checkbox', { name: t('desk.onlyLate') }).check();
    const number = (/TJ-\d+-\d+/.exec(await other.getByRole('heading', { level: 1 }).innerText()) ?? [''])[0];
    await expect(office.getByText(number).first()).toBeVisible();
    await expectAccessible(office);
  });

  await test.step('the item closes itself from the stream, with its working', async () => {
    await historyLoaded(director);
    await director.goto(`${checkup}/follow-up`);
    const item = director.getByRole('article', { name: said.advice });
    await expect(item.getByText(t('track.state.done-by-data')).first()).toBeVisible({ timeout: 60_000 });
    await item.getByText(t('proof.show')).click();
    await expect(item.getByText(CODE).or(item.getByText(t('proof.own'))).first()).toBeVisible();
    await expectAccessible(director);
  });

  await test.step('the certificate is issued, anybody may check it, and it tells nothing of what was found', async () => {
    await director.getByRole('button', { name: t('complete.act') }).click();
    await director.getByRole('dialog').getByRole('button', { name: t('complete.act') }).click();
    const link = director.getByRole('link', { name: t('cert.page') });
    await expect(link).toBeVisible();
    const anybody = await (await cast.browser.newContext({ baseURL: tijian.url, reducedMotion: 'reduce' })).newPage();
    await anybody.addInitScript((kept) => localStorage.setItem('tijian.language', kept), language);
    await anybody.goto((await link.getAttribute('href')) ?? '');
    await expect(anybody.getByText(t('verify.valid'), { exact: true })).toBeVisible();
    await expect(anybody.getByText(t('verify.good'))).toBeVisible();
    await expect(anybody.getByText(said.advice)).toHaveCount(0);
    await expectAccessible(anybody);
    await anybody.context().close();
  });
  for (const page of [director, other, office]) await page.context().close();
}

/** A request that no programme stands behind. */
async function request(cast: Cast, director: Page, what: Asked): Promise<string> {
  await director.goto('/checkups/new');
  await director.getByRole('button', { name: cast.t('wizard.begin') }).click();
  return signed(cast, director, what);
}

interface Asked {
  readonly outlet: RegExp;
  readonly question: boolean;
  /** Begun from an invitation: its outlets and topics are chosen already. */
  readonly invited?: boolean;
}

/** Goes through the request's pages and signs it; tells the path of the check-up. */
async function signed({ t, language }: Cast, director: Page, what: Asked): Promise<string> {
  const next = director.getByRole('button', { name: t('wizard.next'), exact: true });
  await next.waitFor();
  const outlets = director.getByRole('group', { name: t('request.outlets') });
  if (what.invited) await expect(outlets.getByRole('checkbox', { checked: true })).toHaveCount(2);
  for (const box of await outlets.getByRole('checkbox').all()) await box.uncheck();
  await director.getByRole('checkbox', { name: what.outlet }).first().check();
  await expectAccessible(director);
  const goOn = async (to: string): Promise<void> => {
    await next.click();
    await expect(director.getByRole('heading', { name: t(to), exact: true })).toBeVisible();
  };
  await goOn('wizard.step.topics');
  const topic = director.getByRole('checkbox', { name: started(t('topic.calibration')) });
  if (what.invited) await expect(topic).toBeChecked();
  await topic.check();
  await goOn('wizard.step.days');
  await goOn('wizard.step.plant');
  await goOn('wizard.step.questions');
  if (what.question) {
    await director.getByLabel(t('wizard.questions')).fill(language === 'zh' ? '漂移为什么变大？' : 'Why does the drift grow?');
  }
  await goOn('wizard.review');
  await director.getByRole('checkbox', { name: t('request.sign') }).check();
  await director.getByRole('button', { name: t('request.send') }).click();
  await expect(director).toHaveURL(/\/checkups\/[0-9a-f-]{36}$/);
  await expect(director.getByText(t('checkup.state.Requested')).first()).toBeVisible();
  return new URL(director.url()).pathname;
}

async function choose(page: Page, box: ReturnType<Page['getByRole']>, what: string | RegExp): Promise<void> {
  await box.click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: what }).first().click();
}

/** What begins with the words before the first gap of a text. */
function started(text: string): RegExp {
  return new RegExp((text.split('{{')[0] ?? text).trim().replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}

/** The emulated loggers send what they kept while the server was away. */
async function historyLoaded(page: Page): Promise<void> {
  await expect(async () => {
    const outlets = (await (await page.request.get('/api/outlets')).json()) as { minutes: { loading: boolean } }[];
    expect(outlets.filter(({ minutes }) => minutes.loading)).toEqual([]);
  }).toPass({ timeout: 240_000 });
}
