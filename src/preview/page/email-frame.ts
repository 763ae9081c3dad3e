import { createElement } from './create-element.ts'

/** How long pictures may keep a new email from being shown, in milliseconds. */
const patience = 700

/** The frame that the email is shown in. It never scrolls by itself. */
export class EmailFrame {
  readonly #place: HTMLElement
  readonly #onLoad: (email: Document) => void
  readonly #onGrow: () => void
  #shown: HTMLIFrameElement | undefined
  #loading: HTMLIFrameElement | undefined
  #width: number

  /**
   * @param place where frames go
   * @param onLoad takes each email once it is shown
   * @param onGrow called when a late picture has changed an email's height
   */
  constructor(place: HTMLElement, onLoad: (email: Document) => void, onGrow: () => void) {
    this.#place = place
    this.#onLoad = onLoad
    this.#onGrow = onGrow
    this.#width = place.clientWidth
  }

  /** The email that is shown. */
  get document(): Document | undefined {
    return this.#shown?.contentDocument ?? undefined
  }

  /**
   * Loads an email behind the one that is shown and puts it in its place when it is ready, so that nothing flashes.
   * @returns false when another one was asked for meanwhile, or there is no such email
   */
  async load(address: string, dark: boolean): Promise<boolean> {
    this.#loading?.remove()
    const frame = createFrame(address, dark, this.#width)
    this.#loading = frame
    this.#place.prepend(frame)
    const email = await whenReady(frame)
    if (this.#loading !== frame) return false
    if (email) this.#swap(frame, email)
    else frame.remove()
    return email !== undefined
  }

  /** Shows nothing. */
  clear(): void {
    for (const frame of [this.#shown, this.#loading]) frame?.remove()
    this.#shown = undefined
    this.#loading = undefined
  }

  /** Gives the frame a width, and the height that its email then needs. */
  fit(width: number): { height: number; contentWidth: number } {
    this.#width = width
    const frame = this.#shown
    const root = this.document?.scrollingElement
    if (!frame || !root) return { height: 0, contentWidth: 0 }
    frame.style.width = `${width}px`
    // A page is never lower than its window, so that its own height only shows in a window without any.
    frame.style.height = '0'
    const content = root.scrollHeight
    frame.style.height = `${content}px`
    // An email that is too wide has a scroll bar below it.
    const height = content + Math.max(0, content - root.clientHeight)
    frame.style.height = `${height}px`
    return { height, contentWidth: root.scrollWidth }
  }

  #swap(frame: HTMLIFrameElement, email: Document): void {
    const hadFocus = this.#shown !== undefined && document.activeElement === this.#shown
    this.#shown?.remove()
    this.#shown = frame
    this.#loading = undefined
    frame.removeAttribute('aria-hidden')
    frame.removeAttribute('tabindex')
    frame.classList.remove('loading')
    if (hadFocus) frame.focus({ preventScroll: true })
    email.addEventListener('load', this.#onGrow, true)
    this.#onLoad(email)
  }
}

/** No script runs in it, and it opens nothing; being of our origin, it lets us read where things are. */
function createFrame(address: string, dark: boolean, width: number): HTMLIFrameElement {
  const frame = createElement('iframe', {
    title: 'The email',
    sandbox: 'allow-same-origin',
    class: 'loading',
    'aria-hidden': 'true',
    tabindex: -1,
  })
  frame.style.width = `${width}px`
  frame.style.colorScheme = dark ? 'dark' : 'light'
  frame.src = address
  return frame
}

/** @returns the email once it is there with its pictures, or soon after it is there without them */
function whenReady(frame: HTMLIFrameElement): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const toEmail = () => {
      const { contentDocument: email } = frame
      return email?.contentType === 'text/html' && email.URL !== 'about:blank' ? email : undefined
    }
    const timer = setInterval(() => {
      const email = toEmail()
      if (!frame.isConnected) finish(undefined)
      else if (email && email.readyState !== 'loading') finish(email)
    }, patience)
    const finish = (email: Document | undefined) => {
      clearInterval(timer)
      resolve(email)
    }
    frame.addEventListener('load', () => finish(toEmail()))
  })
}
