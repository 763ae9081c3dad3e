/**
 * Merge tags in `merge-tags/issue.config.yml` and `sponsors.yml` that HTML or a provider's engine would read more than the
 * tag in, in every text of them, and `messages.txt` with what is reported. `UPDATE=1` rewrites the file.
 */
import { join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText, validateConfigValue } from '../../src/config/validate-config.ts'
import { loadSponsors } from '../../src/files/load-sponsors.ts'
import { readTextFile } from '../../src/files/read-text-file.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { expectFiles } from '../support/expect-files.ts'

const root = join(import.meta.dirname, 'merge-tags')

test('tags that are no tags are errors at their places', () => {
  const config = readTextFile('issue.config.yml', { cwd: root })
  const settings = resolveSettings(validateConfigText(config))
  const sponsors = loadSponsors(root, root, Object.keys(settings.sponsors), settings)
  const files = [config, sponsors?.file].filter((file) => file !== undefined)
  expectFiles(root, { 'messages.txt': formatPretty(files, { colour: false }) })
})

test('in a config that is a program, messages name the key', () => {
  const file = new VFile({ path: 'issue.config.ts' })
  validateConfigValue({ sponsors: { acme: { name: '{{ <b x> }}', url: 'https://acme.example' } } }, file)
  expect(file.messages.map(({ reason, ruleId }) => `${reason} (${ruleId})`)).toEqual([
    'Unexpected `<b` in the merge tag `{{ <b x> }}` in `sponsors.acme.name` (merge-markup)',
  ])
})
