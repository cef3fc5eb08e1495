import { execFileSync } from 'node:child_process';
import { type Locator, type Page } from '@playwright/test';
import { signedIn } from './people';
import { expect, expectAccessible, test } from './tijian';

const MN = '0E2E00A8900016F000169DC0';

test('一台数采仪，从登记到健康卡、隔离区和指令', async ({ browser, tijian }) => {
  const director = await signedIn(browser, tijian, 'director');

  await test.step('负责人登记一台数采仪，得到要填的参数', async () => {
    await director.getByRole('link', { name: '数采仪', exact: true }).click();
    await expect(director.getByRole('heading', { level: 1, name: '数采仪' })).toBeVisible();
    await director.getByRole('button', { name: '登记数采仪' }).click();
    await director.getByLabel('设备编码（MN）').fill(MN);
    await director.getByLabel('访问密码（PW）').fill('123456');
    await director.getByRole('button', { name: '看看它来过没有' }).click();
    await expect(director.getByText('等候区里没有它')).toBeVisible();
    await director.getByLabel('排放口', { exact: true }).click();
    await director.locator('.ant-select-item-option').first().click();
    await expectAccessible(director);
    await director.getByRole('button', { name: '登记', exact: true }).click();
    await expect(director).toHaveURL(new RegExp(`/loggers/${MN}/settings$`));
    await expect(director.getByText('上传主题')).toBeVisible();
    await expectAccessible(director);
  });

  const command = await test.step('发放密码，得到可以直接运行的命令', async () => {
    await director.getByLabel('新密码的用途').fill('联调测试');
    await director.getByRole('button', { name: '发放密码' }).click();
    const dialog = director.getByRole('dialog');
    const told = (await dialog.locator('code, pre').filter({ hasText: 'mosquitto_pub' }).first().innerText()).trim();
    expect(told).toContain(MN);
    await dialog.getByRole('button', { name: '我已记下' }).click();
    return told;
  });

  await test.step('签发证书：私钥只给出一次，当场保存', async () => {
    await director.getByLabel('新证书的用途').fill('现场');
    await director.getByRole('button', { name: '签发证书' }).click();
    const [file] = await Promise.all([director.waitForEvent('download'), director.getByRole('button', { name: `保存 ${MN}.key.pem` }).click()]);
    expect(file.suggestedFilename()).toBe(`${MN}.key.pem`);
    await director.getByRole('button', { name: '三个文件都已保存' }).click();
    await expect(director.getByRole('button', { name: '停用证书：现场' })).toBeVisible();
  });

  await test.step('录入密钥，保存设置', async () => {
    await director.getByLabel('新密钥').fill('0123456789abcdef0123456789abcdef');
    await director.getByRole('button', { name: '录入密钥' }).click();
    await expect(director.getByText(/前更换/)).toBeVisible();
    await director.getByRole('button', { name: '保存设置' }).click();
    await expect(director.getByRole('status').filter({ hasText: '已保存' })).toBeVisible();
    await expectAccessible(director);
  });

  await test.step('发送一帧正确的和一帧损坏的，健康卡的账目相符', async () => {
    execFileSync('sh', ['-c', command]);
    execFileSync('sh', ['-c', command.replace(/(a21002-Flag)=./, '$1=D')]);
    await director.getByRole('tab', { name: '健康' }).click();
    await expect(director.getByText('收到 2 = 入库 1 + 登记 0 + 重复 0 + 隔离 1')).toBeVisible();
    await expect(director.getByText(/1 帧读不懂/)).toBeVisible();
    await expect(director.locator('canvas:visible').first()).toBeVisible();
    await expectAccessible(director);
  });

  await test.step('损坏的一帧在隔离区里，可以重新读取，也可以就地解读', async () => {
    await director.getByRole('tab', { name: '隔离区' }).click();
    await director.getByRole('button', { name: '重新读取' }).click();
    await expect(director.getByText(/读了 1 帧，读懂 0 帧，仍读不懂 1 帧/)).toBeVisible();
    const frame = director.getByRole('article').first();
    await frame.getByRole('button', { name: '解读这一帧' }).click();
    await expect(frame.getByText('不相符')).toBeVisible();
    await expectAccessible(director);
  });
});

test('指令：校准要另行确认，没有送出的可以撤销', async ({ browser, tijian }) => {
  const director = await signedIn(browser, tijian, 'director');
  const mn = await silentLogger(director);

  await test.step('校准要另行确认：不输入排放口编号就发不出去', async () => {
    await director.goto(`/loggers/${mn}/commands`);
    await choose(director, director.getByRole('combobox', { name: '指令' }), '零点、量程校准');
    await director.getByLabel('监测因子').click();
    await director.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    await director.getByRole('button', { name: '准备校准……' }).click();
    const dialog = director.getByRole('dialog');
    await expect(dialog.getByText('这条指令作用于正在运行的仪器')).toBeVisible();
    await expect(dialog.getByRole('button', { name: '确认并发出校准指令' })).toBeDisabled();
    await expectAccessible(director);
    await dialog.getByRole('button', { name: '取消' }).click();
    await expect(director.getByText('还没有下达过指令。')).toBeVisible();
  });

  await test.step('没有连上来的数采仪收不到指令，指令可以撤销', async () => {
    await choose(director, director.getByRole('combobox', { name: '指令' }), '读取数采仪时间');
    await director.getByRole('button', { name: '发出指令' }).click();
    await expect(director.getByText('等待发送')).toBeVisible();
    await director.getByRole('button', { name: '撤销' }).click();
    await expect(director.getByText('已撤销')).toBeVisible();
  });
});

test('示范数采仪答复时间查询，并记在指令记录里', async ({ browser, tijian }) => {
  const director = await signedIn(browser, tijian, 'director');
  const mn = await demonstration(director);
  await director.goto(`/loggers/${mn}/commands`);
  await director.getByRole('button', { name: '发出指令' }).click();
  await expect(director.getByText('已完成').first()).toBeVisible({ timeout: 30_000 });
  await expect(director.getByText(/SystemTime=\d{14}/).first()).toBeVisible();
  await expectAccessible(director);
});

test('任何登录的人都可以把一帧看懂', async ({ browser, tijian }) => {
  const expert = await signedIn(browser, tijian, 'expert', 'phone');
  await expert.getByRole('link', { name: '帧解读' }).click();
  await expert.getByRole('button', { name: '一帧正确的' }).click();
  const good = expert.getByRole('article').first();
  await expect(good.getByText('读得懂', { exact: true })).toBeVisible();
  await expect(good.getByText('a21026-ZsRtd').first()).toBeVisible();
  await expect(good.getByText('71C0')).toHaveCount(2);
  await expectAccessible(expert);
  await expert.getByRole('button', { name: '校验不符' }).click();
  const damaged = expert.getByRole('article').first();
  await expect(damaged.getByText('读不懂', { exact: true })).toBeVisible();
  await expect(damaged.getByText('不相符')).toBeVisible();
  await expectAccessible(expert);
  await expert.goto('/loggers');
  await expect(expert.getByText('这里不对您开放')).toBeVisible();
});

test('负责人新建一个排放口，配上一台仪器', async ({ browser, tijian }) => {
  const director = await signedIn(browser, tijian, 'director2');
  await director.goto('/outlets/new');
  await director.getByLabel('编号').fill('DA099');
  await director.getByLabel('名称（中文）', { exact: true }).fill('试验排放口');
  await director.getByLabel('名称（英文，可不填）', { exact: true }).fill('Trial outlet');
  await director.getByRole('button', { name: '加一台仪器' }).click();
  await director.getByLabel('监测因子').click();
  await director.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
  await director.getByLabel('仪器名称（中文）').fill('分析仪');
  await director.getByLabel('仪器名称（英文，可不填）').fill('Analyser');
  await director.getByLabel('满量程').fill('100');
  await expectAccessible(director);
  await director.getByRole('button', { name: '保存排放口' }).click();
  await expect(director).toHaveURL(/\/outlets\/\d+\/settings$/);
  await expect(director.getByLabel('满量程')).toHaveValue('100');
});

async function choose(page: Page, select: Locator, option: string): Promise<void> {
  await select.click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: option }).click();
}

/** A logger of its own that is never connected: what it is told waits. */
async function silentLogger(page: Page): Promise<string> {
  const outlets = (await (await page.request.get('/api/outlets')).json()) as { id: number }[];
  const session = (await (await page.request.get('/api/session')).json()) as { csrf: { header: string; token: string } };
  const mn = '0E2E00A8900016F000169DC1';
  const answer = await page.request.post('/api/loggers', {
    data: { mn, outletId: outlets[0]?.id, password: '123456' },
    headers: { [session.csrf.header]: session.csrf.token },
  });
  expect(answer.ok()).toBe(true);
  return mn;
}

/** The emulated logger of the demonstration; other tests register silent ones on the same outlet. */
async function demonstration(page: Page): Promise<string> {
  const loggers = (await (await page.request.get('/api/loggers')).json()) as { mn: string }[];
  return loggers.find(({ mn }) => mn.startsWith('88888888'))?.mn ?? 'no demonstration';
}
