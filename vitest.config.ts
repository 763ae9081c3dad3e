import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { delayOptimization } from './src/commands/delay-optimization.ts'
import { SlowestFirst } from './test/slowest-first.ts'

// Vite decides by this whether it loads the development builds of parsers. They are slower, and no user has them.
process.env.NODE_ENV = 'production'

// Most code runs a few times in each test, and V8 would optimize it for long runs. Workers inherit this.
delayOptimization(process.versions.node)

export default defineConfig({
  test: {
    // What tests start is not told: npm would install nothing to develop with.
    env: { NODE_ENV: 'test' },
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/temporary-folder.ts', 'test/require-matches.ts'],
    passWithNoTests: false,
    // Tests wait for browsers, commands and servers half of the time: half as many workers again as there are cores.
    maxWorkers: Math.ceil(availableParallelism() * 1.5),
    // No test replaces a module or changes the process, so a worker reads `src/` once, and not anew for each file.
    pool: 'threads',
    isolate: false,
    sequence: { sequencer: SlowestFirst },
    // Whole builds in child processes and a real browser need their time on a small machine that has other work, too.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    expect: { poll: { timeout: 60_000 } },
    // Most of the time of a single case goes into TypeScript that has not changed since the last run.
    experimental: { fsModuleCache: true },
  },
})
