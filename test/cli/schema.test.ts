/** `issue schema`: what editors complete and check YAML with. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { schemaNames } from '../../src/schemas/json-schema.ts'
import { makeNewsletter, toIssue } from './newsletter.ts'

const recipe = `---
description: A dish.
attributes:
  serves: { type: number, required: true, description: how many }
  difficulty: { values: [easy, hard], default: easy }
---
<p>{{ attributes.serves }}</p>
`

test.each(schemaNames.filter((name) => name !== 'issue'))('%s is what the package contains', async (name) => {
  const { stdout, code } = await makeNewsletter({}).issue('schema', name)
  expect(stdout).toBe(readFileSync(join(import.meta.dirname, '../../lib/schemas', `${name}.json`), 'utf8'))
  expect(code).toBe(0)
})

test("issue has what the newsletter's issues can refer to", async () => {
  const newsletter = makeNewsletter({
    'issue.config.yml': 'sponsors: { acme: { name: Acme, url: https://acme.example } }\n',
    'sponsors.yml': 'globex: { name: Globex, url: https://globex.example }\n',
    'issues/a.md': toIssue('A'),
    'templates/mine/blocks/recipe.html': recipe,
  })
  const { stdout, code } = await newsletter.issue('schema', 'issue')
  expect(code).toBe(0)
  const { properties, definitions } = JSON.parse(stdout)
  expect(properties.sponsor.enum).toEqual(['acme', 'globex', null])
  expect(properties.template.enum).toEqual(['brand', 'default', 'digest', 'letter', 'mine', null])
  expect(definitions.default.definitions).not.toHaveProperty('recipe')
  expect(definitions.mine.definitions.sponsor).toEqual(definitions.default.definitions.sponsor)
  expect(definitions.mine.definitions.recipe).toEqual({
    description: 'A dish.',
    type: 'object',
    properties: {
      serves: { description: 'how many', type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' },
      difficulty: { default: 'easy', enum: ['easy', 'hard'] },
    },
    required: ['serves'],
    additionalProperties: false,
  })
})

test('an unknown name is wrong usage', async () => {
  const { stdout, stderr, code } = await makeNewsletter({}).issue('schema', 'confg')
  expect({ stdout, stderr, code }).toEqual({
    stdout: '',
    stderr: 'issue: Unexpected schema `confg`, expected `config`\n',
    code: 2,
  })
})
