import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // The browser and the commands that are tested work beside us: one worker for each core, not one less.
    maxWorkers: '100%',
    // Whole builds in child processes and a real browser need their time on a small machine.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 10_000 } },
  },
})
