import { type Browser, type Page } from '@playwright/test';
import { expect, type Tijian } from './tijian';

/** Somebody at a browser of their own, signed in. */
export async function signedIn(browser: Browser, tijian: Tijian, username: string, device: 'desktop' | 'phone' = 'desktop'): Promise<Page> {
  const viewport = device === 'phone' ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  const context = await browser.newContext({ baseURL: tijian.url, viewport, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码', { exact: true }).fill(tijian.passwords.get(username) ?? '');
  await page.getByRole('button', { name: '登录' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { name: '登录体检平台' })).toHaveCount(0);
  return page;
}

export function beijingDay(plusDays = 0): string {
  return new Date(Date.now() + 8 * 3_600_000 + plusDays * 86_400_000).toISOString().slice(0, 10);
}
