import { resolve } from 'node:path'
import data from '../mail-clients/caniemail.json' with { type: 'json' }
import { createPageState } from './create-page-state.ts'
import { createEventStream } from './event-stream.ts'
import { handleRequest, type RequestContext } from './handle-request.ts'
import { listen } from './listen.ts'
import { loadPage } from './load-page.ts'
import { openInEditor } from './open-in-editor.ts'
import type { ClientMenu } from './page-state.ts'
import type { PreviewIssue, PreviewState } from './preview-state.ts'
import { jsonReply } from './reply.ts'
import { clientMenu } from './view/client-menu.ts'
import { createViewRenderer } from './view-renderer.ts'

export interface PreviewOptions {
  /** The first port to try; 0 is any that is free. */
  port: number
  /** No other port is tried. */
  strictPort?: boolean
  /** The newsletter's folder, absolute. */
  root: string
  /** The editor's command; without one it is guessed. */
  editor: string | undefined
  /** The text of a file of the newsletter that may be shown; its path is relative to the root, with `/`. */
  readSource(path: string): string | undefined
  /** Takes a fault of the preview's own, to be told in the terminal. */
  fault(text: string): void
}

export interface Preview {
  url: string
  /** Shows the newsletter as the last build left it, on every page that is open. */
  show(state: PreviewState): void
  /** The source of the issue that a page shows, the most recent; nothing when no page is open. */
  onScreen(): string | undefined
  /** Ends all that is open, at once. */
  close(): Promise<void>
}

/**
 * Serves the preview to this machine alone.
 * @throws {UsageError} when there is no port to be had
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, editor, readSource, fault } = options
  const events = createEventStream()
  const tellBuilding = (isBuilding: boolean) => events.send('building', String(isBuilding))
  tellBuilding(true)
  let issues = new Map<string, PreviewIssue>()
  const context: RequestContext = {
    fixed: new Map([...loadPage(), ['/clients.json', jsonReply(toMenu())]]),
    events,
    views: createViewRenderer(),
    find: (source) => issues.get(source),
    readSource,
    openEditor: ({ file, line, column }) => openInEditor({ path: resolve(root, file), line, column }, editor),
    fault,
  }
  const { port, servers } = await listen(options.port, options.strictPort ?? false, (request, response) => {
    void handleRequest(request, response, context)
  })
  return {
    url: `http://localhost:${port}`,
    show(state) {
      issues = new Map(state.issues.map((issue) => [issue.source, issue]))
      // An issue that is not there while a build is under way may yet come: pages have to know first that one is.
      if (state.building) tellBuilding(true)
      events.send('state', JSON.stringify(createPageState(state, readSource)))
      tellBuilding(state.building)
    },
    onScreen: events.onScreen,
    async close() {
      events.close()
      await Promise.all(
        servers.map((server) => {
          const closed = new Promise((done) => server.close(done))
          server.closeAllConnections()
          return closed
        }),
      )
    },
  }
}

function toMenu(): ClientMenu {
  return { date: data.date, families: clientMenu }
}
