import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** A running product with its demonstration site, started for this test from the built jar and stopped after it. */
export interface Tijian {
  readonly url: string;
  readonly mqttPort: number;
  readonly passwords: ReadonlyMap<string, string>;
}

const JAR = resolve(import.meta.dirname, '../../target/app/tijian-inspection-app.jar');
const READY = 'Tijian is ready';
const SIGN_IN = /^\s*(director2?|expert2?|office|gate[12])\s+(\S{8,})\s*/;

export const test = base.extend<object, { tijian: Tijian }>({
  tijian: [
    async ({}, use) => {
      const data = mkdtempSync(join(tmpdir(), 'tijian-e2e-'));
      try {
        const server = await serve(data);
        try {
          await use(server);
        } finally {
          await server.stop();
        }
      } finally {
        rmSync(data, { recursive: true, force: true });
      }
    },
    { scope: 'worker', timeout: 180_000 },
  ],
});

/** A running product that its starter has to stop. */
export interface Server extends Tijian {
  stop(): Promise<void>;
}

/**
 * Starts the product in a directory of its own or on one that is there already; the second start tells no passwords.
 *
 * @param environment added to this process's
 */
export async function serve(data: string, environment: Readonly<Record<string, string>> = {}): Promise<Server> {
  const first = !existsSync(join(data, 'postgres'));
  const [http, mqtt] = await Promise.all([freePort(), freePort()]);
  const child = spawn('java', ['-Xmx1g', '-jar', JAR], {
    env: {
      ...process.env,
      TIJIAN_DATA_DIR: data,
      TIJIAN_HTTP_PORT: String(http),
      TIJIAN_MQTT_PORT: String(mqtt),
      TIJIAN_DEMO_HISTORY_DAYS: '3',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const passwords = await ready(child, first);
  return { url: `http://localhost:${http}`, mqttPort: mqtt, passwords, stop: () => stop(child) };
}

/** Waits for the notice of the start; the first start tells the sign-ins with it. */
function ready(child: ChildProcess, first: boolean): Promise<Map<string, string>> {
  const passwords = new Map<string, string>();
  let told = '';
  return new Promise((done, failed) => {
    const read = (chunk: Buffer): void => {
      told += chunk.toString('utf8');
      for (const line of told.split('\n')) {
        const match = SIGN_IN.exec(line);
        if (match?.[1] && match[2]) passwords.set(match[1], match[2]);
      }
      if (first ? passwords.size === 7 : told.includes(READY)) done(passwords);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}:\n${told}`)));
  });
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return;
  const ended = new Promise((done) => server.once('exit', done));
  server.kill('SIGTERM');
  await ended;
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer();
    probe.on('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('no port'))));
    });
  });
}

/** Nothing serious on the page for a person who uses a screen reader or a keyboard. */
export async function expectAccessible(page: Page): Promise<void> {
  await standsStill(page);
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  const serious = found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`)).toEqual([]);
}

/** A button at work and a text that is just coming are pale for a moment: what is looked at stands still. */
async function standsStill(page: Page): Promise<void> {
  await expect(page.locator('.ant-btn-loading')).toHaveCount(0);
  await page.waitForFunction(() =>
    document.getAnimations().every((each) => each.playState !== 'running' || each.effect?.getComputedTiming().iterations === Infinity),
  );
}

export { expect };
