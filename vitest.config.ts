import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Whole builds in child processes and a real browser need their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
