import { execFileSync } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { signedIn, signedInAs } from './people';
import { expect, expectAccessible, test } from './tijian';

const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** A unified social credit code that nobody has: its check character is right, and the rest is chance. */
function newCode(): string {
  const code = `91210100MA${Array.from({ length: 7 }, () => CHARACTERS[randomInt(CHARACTERS.length)]).join('')}`;
  let sum = 0;
  let weight = 1;
  for (const character of code) {
    sum += CHARACTERS.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return code + CHARACTERS[(31 - (sum % 31)) % 31];
}

test('新用户只用页面就登记企业、排放口、数采仪，并看到第一条数据', async ({ browser, tijian }) => {
  const context = await browser.newContext({ baseURL: tijian.url, viewport: { width: 390, height: 844 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const code = newCode();
  const mn = `9999000000${code.slice(-8)}`;
  const choose = async (id: string, word: string) => {
    await page.locator(`#${id}`).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: word }).first().click();
  };

  await test.step('登录页上有登记企业的入口', async () => {
    await page.goto('/');
    await page.getByRole('link', { name: '登记企业' }).click();
    await expectAccessible(page);
  });

  await test.step('抄错一位信用代码，当场就说', async () => {
    await page.getByLabel('统一社会信用代码').fill(code.slice(0, 17) + (code[17] === '0' ? '1' : '0'));
    await page.getByLabel('企业名称（中文）').fill('示例热电有限公司');
    await expect(page.getByText('校验位不符')).toBeVisible();
    await page.getByLabel('统一社会信用代码').fill(code);
  });

  await test.step('登记企业和自己的账号', async () => {
    await choose('industry', '供热');
    await choose('place_province', '辽宁省');
    await page.getByLabel('市（州、盟）').fill('沈阳市');
    await page.getByLabel('您的姓名').fill('负责人甲');
    await page.getByLabel('联系电话').fill('024-12345678');
    await page.getByLabel('用户名').fill(`newcomer-${code.slice(-4).toLowerCase()}`);
    await page.getByLabel('密码', { exact: true }).fill('correct horse battery staple');
    await page.getByRole('button', { name: '登记并登录' }).click();
    await expect(page.getByRole('heading', { name: '接通第一条数据' })).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('排放口和一台仪器', async () => {
    await page.getByRole('button', { name: '去做' }).click();
    await page.getByLabel('编号', { exact: true }).fill('DA001');
    await page.getByLabel('名称（中文）', { exact: true }).fill('1号锅炉排放口');
    await page.getByRole('button', { name: '加一台仪器' }).click();
    await page.locator('#instruments_0_factor').fill('a21002');
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    await page.getByLabel('满量程').fill('200');
    await choose('profile_words_fuel', '煤');
    await choose('profile_words_source', '锅炉');
    await expectAccessible(page);
    await page.getByRole('button', { name: '保存排放口' }).click();
    await expect(page.getByText('HJ 75-2017').first()).toBeVisible();
    await expectAccessible(page);
  });

  await test.step('数采仪和它的密码', async () => {
    await page.getByRole('button', { name: '去做' }).click();
    await page.locator('#mn').fill(mn);
    await page.locator('#password').fill('123456');
    await page.locator('#outletId').click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    await page.getByRole('button', { name: '登记', exact: true }).click();
    await page.getByRole('button', { name: '发放密码' }).click();
  });

  await test.step('照着页面给出的命令发一帧，第一条数据就到了', async () => {
    const told = (await page.locator('#issued-try').innerText()).trim();
    await page.getByRole('button', { name: '我已记下' }).click();
    execFileSync('sh', ['-c', told]);
    await expect(page.getByText('第一条数据到了')).toBeVisible();
    await page.getByRole('link', { name: '去看实时数据' }).click();
    await expect(page.getByText('氮氧化物').first()).toBeVisible();
  });

  await test.step('位置图不靠外面的服务', async () => {
    const outside: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(tijian.url) && !/^(blob|data):/.test(request.url())) outside.push(request.url());
    });
    await page.goto('/enterprise');
    await page.getByLabel('粘贴坐标').fill('41°48′20″N 123°25′53″E');
    await expect(page.getByLabel('经度（°）')).toHaveValue('123.431389');
    await expectAccessible(page);
    await page.getByRole('button', { name: '保存' }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await page.goto('/map');
    await expect(page.locator('.map-mark-picked')).toBeVisible();
    await choose('which', 'DA001');
    await expect(page.locator('.map-mark-site')).toBeVisible();
    await page.locator('.grid-map-frame canvas').click({ position: { x: 120, y: 150 } });
    await expect(page.locator('.map-mark-picked')).toBeVisible();
    await page.getByRole('button', { name: '取十字处的位置' }).click();
    await expect(page.getByLabel('经度（°）')).toHaveValue(/^123\.43/);
    await page.getByRole('button', { name: '保存位置' }).click();
    await expect(page.getByText('已保存。')).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel('粘贴坐标').fill('121.6147, 38.9140');
    await page.getByRole('button', { name: '保存位置' }).click();
    await expect(page.locator('.ant-modal-confirm-title')).toHaveText(/相距 \d+ km，超过 50 km/);
    await page.getByRole('button', { name: '不对，再改' }).click();
    expect(outside).toEqual([]);
  });

  await test.step('同事起草申请，负责人看到是谁写的', async () => {
    const username = `writer-${code.slice(-4).toLowerCase()}`;
    await page.goto('/me');
    const invite = page.locator('form', { has: page.getByRole('button', { name: '添加同事' }) });
    await invite.getByLabel('用户名').fill(username);
    await invite.getByLabel('姓名（中文）').fill('同事丙');
    await invite.getByLabel('看体检申请和进度').check();
    await invite.getByRole('button', { name: '添加同事' }).click();
    const password = (await page.locator('[data-secret]').last().innerText()).trim();
    const colleague = await signedInAs(browser, tijian, { username, password }, { language: 'zh', device: 'phone', ahead: 0 });
    await colleague.getByRole('button', { name: '起草申请' }).click();
    await colleague.getByRole('button', { name: '新的申请' }).click();
    const goOn = colleague.getByRole('button', { name: '保存并继续' });
    await goOn.click();
    await colleague.getByRole('checkbox', { name: /校准与准确度/ }).check();
    for (const step of ['希望的日子', '上平台需要什么手续', '想问专家的问题']) {
      await goOn.click();
      await expect(colleague.getByText(step).first()).toBeVisible();
    }
    await goOn.click();
    await expect(colleague.getByText('执笔人')).toBeVisible();
    await expectAccessible(colleague);
    await colleague.getByRole('button', { name: '交给负责人签署' }).click();
    await expect(colleague.getByText('没写完的申请')).toBeVisible();
    await colleague.context().close();
    await page.goto('/');
    await expect(page.getByText(/同事丙 于/)).toBeVisible();
  });

  await test.step('服务台确认企业，负责人看得到进展', async () => {
    await expect(page.getByText('服务台还没有确认贵单位')).toBeVisible();
    await expectAccessible(page);
    const office = await signedIn(browser, tijian, 'office');
    await office.goto('/enterprises');
    const waiting = office.getByRole('article').filter({ hasText: code });
    await expect(waiting.getByText('024-12345678')).toBeVisible();
    await expectAccessible(office);
    await waiting.getByRole('button', { name: '确认这家企业' }).click();
    await office.getByRole('dialog').getByRole('button', { name: '确认这家企业' }).click();
    await expect(waiting).toHaveCount(0);
    await office.context().close();
    await page.reload();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByText('服务台还没有确认贵单位')).toHaveCount(0);
  });
  await context.close();
});
