import { resolve } from 'node:path'
import open from 'open'
import type { RenderedIssue } from '../../newsletter/build-issue.ts'
import type { Preview } from '../../preview/start-preview.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import { watch } from '../../watch.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { resolveCache } from '../resolve-cache.ts'
import type { WatchFlags } from './options.ts'
import { createWatchScreen, type WatchScreen } from './watch-screen.ts'

/** The first port that the preview tries. */
const defaultPort = 3333

/**
 * `issue watch [file...]`: rebuilds on every change and serves the preview, until it is interrupted.
 * @returns the exit code
 * @throws {UsageError} for an unusable port, and as `watch` does
 */
export async function runWatch(files: string[], flags: WatchFlags, context: Context): Promise<number> {
  const { cwd, stdout, signal, environment, now } = context
  context.endInOrder?.()
  const root = resolve(cwd, flags.root ?? '.')
  const { config, configCode, target, drafts, strict, out, force } = flags
  const colour = wantsColour(flags.color, environment, stdout)
  const { quiet = false, verbose = false, reporter } = flags
  const screen = createWatchScreen(context, { root, colour, quiet, verbose, reporter })
  let opened: OpenPreview | undefined
  try {
    opened = flags.preview ? await openPreview(root, flags, screen, context) : undefined
    const { store, preview, rendered, shown } = opened ?? {}
    const show = () => store && preview?.show(store.getState())
    await watch({
      ...{ root, cwd, files, config, configCode, target, drafts, strict, out, force, signal, now },
      first: () => preview?.getShownIssue(),
      onStart() {
        screen.startBuild()
        store?.startBuild()
        show()
      },
      onLoaded: (newsletter) => store?.setNewsletter(newsletter),
      cache: resolveCache(flags, context),
      onRendered:
        store &&
        ((issue) => {
          store.setIssue(issue)
          rendered?.set(issue.built.source, issue)
          show()
        }),
      onRestored:
        store &&
        ((issue) => {
          store.setRestored(issue)
          rendered?.delete(issue.built.source)
        }),
      isShown: (path) => shown?.sources.has(path) ?? false,
      onReady(render) {
        if (shown) shown.render = render
      },
      onBuilt(build) {
        store?.finishBuild(build.result)
        show()
        screen.showBuild(build)
      },
      onError: screen.warn,
    })
    screen.end()
    return exitCodes.fine
  } finally {
    await opened?.preview.close()
  }
}

type OpenPreview = Awaited<ReturnType<typeof openPreview>>

/** The issues that pages have shown: others are not rendered if they can be restored from the cache. */
interface ShownIssues {
  sources: Set<string>
  /** Has an issue rendered that was restored. */
  render(source: string): void
}

/** Starts the preview; its modules are loaded only when it is used. */
async function openPreview(root: string, flags: WatchFlags, screen: WatchScreen, context: Context) {
  const { stderr } = context
  const [{ createPreviewStore }, { startPreview }] = await Promise.all([
    import('../../preview/preview-store.ts'),
    import('../../preview/start-preview.ts'),
  ])
  const { port, editor } = flags
  const store = createPreviewStore()
  const rendered = new Map<string, RenderedIssue>()
  const shown: ShownIssues = { sources: new Set(), render: () => {} }
  const preview: Preview = await startPreview({
    port: port ?? defaultPort,
    strictPort: port !== undefined,
    root,
    editor,
    readSource: store.readSource,
    async sendTest(source) {
      const { sendTest } = await import('./send-test.ts')
      return sendTest(rendered.get(source), context)
    },
    onShown(source) {
      shown.sources.add(source)
      shown.render(source)
    },
    reportError: (text) => void stderr.write(`issue: ${text}\n`),
  })
  screen.showAddress(preview.url)
  if (flags.open) await openBrowser(preview.url, screen)
  return { store, preview, rendered, shown }
}

async function openBrowser(url: string, screen: WatchScreen): Promise<void> {
  const reportFailure = () => screen.warn(`Cannot open a browser; the preview is at ${url}`)
  try {
    const child = await open(url)
    child.on('error', reportFailure)
  } catch {
    reportFailure()
  }
}
