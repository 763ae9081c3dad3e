/** Mistakes in each target's native tags, held against `mistakes.yml`, which was written by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { mergeBlock } from '../../src/checks/merge-block.ts'
import { mergeDialect } from '../../src/checks/merge-dialect.ts'
import { mergeTag } from '../../src/checks/merge-tag.ts'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { targetNames } from '../../src/targets/index.ts'
import { createThemes } from '../../src/theme/themes.ts'

interface Expected {
  speaks: Record<string, string | null>
  silent: string[]
  sites?: string[]
  listed?: { speaks: string[]; silent: string[]; sites?: string[] }
}

const all: Record<string, Expected> = parse(readFileSync(join(import.meta.dirname, 'mistakes.yml'), 'utf8'))

async function report(target: string, tag: string, fields?: string[]): Promise<string[]> {
  const settings = resolveSettings({ name: 'N', ...(fields && { merge: { fields } }) }, { target })
  const templates = loadTemplates()
  templates.set('default/layout.html', new VFile({ path: 'layout.html', value: '{{ content }}\n' }))
  templates.set('default/layout.txt', new VFile({ path: 'layout.txt', value: '{{ content }}\n' }))
  const file = new VFile({ path: 'issues/a.md', value: `---\ntitle: T\n---\n\nWords ${tag} here.\n` })
  const checks = [mergeTag, mergeBlock, mergeDialect]
  await render(file, { settings, themes: createThemes(templates, settings), checks })
  return file.messages.filter(({ ruleId }) => /^merge-/.test(ruleId ?? '')).map(({ reason }) => reason)
}

test('every target has its mistakes', () => {
  expect(Object.keys(all)).toEqual(targetNames)
})

describe.each(Object.entries(all))('%s', (target, { speaks, silent, sites = [], listed }) => {
  test.each(Object.entries(speaks))('reports %s', async (tag, expected) => {
    const reasons = await report(target, tag)
    expect(reasons[0]).toMatch(/^Unexpected (?:name|keyword|filter) /)
    if (expected !== null) expect(reasons[0]).toContain(`expected \`${expected}\``)
    else expect(reasons[0]).toMatch(/, which .* does not know$/)
  })

  test.each(sites)('reports %s, which is of a site generator', async (tag) => {
    const reasons = await report(target, tag)
    expect(reasons).toHaveLength(1)
    expect(reasons[0]).toMatch(/^Unexpected .*, which is a (?:tag|comment) of /)
  })

  test.each(listed?.sites ?? [])('reports %s, although a field has its last word', async (tag) => {
    expect((await report(target, tag, ['city', 'plan']))[0]).toMatch(/, which is a tag of a site generator$/)
  })

  test.each(silent)('is silent on %s', async (tag) => {
    expect(await report(target, tag)).toEqual([])
  })

  test.each(listed?.speaks ?? [])('reports %s, which is not one of the fields', async (tag) => {
    expect((await report(target, tag, ['city', 'plan']))[0]).toMatch(/^Unexpected name /)
  })

  test.each(listed?.silent ?? [])('is silent on %s, which is a field', async (tag) => {
    expect(await report(target, tag, ['city', 'plan'])).toEqual([])
  })
})
