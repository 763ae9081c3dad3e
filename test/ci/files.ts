import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The repository's folder. */
export const root = join(import.meta.dirname, '..', '..')

const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** The workflow that `issue init` writes. */
export const workflow = read('src/scaffold/files/_github/workflows/newsletter.yml')

/** The composite action. */
export const action = read('.github/actions/issue/action.yml')
