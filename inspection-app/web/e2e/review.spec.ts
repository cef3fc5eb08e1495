import { type Locator, type Page } from '@playwright/test';
import { mondayOf } from '../src/domain/planning';
import { plusDays } from '../src/domain/time';
import { beijingDay, signedIn } from './people';
import { expect, expectAccessible, test } from './tijian';

const QUESTION = '2号采样探头上次更换是哪一天？';
const REPLY = '今年三月更换，记录见运维台账。';
/** The Monday of a week in which no other test of this server books its experts. */
const MONDAY = mondayOf(beijingDay(14));
const [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY] = [1, 2, 3, 4].map((days) => plusDays(MONDAY, days)) as [string, string, string, string];

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

test('体检之前：补齐资料，提交给专家，答复一份问题清单，凭入企单进厂；改期，谢绝一位专家', async ({ browser, tijian }) => {
  const director = await signedIn(browser, tijian, 'director', 'phone');
  const office = await signedIn(browser, tijian, 'office');
  const expert = await signedIn(browser, tijian, 'expert', 'phone');
  const checkup = await arranged(director, office, TUESDAY);

  await test.step('负责人看到缺什么、为什么，并在缺口处上传', async () => {
    await director.goto('/documents');
    const gap = director.getByRole('article', { name: '验收资料' }).first();
    await expect(gap).toContainText('缺少');
    await expect(gap).toContainText('为什么：');
    await expectAccessible(director);
    await gap.getByRole('button', { name: /^上传/ }).first().click();
    const dialog = director.getByRole('dialog');
    await dialog.locator('input[type=file]').setInputFiles({ name: 'wrong-name.txt', mimeType: 'text/plain', buffer: PDF });
    await dialog.getByLabel('编号', { exact: true }).fill('YS-2025-017');
    await expectAccessible(director);
    await dialog.getByRole('button', { name: '封存并保存' }).click();
    await expect(director.getByRole('article', { name: '验收资料' }).filter({ hasText: 'YS-2025-017' })).toBeVisible();
  });

  await test.step('负责人把资料提交给这次体检', async () => {
    await director.goto(`${checkup}/review`);
    await expect(director.getByText('还没有提交资料。')).toBeVisible();
    await director.getByRole('button', { name: /提交 1 份现有资料/ }).click();
    await expect(director.getByText('已提交 1 份')).toBeVisible();
    await expectAccessible(director);
  });

  await test.step('专家打开资料，写好问题，作为一份清单发出', async () => {
    await expert.goto(`${checkup}/review`);
    await expert.getByRole('button', { name: '我承诺，签署' }).click();
    await expect(expert.getByText('已签署')).toBeVisible();
    await expert.goto(`${checkup}/review`);
    await expert.getByRole('button', { name: /^打开：/ }).click();
    await expect(expert.getByRole('link', { name: '在新标签页中查看 PDF' })).toBeVisible();
    for (const part of ['自查', '曲线', '检查表']) {
      await expert.getByRole('tab', { name: part }).click();
      await expect(expert.locator('.ant-skeleton')).toHaveCount(0);
      await expectAccessible(expert);
    }
    await expert.getByRole('tab', { name: '问题' }).click();
    await expert.getByRole('textbox', { name: '问题' }).fill(QUESTION);
    await expert.getByRole('button', { name: '加入清单' }).click();
    await expect(expert.getByRole('listitem').filter({ hasText: QUESTION })).toBeVisible();
    await expectAccessible(expert);
    await expert.getByRole('button', { name: '发出清单' }).click();
    await expert.getByRole('dialog').getByRole('button', { name: '发出清单' }).click();
    await expect(expert.getByText(/发出$/)).toBeVisible();
  });

  await test.step('负责人答复，专家看到答复', async () => {
    await director.reload();
    await director.getByRole('tab', { name: '问题' }).click();
    await director.getByRole('textbox', { name: /^答复/ }).fill(REPLY);
    await director.getByRole('button', { name: '答复', exact: true }).click();
    await expect(director.getByText(REPLY)).toBeVisible();
    await expert.reload();
    await expert.getByRole('tab', { name: '问题' }).click();
    await expect(expert.getByText(REPLY)).toBeVisible();
  });

  await test.step('门卫不登录也能核对入企单，只看到单上的内容', async () => {
    await expert.goto(`${checkup}/slip`);
    await expect(expert.getByText('服务指导，不是行政检查').first()).toBeVisible();
    await expectAccessible(expert);
    const slip = (await (await expert.request.get(`/api${checkup}/slip`)).json()) as { token: string; number: string };
    const guard = await (await browser.newContext({ baseURL: tijian.url, viewport: { width: 390, height: 844 }, locale: 'zh-CN' })).newPage();
    await guard.goto(`/entry#${slip.token}`);
    await expect(guard.getByText('不是今天').first()).toBeVisible();
    await expect(guard.getByText(slip.number)).toBeVisible();
    await expectAccessible(guard);
    await guard.goto('/entry#AAAA');
    await expect(guard.getByText('无效')).toBeVisible();
    await expect(guard.getByText(slip.number)).toHaveCount(0);
    await guard.context().close();
  });

  const moved = await arranged(director, office, WEDNESDAY);

  await test.step('服务台在日历上把入企拖到专家已有安排的时段：说明为什么不行，日期不变', async () => {
    await office.goto('/calendar');
    await office.getByLabel('日期').fill(MONDAY);
    await half(office, '上午', WEDNESDAY).getByRole('button').dragTo(half(office, '上午', TUESDAY));
    const dialog = office.getByRole('dialog');
    await expect(dialog.getByLabel('日期')).toHaveValue(TUESDAY);
    await expect(dialog.getByText('专家甲在这段时间已有安排，请换时间或专家。')).toBeVisible();
    await expectAccessible(office);
    await dialog.getByLabel('改动的原因').fill('试排');
    await dialog.getByRole('button', { name: '保存改动' }).click();
    await expect(dialog.getByText(/在 .* 至 .* 已有安排（TJ-.*），请改选时间或者专家。/)).toBeVisible();
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(half(office, '上午', WEDNESDAY).getByRole('button')).toBeVisible();
  });

  await test.step('用鼠标拖到周四下午，再用键盘改到周五；企业和专家收到通知', async () => {
    await half(office, '上午', WEDNESDAY).getByRole('button').dragTo(half(office, '下午', THURSDAY));
    const dialog = office.getByRole('dialog');
    await expect(dialog.getByText('已有安排，请换时间或专家')).toHaveCount(0);
    await dialog.getByLabel('改动的原因').fill('专家上午有课');
    await dialog.getByRole('button', { name: '保存改动' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(half(office, '下午', THURSDAY).getByRole('button')).toContainText('13:30–16:30');
    await expect(half(office, '上午', WEDNESDAY).getByRole('button')).toHaveCount(0);
    await expectAccessible(office);

    await half(office, '下午', THURSDAY).getByRole('button').focus();
    await office.keyboard.press('Enter');
    await dialog.getByLabel('日期').fill(FRIDAY);
    await dialog.getByLabel('改动的原因').fill('机组周四停机');
    await dialog.getByRole('button', { name: '保存改动' }).focus();
    await office.keyboard.press('Enter');
    await expect(half(office, '下午', FRIDAY).getByRole('button')).toBeVisible();
    for (const told of [director, expert]) {
      await told.goto('/notices');
      await expect(told.getByRole('article').filter({ hasText: '预约有变动' }).first()).toContainText(`${FRIDAY} 13:30`);
    }
  });

  await test.step('负责人不说理由谢绝一位专家：安排取消，服务台另派', async () => {
    await director.goto(moved);
    await director.getByRole('button', { name: '谢绝专家' }).click();
    const dialog = director.getByRole('dialog');
    await dialog.getByRole('radio', { name: '专家乙' }).check();
    await expectAccessible(director);
    await dialog.getByRole('button', { name: '谢绝', exact: true }).click();
    await expect(director.getByText('已受理').first()).toBeVisible();
    await office.goto('/notices');
    await expect(office.getByRole('article').filter({ hasText: '轮到您了' }).first()).toBeVisible();
    await expert.goto('/notices');
    await expect(expert.getByRole('article').filter({ hasText: '您的预约已取消' }).first()).toContainText(FRIDAY);
  });

  await test.step('程序提出另一位专家和时间，写明理由；服务台确认', async () => {
    await office.goto('/calendar');
    await office.getByRole('combobox', { name: '每组人数' }).click();
    await office.locator('.ant-select-item-option').filter({ hasText: '每组 1 位专家' }).click();
    await office.getByRole('button', { name: '提出建议' }).click();
    const proposal = office.getByRole('article', { name: /^TJ-/ });
    await expect(proposal).toContainText('专家甲');
    await expect(proposal).toContainText('路途');
    await expect(proposal.getByText('不可行')).toHaveCount(0);
    await expectAccessible(office);
    await proposal.getByRole('button', { name: '确认' }).click();
    await expect(proposal).toHaveCount(0);
    await director.reload();
    await expect(director.getByText('已安排').first()).toBeVisible();
  });
});

/** A half of a day in the office's calendar, which shows that week. */
function half(office: Page, name: '上午' | '下午', day: string): Locator {
  const place = Math.round((Date.parse(day) - Date.parse(MONDAY)) / 86_400_000);
  return office.getByRole('row', { name: new RegExp(`^${name}`) }).getByRole('cell').nth(place);
}

/** A check-up with an appointment of all experts in the morning of a day; its path. */
async function arranged(director: Page, office: Page, day: string): Promise<string> {
  const terms = await call<{ version: string; sha256: { zh: string } }>(director, 'GET', '/api/terms');
  const outlets = await call<{ id: number }[]>(director, 'GET', '/api/outlets');
  const checkup = await call<{ id: string }>(director, 'POST', '/api/checkups', {
    outletIds: outlets.map(({ id }) => id),
    topics: ['calibration', 'networking'],
    dataFrom: beijingDay(-7),
    dataUntil: beijingDay(0),
    preferredDays: [],
    note: '',
    terms: { version: terms.version, language: 'zh', sha256: terms.sha256.zh },
  });
  await call(office, 'POST', `/api/checkups/${checkup.id}/accept`, {});
  const experts = await call<{ id: string; username?: string }[]>(office, 'GET', '/api/experts');
  await call(office, 'POST', `/api/checkups/${checkup.id}/schedule`, {
    expertIds: experts.map(({ id }) => id),
    startsAt: `${day}T01:00:00Z`,
    endsAt: `${day}T04:00:00Z`,
  });
  return `/checkups/${checkup.id}`;
}

/** Speaks to the server as the page does: with its cookies and its token. */
async function call<T>(page: Page, method: string, path: string, body?: unknown): Promise<T> {
  return page.evaluate(
    async ([how, where, what]) => {
      const { csrf } = (await (await fetch('/api/session')).json()) as { csrf: { header: string; token: string } };
      const response = await fetch(where as string, {
        method: how as string,
        headers: { 'Content-Type': 'application/json', [csrf.header]: csrf.token },
        ...(what === undefined ? {} : { body: JSON.stringify(what) }),
      });
      if (!response.ok) throw new Error(`${where as string} ${response.status} ${await response.text()}`);
      return (await response.json()) as T;
    },
    [method, path, body] as const,
  );
}
