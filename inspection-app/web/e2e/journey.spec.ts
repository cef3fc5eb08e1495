import { execFileSync } from 'node:child_process';
import { type Page } from '@playwright/test';
import { keptByBrowser } from './kept';
import { beijingDay, signedIn } from './people';
import { expect, expectAccessible, test } from './tijian';

const ADVICE = '采样探头滤芯建议改为每月更换';
const NOTE = '滤芯有积灰，已当场吹扫';

test('一次体检，从申请到签收：只有企业看得到报告', async ({ browser, tijian }) => {
  const director = await signedIn(browser, tijian, 'director');
  const office = await signedIn(browser, tijian, 'office');
  const expert = await signedIn(browser, tijian, 'expert', 'phone');
  const stranger = await signedIn(browser, tijian, 'director2');

  await test.step('负责人看到自己的排放口、自查结果和算式', async () => {
    await expect(director.getByRole('heading', { name: '今天需要我做什么？' })).toBeVisible();
    await expect(director.getByText('示范数据').first()).toBeVisible();
    await historyLoaded(director);
    await director.reload();
    await expectAccessible(director);
    await director.getByRole('link', { name: /DA001/ }).first().click();
    await expect(director.getByText('实时数值').first()).toBeVisible();
    await expect(director.locator('canvas').first()).toBeVisible();
    await expectAccessible(director);
    await director.getByRole('tab', { name: '自查' }).click();
    await director.locator('details.in-order > summary').click();
    const finding = director.getByRole('article', { name: '小时数据有效性' }).first();
    await finding.getByText('查看算式与依据').click();
    await expect(finding.getByText('公式')).toBeVisible();
    await expect(finding.getByText('HJ 75-2017')).toBeVisible();
    await expectAccessible(director);
    await director.getByRole('tab', { name: '漂移' }).click();
    await expect(director.locator('canvas:visible').first()).toBeVisible();
  });

  await test.step('用页面上给出的命令发送一帧，两秒内显示；损坏的一帧进入隔离区', async () => {
    await director.getByRole('tab', { name: '数采仪' }).click();
    await untilTheLoggerHasJustSent();
    await director.getByLabel('新密码的用途').fill('联调测试');
    await director.getByRole('button', { name: '发放密码' }).click();
    const dialog = director.getByRole('dialog');
    const command = (await dialog.locator('code, pre').filter({ hasText: 'mosquitto_pub' }).first().innerText()).trim();
    await dialog.getByRole('button', { name: '我已记下' }).click();
    const sent = /a21002-Rtd=([\d.]+)/.exec(command)?.[1] ?? 'no value in the command';
    const shownAs = String(Number(sent));
    const own = director.url();
    await director.getByRole('tab', { name: '数据' }).click();
    execFileSync('sh', ['-c', command]);
    await expect(director.getByText(shownAs, { exact: true }).first()).toBeVisible({ timeout: 4000 });
    execFileSync('sh', ['-c', command.replace(/(a21002-Flag)=./, '$1=D')]);
    await director.goto(own);
    await expect(director.getByText(/CRC/).first()).toBeVisible();
    await expectAccessible(director);
  });

  await test.step('负责人阅读并签署条款，申请体检', async () => {
    await director.goto('/checkups/new');
    await director.getByRole('button', { name: '新的申请' }).click();
    const next = director.getByRole('button', { name: '保存并继续' });
    await director.getByRole('checkbox', { name: /DA001/ }).check();
    await expectAccessible(director);
    await next.click();
    await expect(director.getByRole('heading', { name: '自查建议的主题' })).toBeVisible();
    await director.getByRole('checkbox', { name: /校准与准确度/ }).check();
    await expectAccessible(director);
    await next.click();
    await director.getByLabel('现场情况').fill('请到东门登记');
    await next.click();
    await director.getByRole('button', { name: '加一条' }).click();
    await director.getByLabel('开始日').fill(await director.evaluate(() => new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10)));
    await expectAccessible(director);
    await next.click();
    await director.getByLabel('想问专家的问题').fill('零点漂移为什么总在夜里变大？');
    await next.click();
    // Kept at every step: the page opens where it was left.
    await director.reload();
    await expect(director.getByText('零点漂移为什么总在夜里变大？')).toBeVisible();
    await expect(director.getByLabel('服务条款')).toContainText('自愿');
    await director.getByRole('button', { name: '签署并申请体检' }).click();
    await expect(director.getByText('请先阅读并签署条款')).toBeVisible();
    await director.getByRole('checkbox', { name: '我已阅读并代表企业签署以上条款' }).check();
    await expectAccessible(director);
    await director.getByRole('button', { name: '签署并申请体检' }).click();
    await expect(director.getByText('已申请').first()).toBeVisible();
  });
  await expect(director).toHaveURL(/\/checkups\/[0-9a-f-]{36}$/);
  const checkup = new URL(director.url()).pathname;

  await test.step('服务台受理并安排专家', async () => {
    await expect(office.getByText('服务台看不到任何体检发现。')).toBeVisible();
    await office.goto(checkup);
    await office.getByRole('button', { name: '受理' }).click();
    await office.getByRole('button', { name: '安排专家和时间' }).click();
    const dialog = office.getByRole('dialog');
    await dialog.getByRole('combobox', { name: '组长' }).click();
    await office.getByRole('option').first().waitFor({ state: 'attached' });
    await office.locator('.ant-select-item-option').first().click();
    await dialog.getByLabel('日期').fill(beijingDay(1));
    await dialog.getByRole('button', { name: '确定安排' }).click();
    await expect(office.getByText('已安排').first()).toBeVisible();
    await expectAccessible(office);
    await office.goto('/');
    await expectAccessible(office);
  });

  await test.step('专家在手机上逐项填写，旁边是实时数值', async () => {
    await expert.goto(checkup);
    await expert.getByRole('button', { name: '签署专家承诺' }).click();
    await expert.getByRole('button', { name: '我承诺，签署' }).click();
    await expect(expert.getByText('已签署')).toBeVisible();
    await expert.goto(checkup);
    await expert.getByRole('button', { name: '开始服务' }).click();
    await expect(expert).toHaveURL(`${tijian.url}${checkup}/visit`);
    await expect(expert.getByText('平台上的实时数值').first()).toBeAttached();
    await expectAccessible(expert);
    await expert.getByRole('tab', { name: /采样平台/ }).click();
    const item = expert.getByRole('article').filter({ visible: true }).first();
    await item.getByLabel('备注').fill(NOTE);
    await item.getByRole('button', { name: '可改进' }).click();
    await expect(item.getByText(/已保存/)).toBeVisible();
    await expert.getByLabel('标题').fill('探头滤芯');
    await expert.getByLabel('建议内容').fill(ADVICE);
    await expert.getByRole('button', { name: '保存建议' }).click();
    await expect(expert.getByText(ADVICE)).toBeVisible();
    await expert.getByRole('button', { name: '结束服务并生成报告' }).click();
    await expert.getByRole('dialog').getByRole('button', { name: '结束服务并生成报告' }).click();
    await expect(expert.getByText('待签收').first()).toBeVisible();
  });

  await test.step('负责人打开报告并签收', async () => {
    await director.goto(`${checkup}/report`);
    await expect(director.getByText(ADVICE)).toBeVisible();
    await expect(director.getByText(NOTE)).toBeVisible();
    await expect(director.getByText('专家意见').first()).toBeVisible();
    await expectAccessible(director);
    await director.goto(checkup);
    await director.getByRole('button', { name: '签收报告' }).click();
    await director.getByRole('dialog').getByRole('button', { name: '签收报告' }).click();
    await expect(director.getByText('已完成').first()).toBeVisible();
  });

  await test.step('签收之后，服务台、其他企业和专家都打不开', async () => {
    for (const other of [office, stranger, expert]) {
      const answer = other.waitForResponse((response) => /\/api\/checkups\/[^/]+(\/report)?$/.test(response.url()) || response.url().endsWith('/api/session'));
      await other.goto(`${checkup}/report`);
      await answer;
      await expect(other.getByText('这里不对您开放').or(other.getByText('无权')).first()).toBeVisible();
      await expect(other.getByText(ADVICE)).toHaveCount(0);
      const direct = await other.request.get(`${tijian.url}/api${checkup}/report`);
      expect(direct.status()).toBe(403);
      expect(await direct.text()).not.toContain(ADVICE);
    }
  });

  await test.step('负责人看到谁打开过自己的档案，浏览器自己核对；改动一条就指出是哪一条', async () => {
    await director.goto(checkup);
    await expect(director.getByRole('heading', { name: '谁看过我的档案？' })).toBeVisible();
    await director.getByRole('link', { name: '查看并核对' }).click();
    await expect(director.getByText('除了您和您的专家，没有人打开过这份档案。')).toBeVisible();
    await expect(director.getByText(/另有 \d+ 次尝试被拒绝/)).toBeVisible();
    await expect(director.getByText('写入了一条建议')).toBeVisible();
    await expectAccessible(director);
    await director.route(`**/api${checkup}/access`, async (route) => {
      const answer = await route.fetch();
      await route.fulfill({ response: answer, body: (await answer.text()).replace('advice-written', 'report-read') });
    });
    await director.getByRole('button', { name: '再核对一次' }).click();
    await expect(director.getByText('记录对不上，有内容被改动过。')).toBeVisible();
    await expect(director.getByText('从这里开始对不上')).toBeVisible();
    await expectAccessible(director);
    await director.unroute(`**/api${checkup}/access`);
    await director.goto(`${checkup}/report`);
    await expect(director.getByText(ADVICE)).toBeVisible();
  });

  await test.step('改进跟踪：指定负责人、标记完成，出具证书；任何人可以核验，企业可以撤销', async () => {
    await director.goto(`${checkup}/follow-up`);
    const item = director.getByRole('article', { name: '探头滤芯' });
    await item.getByRole('button', { name: '指定负责人' }).click();
    await item.getByLabel('姓名或班组').fill('仪表班');
    await item.getByRole('button', { name: '保存' }).click();
    await expect(item.getByText('仪表班', { exact: true })).toBeVisible();
    await expectAccessible(director);
    await item.getByRole('button', { name: '标记完成' }).click();
    await item.getByLabel('写明为什么可以关闭').fill('已更换滤芯并复核');
    await item.getByRole('button', { name: '保存' }).click();
    await expect(director.getByText('所有改进项都已完成。')).toBeVisible();
    await director.getByRole('button', { name: '完成跟踪并出具证书' }).click();
    await director.getByRole('dialog').getByRole('button', { name: '完成跟踪并出具证书' }).click();
    const page = director.getByRole('link', { name: '打开核验页面' });
    await expect(page).toBeVisible();
    const verify = (await page.getAttribute('href')) ?? '';
    const anybody = await (await browser.newContext({ baseURL: tijian.url })).newPage();
    await anybody.goto(verify);
    await expect(anybody.getByText('这份证书有效')).toBeVisible();
    await expect(anybody.getByText('您的浏览器已验证')).toBeVisible();
    await expect(anybody.getByText(ADVICE)).toHaveCount(0);
    await expectAccessible(anybody);
    await director.getByRole('button', { name: '撤销证书' }).click();
    await director.getByRole('group', { name: '撤销这份证书？' }).getByRole('button', { name: '撤销证书' }).click();
    await anybody.reload();
    await expect(anybody.getByText('这份证书已撤销')).toBeVisible();
    await anybody.context().close();
  });

  await test.step('退出以后，浏览器里什么也没有留下', async () => {
    await director.evaluate((said) => sessionStorage.setItem('probe', said), ADVICE);
    expect(await keptByBrowser(director)).toContain(ADVICE);
    await director.evaluate(() => sessionStorage.removeItem('probe'));
    const session = (await (await director.request.get('/api/session')).json()) as { csrf: { header: string; token: string } };
    const ended = await director.request.delete('/api/session', { headers: { [session.csrf.header]: session.csrf.token } });
    expect(ended.status()).toBe(204);
    const kept = await keptByBrowser(director);
    for (const said of [ADVICE, NOTE]) expect(kept).not.toContain(said);
    await director.goBack();
    await director.reload();
    await expect(director.getByText(ADVICE)).toHaveCount(0);
  });
});

test('a frame sent by another device on this device’s topic is refused', async ({ browser, tijian }) => {
  const director = await signedIn(browser, tijian, 'director');
  const outlets = (await (await director.request.get(`${tijian.url}/api/outlets`)).json()) as { id: number }[];
  const session = (await (await director.request.get(`${tijian.url}/api/session`)).json()) as { csrf: { header: string; token: string } };
  const issued = await Promise.all(
    outlets.slice(0, 2).map(async ({ id }) => {
      const answer = await director.request.post(`${tijian.url}/api/outlets/${id}/credentials`, {
        data: { label: 'neighbour' },
        headers: { [session.csrf.header]: session.csrf.token },
      });
      return (await answer.json()) as { username: string; password: string; topic: string };
    }),
  );
  const [own, neighbour] = issued;
  const publish = (topic: string): string =>
    execFileSync(
      'sh',
      ['-c', `mosquitto_pub -V 5 -d -h 127.0.0.1 -p ${tijian.mqttPort} -q 1 -u ${own?.username} -P '${own?.password}' -t ${topic} -m '##0001x' 2>&1 || true`],
      { encoding: 'utf8' },
    );

  expect(publish(own?.topic ?? '')).toContain('RC:0');
  expect(publish(neighbour?.topic ?? '')).not.toContain('RC:0)');
});

/** The demonstration's history comes in through the broker; the pages work meanwhile. */
async function historyLoaded(page: Page): Promise<void> {
  await expect(async () => {
    const outlets = (await (await page.request.get('/api/outlets')).json()) as { minutes: { loading: boolean } }[];
    expect(outlets.filter(({ minutes }) => minutes.loading)).toEqual([]);
  }).toPass({ timeout: 120_000 });
}

/** The demonstration's logger sends every half minute, and the newest value is shown: a frame of a few seconds before would not be. */
async function untilTheLoggerHasJustSent(): Promise<void> {
  const second = (Date.now() / 1000) % 30;
  if (second < 3 || second > 18) await new Promise((resolve) => setTimeout(resolve, ((33 - second) % 30) * 1000));
}
