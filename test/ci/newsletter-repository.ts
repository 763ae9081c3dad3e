import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import { runHere } from '../cli/newsletter.ts'
import { createRepository } from '../diff/repository.ts'
import { root } from './files.ts'
import type { Push } from './run-workflow.ts'

/** npm stays on this machine, and the page has no pictures, which `test/browser/diff-report.test.ts` is about. */
const environment = {
  CHROMIUM_PATH: '/nonexistent',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
}

function npm(args: string[], cwd: string) {
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST)/i.test(name))
  execFileSync('npm', args, { cwd, stdio: 'pipe', env: { ...Object.fromEntries(inherited), ...environment } })
}

/**
 * Creates what `issue init` writes, with a lockfile. Its `issuepress` is a package in a file beside it, which starts the compiled
 * command of this repository, so that `npm ci` needs no registry.
 */
export async function createSeed(place: string): Promise<void> {
  const { code, stderr } = await runHere(
    [
      'init',
      '--yes',
      '--date',
      '2026-01-06',
      '--name',
      'Tea',
      '--from',
      'Ada <ada@tea.org>',
      '--target',
      'kit',
    ],
    { cwd: place },
  )
  if (code !== 0) throw new Error(stderr)
  const packed = mkdtempSync(join(tmpdir(), 'issuepress ci '))
  const command = JSON.stringify(pathToFileURL(join(root, 'lib', 'cli.js')))
  writeFileSync(join(packed, 'issue.mjs'), `#!/usr/bin/env node\nimport(${command})\n`)
  const description = { name: 'issuepress', version: '1.0.0', bin: { issue: 'issue.mjs' } }
  writeFileSync(join(packed, 'package.json'), JSON.stringify(description))
  npm(['pack', '--pack-destination', place], packed)
  rmSync(packed, { recursive: true })
  const manifest = JSON.parse(readFileSync(join(place, 'package.json'), 'utf8'))
  manifest.devDependencies.issuepress = 'file:issuepress-1.0.0.tgz'
  writeFileSync(join(place, 'package.json'), JSON.stringify(manifest))
  npm(['install', '--package-lock-only'], place)
}

/** A newsletter with one commit on `main`, and the bare repository that it is pushed to. */
export function createRemote(seed: string, folder = '.') {
  const local = createRepository()
  cpSync(seed, join(local.place, folder), { recursive: true })
  local.commit('Begin')
  const bare = mkdtempSync(join(tmpdir(), 'issuepress remote '))
  onTestFinished(() => rmSync(bare, { recursive: true, force: true }))
  local.git('clone', '--quiet', '--bare', local.place, bare)

  const describe = (ref: string, api: string, github: Record<string, unknown>): Push => ({
    repository: bare,
    ref,
    api,
    github,
    environment,
  })
  return {
    ...local,
    /** Pushes `main`. */
    push(api: string): Push {
      local.git('push', '--quiet', bare, 'main')
      return describe('refs/heads/main', api, { event_name: 'push', event: {}, ref: 'refs/heads/main' })
    },
    /** Commits on the branch of pull request 7, and pushes its merge with `main`, as GitHub makes it. */
    pushPull(api: string, github: Record<string, unknown> = {}, from = 'ada/tea'): Push {
      local.git('checkout', '--quiet', '-B', 'pull')
      local.commit()
      local.git('checkout', '--quiet', '-B', 'merge', 'main')
      local.git('merge', '--quiet', '--no-ff', '-m', 'Merge', 'pull')
      local.git('push', '--quiet', '--force', bare, 'merge:refs/pull/7/merge')
      local.git('checkout', '--quiet', 'pull')
      const event = { pull_request: { number: 7, head: { repo: { full_name: from } } } }
      const pull = {
        event_name: 'pull_request',
        event,
        ref: 'refs/pull/7/merge',
        base_ref: 'main',
        ...github,
      }
      return describe('refs/pull/7/merge', api, pull)
    },
  }
}
