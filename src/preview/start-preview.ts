import { resolve } from 'node:path'
import data from '../mail-clients/caniemail.json' with { type: 'json' }
import { createPageState } from './create-page-state.ts'
import { createEventStream } from './event-stream.ts'
import { handleRequest, type RequestContext } from './handle-request.ts'
import type { TestSender } from './handle-send.ts'
import { listen } from './listen.ts'
import { loadPage } from './load-page.ts'
import { openInEditor } from './open-in-editor.ts'
import type { ClientMenu } from './page-state.ts'
import type { PreviewIssue, PreviewState } from './preview-state.ts'
import { jsonReply } from './reply.ts'
import { clientMenu } from './view/client-menu.ts'
import { createViewRenderer } from './view-renderer.ts'

export interface PreviewOptions {
  /** The first port to try; 0 is any free port. */
  port: number
  /** No other port is tried. */
  strictPort?: boolean
  /** The newsletter's folder, absolute. */
  root: string
  /** The editor's command; detected if not given. */
  editor: string | undefined
  /** The text of a file that may be shown; its path is relative to the root, with `/`. */
  readSource(path: string): string | undefined
  sendTest?: TestSender['sendTest']
  /** Called with the source of each issue that a page begins to show. */
  onShown?(source: string): void
  /** Reports an internal error of the preview. */
  reportError(text: string): void
}

export interface Preview {
  url: string
  /** Shows a state on all open pages. */
  show(state: PreviewState): void
  /** The source of the issue on the page that was opened last; `undefined` when none is open. */
  getShownIssue(): string | undefined
  /** Stops the server and closes all connections at once. */
  close(): Promise<void>
}

/**
 * Serves the preview to this machine only.
 * @throws {UsageError} when no port is free
 */
export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const { root, editor, readSource, sendTest, onShown, reportError } = options
  const events = createEventStream()
  const sendBuilding = (isBuilding: boolean) => events.send('building', () => String(isBuilding))
  sendBuilding(true)
  let issues = new Map<string, PreviewIssue>()
  const context: RequestContext = {
    staticReplies: new Map([...loadPage(), ['/clients.json', jsonReply(createMenu())]]),
    events: {
      ...events,
      add(response, issue) {
        events.add(response, issue)
        if (issue !== undefined) onShown?.(issue)
      },
    },
    views: createViewRenderer(),
    findIssue: (source) => issues.get(source),
    readSource,
    openEditor: ({ file, line, column }) => openInEditor({ path: resolve(root, file), line, column }, editor),
    sendTest,
    reportError,
  }
  const { port, servers } = await listen(options.port, options.strictPort ?? false, (request, response) => {
    void handleRequest(request, response, context)
  })
  return {
    url: `http://localhost:${port}`,
    show(state) {
      issues = new Map(state.issues.map((issue) => [issue.source, issue]))
      // Pages learn first that a build is running, since issues that are still missing may follow.
      if (state.building) sendBuilding(true)
      events.send('state', () => JSON.stringify(createPageState(state, readSource)))
      sendBuilding(state.building)
    },
    getShownIssue: events.getShownIssue,
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

function createMenu(): ClientMenu {
  return { date: data.date, families: clientMenu }
}
