import { type Page } from '@playwright/test';
import { beijingDay, signedIn } from './people';
import { expect, expectAccessible, test } from './tijian';

const QUESTION = '2号采样探头上次更换是哪一天？';
const REPLY = '今年三月更换，记录见运维台账。';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj 3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF');

test('体检之前：补齐资料，提交给专家，答复一份问题清单，凭入企单进厂', async ({ browser, tijian }) => {
  const director = await signedIn(browser, tijian, 'director', 'phone');
  const office = await signedIn(browser, tijian, 'office');
  const expert = await signedIn(browser, tijian, 'expert', 'phone');
  const checkup = await arranged(director, office);

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
  });
});

/** A check-up with an appointment on a day that no other test of this server books its experts for; its path. */
async function arranged(director: Page, office: Page): Promise<string> {
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
  const day = beijingDay(9);
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
