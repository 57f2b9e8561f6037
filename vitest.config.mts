import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/fixtures/**'],
    globalSetup: ['test/support/build.ts'],
    // Two cores, often busy: slow is not broken.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
