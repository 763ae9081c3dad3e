import type { PageState } from '../page-state.ts'

export interface Listener {
  state(state: PageState): void
  building(building: boolean): void
  connected(connected: boolean): void
}

export interface Connection {
  /** Sends which issue the page shows; empty for none. */
  show(issue: string): void
}

/** The delay before reconnecting when the browser does not retry by itself, in milliseconds. */
const retryDelay = 2000

/**
 * Connects to the events of `issue watch`. A hidden page disconnects, since browsers allow only six connections to a
 * server; it catches up when it is visible again.
 * @param shown the issue that the page shows; empty for none
 */
export function connect(listener: Listener, shown: string): Connection {
  let stream: EventSource | undefined
  let timer: number | undefined

  function open(): void {
    close()
    if (document.visibilityState === 'hidden') return
    const opened = new EventSource(
      shown === undefined ? 'events' : `events?issue=${encodeURIComponent(shown)}`,
    )
    stream = opened
    opened.addEventListener('open', () => listener.connected(true))
    opened.addEventListener('state', ({ data }) => listener.state(JSON.parse(data)))
    opened.addEventListener('building', ({ data }) => listener.building(data === 'true'))
    opened.addEventListener('error', () => {
      if (stream !== opened) return
      listener.connected(false)
      // The browser retries by itself, except after a response that is not an event stream.
      if (opened.readyState === EventSource.CLOSED) timer = window.setTimeout(open, retryDelay)
    })
  }

  function close(): void {
    window.clearTimeout(timer)
    stream?.close()
    stream = undefined
  }

  document.addEventListener('visibilitychange', open)
  // A page in the back/forward cache must not keep its connection.
  window.addEventListener('pagehide', close)
  window.addEventListener('pageshow', ({ persisted }) => persisted && open())
  open()
  return {
    show(issue) {
      if (issue === shown) return
      shown = issue
      open()
    },
  }
}
