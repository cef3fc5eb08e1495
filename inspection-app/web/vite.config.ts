import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** `npm run dev` speaks to a server started with `./tijian run` (or to TIJIAN_DEV_SERVER). */
const server = process.env['TIJIAN_DEV_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: { outDir: 'dist', target: 'es2020', sourcemap: false, chunkSizeWarningLimit: 1500 },
  test: { include: ['src/**/*.test.{ts,tsx}'] },
  server: { host: '127.0.0.1', proxy: { '/api': server } },
});
