import { defineConfig } from '@playwright/test';

/** One real server, one browser, one worker: the journey is a story with an order. */
export default defineConfig({
  testDir: 'e2e',
  workers: 1,
  timeout: 420_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    locale: 'zh-CN',
    // Longer than anything here takes: what never comes is told with its picture.
    actionTimeout: 30_000,
    timezoneId: 'Asia/Shanghai',
    // A text that is fading away is neither readable nor meant to be read: pages are looked at when they stand still.
    contextOptions: { reducedMotion: 'reduce' },
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
