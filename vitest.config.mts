import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/vscode/**', 'test/fixtures/**'],
    globalSetup: ['test/support/build.ts'],
    // Tests see what the encoder does, not what an earlier run kept; those of the cache name folders of their own.
    env: { TEXT_TWIN_CACHE: 'off' },
    // Two cores, often busy: slow is not broken.
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
