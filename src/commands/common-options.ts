/** Options shared by several commands. A command with another summary writes `{ ...drafts, summary: '…' }`. */
import { createNumberParser } from './create-number-parser.ts'
import { defineOption } from './define-options.ts'

export const root = defineOption({
  flags: '--root <dir>',
  summary: "the newsletter's folder (default: here, or the nearest folder above that has a config)",
})

export const out = defineOption({
  flags: '--out <dir>',
  summary: "where to write the emails (default: dist in the newsletter's folder)",
})

export const force = defineOption({
  flags: '--force',
  summary: 'replace files in that folder that this newsletter has not written',
})

export const config = defineOption({
  flags: '--config <file>',
  summary: "the config (default: issue.config.* in the newsletter's folder)",
})

/** For newsletters by somebody else, such as a pull request that is checked in CI. */
export const configCode = defineOption({
  flags: '--no-config-code',
  summary: 'refuse a config that is a program, which would be run',
})

export const target = defineOption({
  flags: '--target <esp>',
  summary: 'the email service provider to build for',
  completes: 'target',
})

/** For commands that accept several targets. */
export const targets = defineOption({
  flags: '--target <esp>',
  summary: 'the email service provider to build for, or several: kit,ses',
  completes: 'targets',
})

export const drafts = defineOption({ flags: '--drafts', summary: 'build drafts too' })

export const jobs = defineOption({
  flags: '--jobs <n>',
  summary: 'how many threads work (default: as many as the machine has cores, for many issues)',
  parse: createNumberParser(1, 999, (text) => `number of jobs \`${text}\``),
})

export const changed = defineOption({
  flags: '--changed <ref>',
  summary: 'only issues that changes since a branch, tag or commit of Git concern',
})

export const strict = defineOption({ flags: '--strict', summary: 'treat warnings as errors' })

export const cacheDir = defineOption({
  flags: '--cache-dir <dir>',
  summary: 'where unchanged issues are cached (default: $ISSUE_CACHE_DIR, or node_modules/.cache/issuepress)',
})

export const cache = defineOption({ flags: '--no-cache', summary: 'render all issues, also unchanged ones' })

export const color = defineOption({ flags: '--no-color', summary: 'print without colours' })

export const quiet = defineOption({ flags: '-q, --quiet', summary: 'print nothing but errors and warnings' })

export const verbose = defineOption({
  flags: '--verbose',
  summary: 'print every message with its note, however often it is repeated',
})

export const reporter = defineOption({
  flags: '--reporter <name>',
  summary: 'how to report',
  choices: ['pretty', 'json', 'github', 'sarif', 'unix'],
  default: 'pretty',
})
