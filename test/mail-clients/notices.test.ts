/** The licence of the data that is shipped is where those of the packages are. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import data from '../../src/mail-clients/caniemail.json' with { type: 'json' }

test('the notices have the licence of caniemail’s data', () => {
  const notices = readFileSync(join(import.meta.dirname, '../../lib/THIRD-PARTY-NOTICES.txt'), 'utf8')
  const plain = notices.replaceAll(/\s+/g, ' ')
  expect(data.licence).toContain('Copyright (c) 2019 HTeuMeuLeu')
  expect(plain).toContain(`${data.source} ${data.licence}`)
})
