import { resolve } from 'node:path'
import type { Preview } from '../../preview/start-preview.ts'
import { wantsColour } from '../../report/wants-colour.ts'
import { watch } from '../../watch.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { openBrowser } from './open-browser.ts'
import type { WatchFlags } from './options.ts'
import { createWatchScreen, type WatchScreen } from './watch-screen.ts'

/** The port that the preview tries first. */
const usualPort = 3333

/**
 * `issue watch [file...]`: builds whenever something changes and serves the preview, until it is interrupted.
 * @returns the exit code
 * @throws {UsageError} for a port that cannot be used, and as `watch` does
 */
export async function runWatch(files: string[], flags: WatchFlags, context: Context): Promise<number> {
  const { cwd, stdout, signal, environment, now } = context
  const root = resolve(cwd, flags.root ?? '.')
  const { config, target, drafts, strict, out } = flags
  const colour = wantsColour(flags.color, environment, stdout)
  const screen = createWatchScreen(context, { root, colour, quiet: flags.quiet ?? false })
  let opened: OpenPreview | undefined
  try {
    opened = flags.preview ? await openPreview(root, flags, screen, context) : undefined
    const { store, preview } = opened ?? {}
    const show = () => store && preview?.show(store.toState())
    await watch({
      ...{ root, cwd, files, config, target, drafts, strict, out, signal, now },
      first: () => preview?.onScreen(),
      onStart() {
        store?.begin()
        show()
      },
      onLoaded: (newsletter) => store?.open(newsletter),
      onRendered(rendered) {
        store?.note(rendered)
        show()
      },
      onBuilt(build) {
        store?.close(build.result)
        show()
        screen.built(build)
      },
      onError: screen.trouble,
    })
    screen.end()
    return exitCodes.fine
  } finally {
    await opened?.preview.close()
  }
}

type OpenPreview = Awaited<ReturnType<typeof openPreview>>

/** The preview's server and its views are loaded only when they are wanted. */
async function openPreview(
  root: string,
  { port, editor, open }: WatchFlags,
  screen: WatchScreen,
  { stderr }: Context,
) {
  const [{ createPreviewStore }, { startPreview }] = await Promise.all([
    import('../../preview/preview-store.ts'),
    import('../../preview/start-preview.ts'),
  ])
  const store = createPreviewStore()
  const preview: Preview = await startPreview({
    port: port ?? usualPort,
    strictPort: port !== undefined,
    root,
    editor,
    readSource: store.readSource,
    fault: (text) => void stderr.write(`issue: ${text}\n`),
  })
  screen.serveAt(preview.url)
  if (open) await openBrowser(preview.url, (text) => screen.trouble(text))
  return { store, preview }
}
