import type { PageState } from '../page-state.ts'

export interface Listener {
  state(state: PageState): void
  building(building: boolean): void
  connected(connected: boolean): void
}

export interface Connection {
  /** Says which issue the page shows; empty for none. */
  show(issue: string): void
}

/** How long to wait where the browser itself gives up, in milliseconds. */
const pause = 2000

/**
 * Listens to `issue watch`. A page that nobody sees listens no more, since a browser keeps only six connections to one
 * server; it catches up when it is seen again.
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
      // The browser tries again by itself, except after an answer that is no stream.
      if (opened.readyState === EventSource.CLOSED) timer = window.setTimeout(open, pause)
    })
  }

  function close(): void {
    window.clearTimeout(timer)
    stream?.close()
    stream = undefined
  }

  document.addEventListener('visibilitychange', open)
  // A page that the browser keeps for going back must not keep its stream.
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
