import type { Page } from '@playwright/test';
import { expect, expectAccessible } from './tijian';
import type { Language, Words } from './words';

/** What the office offers: to outlets that monitor NOx in a place, about calibration. */
export interface Offer {
  readonly title: Readonly<Record<Language, string>>;
  readonly text: Readonly<Record<Language, string>>;
  readonly place: string;
  readonly until: string;
}

/** The office writes the programme, looks it through, and publishes it. */
export async function publish(t: Words, office: Page, { title, text, place, until }: Offer): Promise<void> {
  await office.goto('/programmes/new');
  for (const [language, field] of [['zh', 'Zh'], ['en', 'En']] as const) {
    await office.getByLabel(t(`programme.title${field}`)).fill(title[language]);
    await office.getByLabel(t(`programme.text${field}`)).fill(text[language]);
  }
  await office.getByRole('checkbox', { name: t('topic.calibration') }).check();
  await office.getByLabel(t('programme.endsOn')).fill(until);
  await office.getByRole('radio', { name: t('programme.medium.gas') }).check();
  for (const [field, value] of [['programme.factors', 'a21002'], ['programme.places', place]] as const) {
    await office.getByRole('combobox', { name: t(field) }).fill(value);
    await office.keyboard.press('Enter');
    await office.keyboard.press('Escape');
  }
  await office.getByRole('button', { name: t('programme.save') }).click();
  await expect(office).toHaveURL(/\/programmes\/[0-9a-f-]{36}$/);
  await expect(office.getByText(t('programme.state.Draft'), { exact: true })).toBeVisible();
  await expect(office.getByRole('link', { name: /^\d{4}-\d+$/ })).toBeVisible();
  await expect(office.getByText(/\d 个工作日内受理|within \d working days/)).toBeVisible();
  await expectAccessible(office);
  await office.getByRole('button', { name: t('programme.publish') }).click();
  await office.locator('.ant-popconfirm').getByRole('button', { name: t('programme.publish') }).click();
  await expect(office.getByText(t('programme.state.Published'), { exact: true })).toBeVisible();
}

/** The director finds the invitation among the notices with its reason, and begins the request from it. */
export async function followInvitation(t: Words, director: Page, title: string, reason: RegExp): Promise<void> {
  await director.goto('/notices');
  const notice = director.getByRole('article').filter({ hasText: title });
  await expect(notice).toContainText(reason);
  await notice.getByRole('link').click();
  await expect(director.getByRole('heading', { level: 1, name: title })).toBeVisible();
  await expect(director.getByText(reason)).toBeVisible();
  await expectAccessible(director);
  await director.getByRole('button', { name: t('programme.begin') }).click();
  await expect(director).toHaveURL(/\/drafts\/[0-9a-f-]{36}$/);
}

/** What a calendar program reads at the address that the person's page makes; folded lines are joined. */
export async function calendarFeed(t: Words, page: Page): Promise<string> {
  await page.goto('/me');
  await page.getByRole('button', { name: t('calendarFeed.make') }).click();
  const answer = await page.request.get((await page.locator('[data-secret]').innerText()).trim());
  expect(answer.headers()['content-type']).toContain('text/calendar');
  return (await answer.text()).replace(/\r\n[ \t]/g, '');
}
