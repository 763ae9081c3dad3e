import type { VFile } from 'vfile'
import { defineBlock } from '../blocks/define-block.ts'
import { defineCheck } from '../checks/check.ts'
import * as readers from '../checks/readers/index.ts'
import { defineConfig } from '../config/define-config.ts'
import { report } from '../diagnostics/report.ts'
import { defineTarget } from '../targets/define-target.ts'
import { targets } from '../targets/index.ts'

/**
 * Runs a config that is written in JavaScript or TypeScript. One that fails gets a message instead of a stack trace.
 * @param path absolute
 * @param file the config, for its messages
 * @returns what it exports by default; nothing when it failed
 */
export async function loadConfigModule(path: string, file: VFile): Promise<{ value: unknown } | undefined> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(path, {
    // Its cache would lie outside `--out`, and a second build in one process must see what changed.
    fsCache: false,
    moduleCache: false,
    // So that `import { defineConfig } from 'issuepress'` works where only `npx` knows the package.
    virtualModules: {
      issuepress: { defineBlock, defineCheck, defineConfig, defineTarget, targets },
      'issuepress/readers': { ...readers },
    },
  })
  try {
    const module = path.endsWith('.mjs')
      ? // Left to itself jiti hands `.mjs` to Node.js, which reads a module only once.
        await jiti.evalModule(String(file), { filename: path.replace(/\.mjs$/, '.ts'), async: true })
      : await jiti.import(path)
    if (!isRecord(module)) throw new TypeError('it is no module')
    if ('default' in module) return { value: module.default }
    report(file, 'Missing default export in the config, expected `export default { … }`', {
      ruleId: 'config',
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report(file, `Cannot run the config: ${reason.split('\n', 1)[0]}`, {
      ruleId: 'config',
      note: 'A config in JavaScript or TypeScript is run as a program. It ended with this error.',
    })
  }
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
