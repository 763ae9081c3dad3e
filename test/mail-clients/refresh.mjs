/**
 * Makes `src/mail-clients/caniemail.json` anew from the npm package `caniemail`, whose own code we do not need:
 *
 *     node test/mail-clients/refresh.mjs          the newest version
 *     node test/mail-clients/refresh.mjs 2.0.2    this one
 *     npx vitest run test/mail-clients            names each feature that is new: sort it in test/mail-clients/features.txt
 *
 * Of each feature only what we ask for is kept: what each client's latest tested version supports, and the notes on it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const target = join(import.meta.dirname, '../../src/mail-clients/caniemail.json')
const folder = mkdtempSync(join(tmpdir(), 'caniemail-'))
try {
  const tarball = run('npm', ['pack', '--silent', `caniemail@${process.argv[2] ?? 'latest'}`]).trim()
  run('tar', ['xzf', tarball])
  const read = (name) => readFileSync(join(folder, 'package', name), 'utf8')
  const data = reduce(read('data/caniemail.json'), JSON.parse(read('package.json')).version, read('LICENSE'))
  writeFileSync(target, `${JSON.stringify(data, null, 2)}\n`)
  console.log(`${Object.keys(data.features).length} features of ${data.date} in ${target}`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function run(command, options) {
  const { status, stdout, stderr } = spawnSync(command, options, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return stdout
}

function reduce(text, version, licence) {
  // Parsed as they are, keys such as "2019" would come before "16.80", and the last would not be the latest.
  const { data, nicenames, last_update_date: date } = JSON.parse(text.replace(/"(\d+)":/g, '"v$1":'))
  const platforms = [
    ...new Set(data.flatMap(({ stats }) => Object.keys(stats).flatMap((family) => toPairs(family, stats)))),
  ].sort()
  const families = new Set(platforms.map((pair) => pair.split('.')[0]))
  return {
    source: `https://www.caniemail.com, by way of npm caniemail@${version}`,
    date: date.slice(0, 10),
    licence: toNotice(licence),
    platforms: platforms.join(' '),
    families: Object.fromEntries(Object.entries(nicenames.family).filter(([family]) => families.has(family))),
    platformNames: nicenames.platform,
    features: Object.fromEntries(data.map((feature) => [feature.slug, toFeature(feature, platforms)])),
  }
}

/** The data are MIT as well as the package that carries them; each has its own holders. */
function toNotice(licence) {
  const [title, ...rest] = licence.trim().split(/\s*\n\s*/)
  return [title, 'Copyright (c) 2019 HTeuMeuLeu (the data, github.com/hteumeuleu/caniemail)', ...rest].join(
    ' ',
  )
}

function toPairs(family, stats) {
  return Object.keys(stats[family]).map((platform) => `${family}.${platform}`)
}

/** Support is one word per platform, in their order: `y`, `n`, `a` for in part, `u` for unknown; `a1,2` has notes 1 and 2. */
function toFeature({ title, last_test_date, stats, notes_by_num }, platforms) {
  const support = platforms.map((pair) => {
    const [family, platform] = pair.split('.')
    const latest = Object.values(stats[family]?.[platform] ?? {}).at(-1) ?? 'u'
    return latest[0] + [...latest.matchAll(/#(\d+)/g)].map(([, number]) => number).join(',')
  })
  const used = new Set(support.flatMap((word) => word.slice(1).split(',')))
  const notes = Object.entries(notes_by_num ?? {})
    .map(([number, note]) => [number.replace('v', ''), toText(note)])
    .filter(([number]) => used.has(number))
  return {
    title: title.trim(),
    tested: last_test_date.replace(/-(\d)$/, '-0$1'),
    support: support.join(' '),
    ...(notes.length > 0 && { notes: Object.fromEntries(notes) }),
  }
}

/** The words of a note, without its links. */
function toText(note) {
  return note
    .replace(/\s*\(See \[.*?\]\(.*?\)\.?\)\.?/g, '')
    .replace(/\s*See \[.*?\]\([^)]*\)( and \[.*?\]\([^)]*\))?( for examples)?\.?/g, '')
    .replace(/\[(.*?)\]\(.*?\)/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
}
