import { type Browser, type Page } from '@playwright/test';
import { beijingDay, signedIn } from './people';
import { expect, expectAccessible, test, type Tijian } from './tijian';

/** Pictures of the screens in both languages on a desktop and on a phone, for people to look at; the machine looks for what must not be. */
for (const device of ['desktop', 'phone'] as const) {
  test(`screens on a ${device} fit, and nothing is left untranslated`, async ({ browser, tijian }) => {
    const director = await signedIn(browser, tijian, 'director', device);
    const office = await signedIn(browser, tijian, 'office', device);
    const others = await people(browser, tijian, director, device);
    const outlet = await firstOutlet(director);
    const logger = await firstLogger(director);
    const checkup = await firstCheckup(director, outlet);
    const programme = await firstProgramme(office);
    for (const language of ['zh', 'en'] as const) {
      for (const page of [director, office, ...Object.values(others)]) await choose(page, language);
      for (const tab of ['readings', 'drift', 'self-check', 'logger', 'accuracy-tests']) {
        await shown(director, `/outlets/${outlet}/${tab}`, `${language}-${device}-outlet-${tab}`);
      }
      for (const tab of ['health', 'quarantine', 'commands', 'gaps', 'settings']) {
        await shown(director, `/loggers/${logger}/${tab}`, `${language}-${device}-logger-${tab}`);
      }
      await shown(director, '/loggers', `${language}-${device}-loggers`);
      await shown(director, '/loggers/new', `${language}-${device}-logger-new`);
      await shown(director, `/outlets/${outlet}/settings`, `${language}-${device}-outlet-settings`);
      await shown(director, '/outlets/new', `${language}-${device}-outlet-new`);
      await shown(director, '/enterprise', `${language}-${device}-enterprise`);
      await shown(director, '/map', `${language}-${device}-map`);
      await shown(office, '/enterprises', `${language}-${device}-enterprises`);
      await shown(office, '/inspector', `${language}-${device}-inspector`);
      await shown(director, '/', `${language}-${device}-home`);
      await shown(director, '/documents', `${language}-${device}-documents`);
      await shown(director, '/checkups', `${language}-${device}-checkups`);
      await shown(director, '/checkups/new', `${language}-${device}-request`);
      await shown(director, `/drafts/${await draft(director)}`, `${language}-${device}-draft`);
      await shown(director, '/map', `${language}-${device}-map`);
      await shown(director, '/programmes', `${language}-${device}-programmes-fitting`);
      await shown(director, `/programmes/${await firstProgramme(director)}`, `${language}-${device}-programme`);
      await shown(office, '/programmes', `${language}-${device}-programmes`);
      await shown(office, '/programmes/new', `${language}-${device}-programme-new`);
      await shown(director, '/terms', `${language}-${device}-terms`);
      await shown(director, '/statistics', `${language}-${device}-statistics`);
      await shown(director, '/remedies', `${language}-${device}-remedies`);
      await shown(director, `/verify/${'0'.repeat(26)}`, `${language}-${device}-verify-unknown`);
      await shown(office, '/dashboard', `${language}-${device}-dashboard`);
      await shown(office, '/late', `${language}-${device}-late`);
      await shown(office, '/certificates', `${language}-${device}-certificates`);
      await shown(director, '/notices', `${language}-${device}-notices`);
      await shown(director, '/me', `${language}-${device}-account`);
      await shown(director, '/complaints', `${language}-${device}-complaints`);
      await shown(director, '/visitors', `${language}-${device}-visitors`);
      await shown(office, '/calendar', `${language}-${device}-calendar`);
      await shown(office, '/experts', `${language}-${device}-experts`);
      await shown(office, `/experts/${await firstExpert(office)}`, `${language}-${device}-expert`);
      await shown(director, '/nowhere', `${language}-${device}-not-found`);
      await shown(office, '/entries', `${language}-${device}-entries`);
      await shown(office, '/entry', `${language}-${device}-gate`);
      await shown(office, '/', `${language}-${device}-office`);
      // Enough in one language a device: English, whose words are longer, where there is least room.
      if ((device === 'phone') !== (language === 'en')) continue;
      await shown(director, `/checkups/${checkup}`, `${language}-${device}-checkup`);
      for (const page of ['change', 'slip', 'review', 'visit', 'report', 'follow-up', 'access']) {
        await shown(director, `/checkups/${checkup}/${page}`, `${language}-${device}-checkup-${page}`);
      }
      await shown(office, `/programmes/${programme}`, `${language}-${device}-programme`);
      await shown(office, `/programmes/${programme}/edit`, `${language}-${device}-programme-edit`);
      for (const page of ['/', '/checkups', '/documents', '/loggers', `/outlets/${outlet}`, '/me']) {
        await shown(others.colleague, page, `${language}-${device}-colleague${page.replaceAll('/', '-').replace(/-$/, '')}`);
      }
      await shown(others.expert, '/', `${language}-${device}-expert-visits`);
      await shown(others.expert, '/experts/me', `${language}-${device}-expert-own`);
      await shown(others.gatekeeper, '/', `${language}-${device}-gatekeeper`);
      await shown(others.gatekeeper, '/complaints', `${language}-${device}-gatekeeper-complaints`);
      for (const page of ['/sign-in', '/register', '/recover']) {
        await shown(others.nobody, page, `${language}-${device}-nobody${page.replaceAll('/', '-')}`);
      }
    }
  });
}

/** Everybody else who opens pages; the colleague has every right that can be given. */
async function people(browser: Browser, tijian: Tijian, director: Page, device: 'desktop' | 'phone') {
  const username = `screens-${device}`;
  const rights = ['readings', 'loggers', 'documents', 'requests', 'findings'];
  const { password } = (await posted(director, '/api/colleagues', { username, nameZh: '示例同事', nameEn: 'Example colleague', rights })) as { password: string };
  const known = { ...tijian, passwords: new Map([...tijian.passwords, [username, password]]) };
  const nobody = await (await browser.newContext({ baseURL: tijian.url, viewport: director.viewportSize(), locale: 'zh-CN', reducedMotion: 'reduce' })).newPage();
  await nobody.goto('/sign-in');
  return {
    colleague: await signedIn(browser, known, username, device),
    expert: await signedIn(browser, known, 'expert', device),
    gatekeeper: await signedIn(browser, known, 'gate1', device),
    nobody,
  };
}

async function posted(page: Page, path: string, data: object): Promise<unknown> {
  const session = (await (await page.request.get('/api/session')).json()) as { csrf: { header: string; token: string } };
  const answer = await page.request.post(path, { data, headers: { [session.csrf.header]: session.csrf.token } });
  expect(answer.ok(), `${path} ${await answer.text()}`).toBe(true);
  return answer.json();
}

/** The newest check-up, or one that is asked for now. */
async function firstCheckup(page: Page, outlet: number): Promise<string> {
  const known = (await (await page.request.get('/api/checkups')).json()) as { id: string }[];
  if (known[0]) return known[0].id;
  const begun = (await posted(page, '/api/drafts', {})) as { id: string; version: number };
  const content = { outletIds: [outlet], topics: ['calibration'], dataFrom: beijingDay(-7), dataUntil: beijingDay(7), preferredDays: [], note: '' };
  await posted(page, `/api/drafts/${begun.id}`, { step: 5, version: begun.version, content, questions: '' });
  const { version, sha256 } = (await (await page.request.get('/api/terms')).json()) as { version: string; sha256: { zh: string } };
  const terms = { version, language: 'zh', sha256: sha256.zh };
  return ((await posted(page, `/api/drafts/${begun.id}/submit`, { terms })) as { id: string }).id;
}

async function firstOutlet(page: Page): Promise<number> {
  const outlets = (await (await page.request.get('/api/outlets')).json()) as { id: number }[];
  return outlets[0]?.id ?? 0;
}

/** The newest draft of a request, or a new one. */
async function draft(page: Page): Promise<string> {
  const known = (await (await page.request.get('/api/drafts')).json()) as { id: string }[];
  if (known[0]) return known[0].id;
  return ((await posted(page, '/api/drafts', {})) as { id: string }).id;
}

async function firstExpert(page: Page): Promise<string> {
  const experts = (await (await page.request.get('/api/experts')).json()) as { id: string }[];
  return experts[0]?.id ?? 'none';
}

/** The demonstration's, which fits. */
async function firstProgramme(page: Page): Promise<string> {
  const programmes = (await (await page.request.get('/api/programmes')).json()) as { id: string }[];
  return programmes[0]?.id ?? 'none';
}

async function firstLogger(page: Page): Promise<string> {
  const loggers = (await (await page.request.get('/api/loggers')).json()) as { mn: string }[];
  return loggers[0]?.mn ?? 'none';
}

async function choose(page: Page, language: 'zh' | 'en'): Promise<void> {
  if ((await page.locator('html').getAttribute('lang'))?.startsWith(language)) return;
  await page.getByRole('button', { name: language === 'zh' ? '中文' : 'English' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
}

async function shown(page: Page, path: string, name: string): Promise<void> {
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
  // What is far down is made when somebody comes near it.
  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  await page.waitForTimeout(150);
  await expect(page.locator('.ant-skeleton')).toHaveCount(0);
  await page.evaluate(() => window.scrollTo(0, 0));
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(wider, `${name} scrolls sideways`).toBeLessThanOrEqual(1);
  const text = await page.locator('body').innerText();
  expect(text).not.toMatch(/\{\{|undefined|NaN|\bnull\b/);
  // A word that was not fetched shows as its key.
  expect(text, `${name} shows a key for a word`).not.toMatch(/^[a-z]+(?:\.[a-zA-Z]+)+$/m);
  // The same page in the other language differs in its words alone: looked through once on each device.
  if (name.startsWith('zh-desktop') || name.startsWith('en-phone')) await expectAccessible(page);
  await page.screenshot({ path: `test-results/screens/${name}.png`, fullPage: true });
}
