import { type Browser, type Page } from '@playwright/test';
import { expect, type Tijian } from './tijian';
import { words, type Language } from './words';

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

/** Somebody at a browser of their own whose clock shows another day, in a language. */
export async function signedInAs(
  browser: Browser,
  tijian: Tijian,
  who: { readonly username: string; readonly password: string },
  how: { readonly language: Language; readonly device: 'desktop' | 'phone'; readonly ahead: number },
): Promise<Page> {
  const t = words(how.language);
  const viewport = how.device === 'phone' ? { width: 390, height: 844 } : { width: 1440, height: 900 };
  const context = await browser.newContext({ baseURL: tijian.url, viewport, timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' });
  context.setDefaultTimeout(30_000);
  await context.addInitScript(
    ({ ahead, language }) => {
      const Right = Date;
      globalThis.Date = class extends Right {
        constructor(...given: unknown[]) {
          if (given.length === 0) super(Right.now() + ahead);
          else super(...(given as [number]));
        }
        static override now(): number {
          return Right.now() + ahead;
        }
      } as DateConstructor;
      localStorage.setItem('tijian.language', language);
    },
    { ahead: how.ahead, language: how.language },
  );
  const page = await context.newPage();
  await page.goto('/');
  await page.getByLabel(t('signIn.username')).fill(who.username);
  await page.getByLabel(t('signIn.password'), { exact: true }).fill(who.password);
  await page.getByRole('button', { name: t('signIn.enter'), exact: true }).click();
  await expect(page.getByRole('heading', { name: t('signIn.title') })).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return page;
}
