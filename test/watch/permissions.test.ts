/** A folder loses its permissions under a running `issue watch`, as when a sync tool or another user changes them. */
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { watch as runWatch } from '../../src/watch.ts'
import { makeNewsletter, toIssue } from './make-newsletter.ts'
import { cli, type OpenWatch, openWatchProcessAs } from './open-watch.ts'

const picture = readFileSync(join(import.meta.dirname, '../images/plain.png'))

/** Nothing is forbidden to root: as root, the watch runs as this user, `nobody` on most systems. */
const user = process.getuid?.() === 0 ? 65_534 : undefined

/** Whether permissions forbid anything here, and the user may read the compiled command. */
const canRun =
  process.getuid !== undefined && spawnSync(process.execPath, [cli, '--version'], { uid: user }).status === 0
if (!canRun) {
  const advice = 'Found no user who is not root and may read lib/: permissions under a watch are NOT tested.'
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n!!! ${advice}\n`)
}

let watch: OpenWatch | undefined
let folder: string | undefined
afterEach(async () => {
  if (folder !== undefined) chmodSync(folder, 0o755)
  folder = undefined
  await watch?.stop('SIGKILL')
})

function createOwnNewsletter(): string {
  const root = makeNewsletter({
    'issues/dawn.md': toIssue('Dawn over the hills', 'The sun came up.\n\n![A dot](images/dot.png)'),
    'templates/default/theme.yml': 'accent: "#aa0000"\n',
  })
  mkdirSync(join(root, 'issues/images'))
  writeFileSync(join(root, 'issues/images/dot.png'), picture)
  // The folder of all temporary folders of the tests is its owner's alone.
  chmodSync(dirname(root), 0o711)
  if (user !== undefined)
    for (const path of ['.', ...(readdirSync(root, { recursive: true }) as string[])])
      chownSync(join(root, path), user, user)
  return root
}

describe.skipIf(!canRun)('a folder that cannot be read any more is reported, and the watch goes on', () => {
  test.each([
    ['issues/images', 'Cannot read the image `images/dot.png`'],
    ['issues', 'Cannot read the folder `issues`: permission denied'],
    ['templates/default', 'Cannot read the folder `templates/default`: permission denied'],
    ['.', 'permission denied'],
  ])('%s', async (name, message) => {
    const root = createOwnNewsletter()
    const opened = await openWatchProcessAs(user, root, '--no-preview')
    watch = opened
    const output = () => opened.output()
    folder = join(root, name)
    chmodSync(folder, 0)
    await opened.until(() => output().includes(message))
    chmodSync(folder, 0o755)
    // A folder that is watched again is not seen at once: the issue changes until a change of it is built.
    const email = () => readFileSync(join(root, 'dist/dawn/email.html'), 'utf8')
    let save = 0
    await opened.until(() => {
      save += 1
      writeFileSync(join(root, 'issues/dawn.md'), toIssue('Dawn over the hills', `The sun is back: ${save}.`))
      return email().includes('The sun is back')
    })
    expect(output()).not.toMatch(/bug in issuepress|EACCES/)
    expect(await opened.stop('SIGTERM')).toEqual({ code: 0, signal: null })
  })
})

test('a watch that fails watches nothing any more, so that its process ends', async () => {
  const root = makeNewsletter({ 'issues/dawn.md': toIssue('Dawn over the hills', 'The sun came up.') })
  const watched = () => process.getActiveResourcesInfo().filter((kind) => kind === 'FSEventWrap')
  let duringBuild: string[] = []
  const failing = runWatch({
    root,
    signal: new AbortController().signal,
    now: Date.now,
    onError() {},
    onBuilt() {
      duringBuild = watched()
      throw new Error('The terminal is gone')
    },
  })
  await expect(failing).rejects.toThrow('The terminal is gone')
  expect(duringBuild).not.toEqual([])
  await expect.poll(watched).toEqual([])
})
