import { build } from 'esbuild'
import { root } from './files.ts'

type Parsers = Pick<typeof import('@actions/workflow-parser'), 'parseWorkflow' | 'NoOperationTraceWriter'> &
  Pick<typeof import('@actions/workflow-parser/actions/action-parser'), 'parseAction'>

/** Loads GitHub's own parsers of workflows and actions. They import JSON in a way that Node.js refuses, and are bundled for it. */
export async function loadParsers(): Promise<Parsers> {
  const contents = `export { parseWorkflow, NoOperationTraceWriter } from '@actions/workflow-parser'
    export { parseAction } from '@actions/workflow-parser/actions/action-parser'`
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root },
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    // The YAML package among its dependencies is CommonJS.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('file:///x')" },
  })
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.text ?? '').toString('base64')}`)
}
