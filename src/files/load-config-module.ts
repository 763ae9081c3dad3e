import type { VFile } from 'vfile'
import { defineBlock } from '../blocks/define-block.ts'
import { defineCheck } from '../checks/check.ts'
import * as readers from '../checks/readers/index.ts'
import { defineConfig } from '../config/define-config.ts'
import { report } from '../diagnostics/report.ts'
import { defineTarget } from '../targets/define-target.ts'
import { targets } from '../targets/index.ts'

/**
 * Runs a config in JavaScript or TypeScript. An error becomes a message on the file instead of a stack trace.
 * @param path absolute
 * @param file the config, for its messages
 * @returns its default export; `undefined` when it failed
 */
export async function loadConfigModule(path: string, file: VFile): Promise<{ value: unknown } | undefined> {
  const { createJiti } = await import('jiti')
  const jiti = createJiti(path, {
    // A cache would be written outside `--out`, and a second build in one process has to see changes.
    fsCache: false,
    moduleCache: false,
    // `import { defineConfig } from 'issuepress'` also works when the package is not installed but run with `npx`.
    virtualModules: {
      issuepress: { defineBlock, defineCheck, defineConfig, defineTarget, targets },
      'issuepress/readers': { ...readers },
    },
  })
  try {
    const module = path.endsWith('.mjs')
      ? // By default jiti imports `.mjs` with Node.js, which caches modules for the life of the process.
        await jiti.evalModule(String(file), { filename: path.replace(/\.mjs$/, '.ts'), async: true })
      : await jiti.import(path)
    if (!isRecord(module)) throw new TypeError('it is not a module')
    if ('default' in module) return { value: module.default }
    report(file, 'Missing default export in the config, expected `export default { … }`', {
      ruleId: 'config',
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report(file, `Cannot run the config: ${reason.split('\n', 1)[0]}`, {
      ruleId: 'config',
      note: 'A config in JavaScript or TypeScript is run as a program, and it threw this error.',
    })
  }
  return undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
