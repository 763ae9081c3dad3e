import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runHere } from '../cli/newsletter.ts'

/** Nothing of the machine's own Git: the same commits have the same ids everywhere. */
const environment = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.com',
  GIT_AUTHOR_DATE: '2024-11-28T09:12:00Z',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.com',
  GIT_COMMITTER_DATE: '2024-11-28T09:12:00Z',
}

/** Creates an empty Git repository with the branch `main` in a temporary folder with a space in its name. */
export function createRepository(place = mkdtempSync(join(tmpdir(), 'issuepress diff '))) {
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: place, encoding: 'utf8', env: { ...process.env, ...environment } })
  git('init', '--quiet', '--initial-branch', 'main')
  return {
    place,
    git,
    write(name: string, content: string | Uint8Array) {
      mkdirSync(dirname(join(place, name)), { recursive: true })
      writeFileSync(join(place, name), content)
    },
    remove: (name: string) => rmSync(join(place, name), { recursive: true }),
    copy: (folder: string) => cpSync(folder, place, { recursive: true }),
    /** Removes everything but the repository itself. */
    clear() {
      for (const name of readdirSync(place))
        if (name !== '.git') rmSync(join(place, name), { recursive: true })
    },
    commit(message = 'Change') {
      git('add', '--all')
      git('commit', '--quiet', '--allow-empty', '--message', message)
      return git('rev-parse', 'HEAD').trim()
    },
    issue: (...args: string[]) => runHere(args, { cwd: place, environment }),
    /** Runs the command in a folder of the repository. */
    issueIn: (folder: string, ...args: string[]) => runHere(args, { cwd: join(place, folder), environment }),
  }
}
