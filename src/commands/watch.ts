import { resolve } from 'node:path'
import { UsageError } from '../files/usage-error.ts'
import type { Preview } from '../preview/start-preview.ts'
import { wantsColour } from '../report/wants-colour.ts'
import { watch } from '../watch.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import type { RunFlags } from './flags.ts'
import { openBrowser } from './open-browser.ts'
import { createWatchScreen } from './watch-screen.ts'

/** The flags of `issue watch`, as the command line gives them. */
export interface WatchFlags extends Omit<RunFlags, 'reporter'> {
  out?: string
  /** False with `--no-preview`. */
  preview: boolean
  port?: string
  open?: boolean
  editor?: string
}

/** The port that the preview tries first. */
const usualPort = 3333

/**
 * `issue watch [file...]`: builds whenever something changes and serves the preview, until it is interrupted.
 * @returns the exit code
 */
export async function watchCommand(files: string[], flags: WatchFlags, context: Context): Promise<number> {
  const { cwd, stderr, stdout, signal, environment, now } = context
  const root = resolve(cwd, flags.root ?? '.')
  const { config, target, drafts, strict, out } = flags
  const colour = wantsColour(flags.color, environment, stdout)
  const screen = createWatchScreen(context, { root, colour, quiet: flags.quiet ?? false })
  let preview: Preview | undefined
  try {
    const port = toPort(flags.port)
    // Its server and its views are not even loaded without being asked for.
    const { createPreviewStore } = await import('../preview/preview-store.ts')
    const book = flags.preview ? createPreviewStore() : undefined
    if (book) {
      const { startPreview } = await import('../preview/start-preview.ts')
      preview = await startPreview({
        port: port ?? usualPort,
        strictPort: port !== undefined,
        root,
        editor: flags.editor,
        readSource: book.readSource,
        fault: (text) => void stderr.write(`issue: ${text}\n`),
      })
      screen.serveAt(preview.url)
      if (flags.open) await openBrowser(preview.url, (text) => screen.trouble(text))
    }
    const show = () => book && preview?.show(book.toState())
    await watch({
      ...{ root, cwd, files, config, target, drafts, strict, out, signal, now },
      first: () => preview?.onScreen(),
      onStart() {
        book?.begin()
        show()
      },
      onLoaded: (newsletter) => book?.open(newsletter),
      onRendered(issue) {
        book?.note(issue)
        show()
      },
      onBuilt(build) {
        book?.close(build.result)
        show()
        screen.built(build)
      },
      onTrouble: screen.trouble,
    })
    screen.end()
    return exitCodes.fine
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    stderr.write(`issue: ${error.message}\n`)
    return exitCodes.usage
  } finally {
    await preview?.close()
  }
}

function toPort(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (port >= 0 && port <= 65535) return port
  throw new UsageError(`Unexpected port \`${text}\`, expected a number from 0 to 65535`)
}
