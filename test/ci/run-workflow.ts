/** Runs a workflow's steps on this machine as a runner of GitHub does: each `run` under bash, each known `uses` by what it does. */
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { type Contexts, holds, interpolate, type Status } from './expressions.ts'

/** What the steps use. With `ISSUEPRESS_REQUIRE_BROWSER` set, as in CI, nothing may be missing. */
const tools = ['bash', 'curl', 'jq']
const missing = tools.filter((tool) => spawnSync(tool, ['--version']).status !== 0)
export const canRun = missing.length === 0
if (!canRun) {
  const advice = `Not found: ${missing.join(', ')}. Install them (Debian: apt-get install ${missing.join(' ')}).`
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n  THE TESTS OF THE WORKFLOW'S STEPS ARE SKIPPED. ${advice}\n`)
}

interface Step {
  name: string
  id?: string
  if?: unknown
  env?: Record<string, unknown>
  uses?: string
  run?: string
  with?: Record<string, unknown>
  'working-directory'?: string
}

interface Job {
  if?: unknown
  needs?: string
  env?: Record<string, unknown>
  outputs?: Record<string, string>
  steps: Step[]
}

export interface Push {
  /** The bare repository, and what to check out of it. */
  repository: string
  ref: string
  /** The context `github`, without what is the same for each push. */
  github: Record<string, unknown>
  /** The address of GitHub's API. */
  api: string
  /** Replaces environment variables. */
  environment: Record<string, string>
}

/** What a run leaves behind. */
export interface WorkflowRun {
  /** Whether each job has succeeded; those that did not run are not there. */
  jobs: Record<string, Status>
  /** What each step printed. */
  log: string
  /** The page of the run. */
  summary: string
  /** The folder of an artifact, when it was uploaded. */
  artifact(name: string): string
}

/** Runs all jobs of a workflow, in their order. */
export async function runWorkflow(text: string, push: Push): Promise<WorkflowRun> {
  const workflow: { jobs: Record<string, Job> } = parse(text)
  const run = createRun(push)
  const needs: Contexts = {}
  for (const [name, job] of Object.entries(workflow.jobs)) {
    const failed = job.needs !== undefined && run.jobs[job.needs] !== 'success'
    if (!holds(job.if, { ...run.contexts, needs }, failed ? 'failure' : 'success')) continue
    const { status, contexts } = await runJob(job, run)
    run.jobs[name] = status
    const outputs = Object.entries(job.outputs ?? {})
    needs[name] = {
      outputs: Object.fromEntries(outputs.map(([key, value]) => [key, interpolate(value, contexts, status)])),
    }
  }
  return run
}

/** Runs a composite action as the only step of a job, after the repository was checked out. */
export async function runAction(
  text: string,
  inputs: Record<string, string>,
  push: Push,
): Promise<WorkflowRun> {
  const action: { inputs: Record<string, { default: string }>; runs: { steps: Step[] } } = parse(text)
  const run = createRun(push)
  const given = Object.entries(action.inputs).map(([name, input]) => [
    name,
    inputs[name] ?? interpolate(input.default, run.contexts, 'success'),
  ])
  const checkOut = { name: 'Check out', uses: 'actions/checkout@0', with: { 'fetch-depth': 2 } }
  run.contexts.inputs = Object.fromEntries(given)
  run.jobs.action = (await runJob({ steps: [checkOut, ...action.runs.steps] }, run)).status
  return run
}

function createRun(push: Push) {
  const place = mkdtempSync(join(tmpdir(), 'issuepress ci '))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  const artifact = (name: string) => join(place, 'artifacts', name)
  const github = {
    server_url: 'https://github.com',
    repository: 'ada/tea',
    run_id: '1',
    actor: 'ada',
    token: 'secret-token',
    base_ref: '',
    ...push.github,
  }
  const contexts: Contexts = { github, steps: {}, env: {}, inputs: {}, needs: {}, runner: {} }
  return {
    push,
    place,
    contexts,
    artifact,
    jobs: {} as Record<string, Status>,
    log: '',
    summary: '',
    count: 0,
  }
}

type Run = ReturnType<typeof createRun>

async function runJob(job: Job, run: Run): Promise<{ status: Status; contexts: Contexts }> {
  const workspace = join(run.place, `workspace-${run.count}`)
  const temp = join(run.place, `temp-${run.count++}`)
  for (const folder of [workspace, temp]) mkdirSync(folder)
  const steps: Record<string, unknown> = {}
  const contexts: Contexts = { ...run.contexts, steps, runner: { temp } }
  const read = (entries: Record<string, unknown> = {}, status: Status) =>
    Object.fromEntries(
      Object.entries(entries).map(([key, value]) => [key, interpolate(value, contexts, status)]),
    )
  let status: Status = 'success'
  const jobEnv = read(job.env, status)
  contexts.env = jobEnv
  for (const step of job.steps) {
    const id = step.id ?? step.name
    steps[id] = { outcome: 'skipped' }
    if (!holds(step.if, contexts, status)) continue
    run.log += `--- ${step.name}\n`
    const env = { ...jobEnv, ...read(step.env, status) }
    const folder = resolve(workspace, interpolate(step['working-directory'] ?? '.', contexts, status))
    const code =
      step.run === undefined
        ? await useAction(step.uses ?? '', read(step.with, status), { run, workspace, temp })
        : await runScript(interpolate(step.run, contexts, status), folder, env, { run, workspace, temp })
    steps[id] = { outcome: code === 0 ? 'success' : 'failure' }
    if (code !== 0) status = 'failure'
  }
  return { status, contexts }
}

interface Place {
  run: Run
  workspace: string
  temp: string
}

/** Does what an action of GitHub's does. */
async function useAction(uses: string, options: Record<string, string>, place: Place): Promise<number> {
  const { run, workspace } = place
  const [action] = uses.split('@')
  const { name = '', path = '' } = options
  if (action === 'actions/checkout') {
    const script = `git init --quiet && git fetch --quiet --depth ${options['fetch-depth'] ?? 1} "$REPOSITORY" "$REF" && git checkout --quiet FETCH_HEAD`
    return runScript(
      script,
      workspace,
      { REPOSITORY: `file://${run.push.repository}`, REF: run.push.ref },
      place,
    )
  }
  if (action === 'actions/upload-artifact') {
    const source = resolve(workspace, path)
    if (existsSync(source)) cpSync(source, run.artifact(name), { recursive: true })
    return existsSync(source) || options['if-no-files-found'] === 'ignore' ? 0 : 1
  }
  if (action === 'actions/download-artifact') cpSync(run.artifact(name), path, { recursive: true })
  else if (action !== 'actions/setup-node' && action !== 'actions/cache')
    throw new Error(`Unexpected action ${uses}`)
  return 0
}

/** Runs a script as `shell: bash` does. */
async function runScript(
  script: string,
  cwd: string,
  env: Record<string, string>,
  { run, workspace, temp }: Place,
): Promise<number> {
  const file = join(temp, 'step.sh')
  const summary = join(temp, 'summary.md')
  writeFileSync(file, script)
  writeFileSync(summary, '')
  const { base_ref, event } = run.push.github
  writeFileSync(join(temp, 'event.json'), JSON.stringify(event))
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|VITEST|GITHUB_)/i.test(name))
  const child = spawn('bash', ['--noprofile', '--norc', '-eo', 'pipefail', file], {
    cwd,
    env: {
      ...Object.fromEntries(inherited),
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_API_URL: run.push.api,
      GITHUB_BASE_REF: String(base_ref ?? ''),
      GITHUB_EVENT_PATH: join(temp, 'event.json'),
      GITHUB_OUTPUT: join(temp, 'output'),
      GITHUB_REPOSITORY: 'ada/tea',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: temp,
      ...run.push.environment,
      ...env,
    },
  })
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data) => {
      run.log += data
    })
  const code = await new Promise<number>((done) => child.on('close', (status) => done(status ?? 1)))
  run.summary += readFileSync(summary, 'utf8')
  return code
}
