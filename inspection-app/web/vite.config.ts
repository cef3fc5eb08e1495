import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** `npm run dev` speaks to a server started with `./tijian run` (or to TIJIAN_DEV_SERVER). */
const server = process.env['TIJIAN_DEV_SERVER'] ?? 'http://127.0.0.1:8080';

const TEXT = /\.(html|js|mjs|css|svg)$/;
/** Below this a packed copy saves no packet. */
const SMALL = 1_000;

/** Beside each text its packed copies, which the server sends to browsers that take them: packed once, not with every answer. */
function packed(): Plugin {
  return {
    name: 'packed',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      await Promise.all(Object.keys(bundle).filter((name) => TEXT.test(name)).map((name) => pack(join(dir, name))));
    },
  };
}

/** The built page begins by way of `public/begin.js`. */
function frameFirst(): Plugin {
  const entry = /<script type="module" crossorigin src="([^"]+)"><\/script>/;
  return {
    name: 'frame-first',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html) {
        if (!entry.test(html)) throw new Error('index.html does not load the application as it used to');
        return html.replace(entry, '<link rel="modulepreload" crossorigin href="$1">\n    <script async src="/begin.js" data-app="$1"></script>');
      },
    },
  };
}

async function pack(file: string): Promise<void> {
  const text = await readFile(file);
  if (text.length < SMALL) return;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: text.length };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(text, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(text, { level: 9 }));
}

export default defineConfig({
  plugins: [react(), frameFirst(), packed()],
  build: {
    outDir: 'dist',
    target: 'es2020',
    sourcemap: false,
    chunkSizeWarningLimit: 1500,
    // What every page has comes in one file each: forty small ones are asked for six at a time, and each waits for the one before.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'common', test: /src\/(api|domain|ui)\// },
            { name: 'first', tags: ['$initial'] },
          ],
        },
      },
    },
  },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
  server: { host: '127.0.0.1', proxy: { '/api': server } },
});
