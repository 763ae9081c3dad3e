import { createElement } from './create-element.ts'

/** How long a new email waits for its images before it is shown, in milliseconds. */
const imageTimeout = 700

/** The frame that shows the email. It is as high as its content, so it never scrolls by itself. */
export class EmailFrame {
  readonly #container: HTMLElement
  readonly #onLoad: (email: Document) => void
  readonly #onGrow: () => void
  #shown: HTMLIFrameElement | undefined
  #loading: HTMLIFrameElement | undefined
  #width: number

  /**
   * @param container the parent of the frames
   * @param onLoad called with each email that is shown
   * @param onGrow called when an image loaded late and changed the email's height
   */
  constructor(container: HTMLElement, onLoad: (email: Document) => void, onGrow: () => void) {
    this.#container = container
    this.#onLoad = onLoad
    this.#onGrow = onGrow
    this.#width = container.clientWidth
  }

  /** The email that is shown. */
  get document(): Document | undefined {
    return this.#shown?.contentDocument ?? undefined
  }

  /**
   * Loads an email in the background and swaps it in when it is ready, so that nothing flashes.
   * @returns false when another one was requested meanwhile, or there is no such email
   */
  async load(address: string, dark: boolean): Promise<boolean> {
    this.#loading?.remove()
    const frame = createFrame(address, dark, this.#width)
    this.#loading = frame
    this.#container.prepend(frame)
    const email = await whenReady(frame)
    if (this.#loading !== frame) return false
    if (email) this.#swap(frame, email)
    else frame.remove()
    return email !== undefined
  }

  /** Removes all emails. */
  clear(): void {
    for (const frame of [this.#shown, this.#loading]) frame?.remove()
    this.#shown = undefined
    this.#loading = undefined
  }

  /** Sets the frame's width, and the height that its email then needs. */
  fit(width: number): { height: number; contentWidth: number } {
    this.#width = width
    const frame = this.#shown
    const root = this.document?.scrollingElement
    if (!frame || !root) return { height: 0, contentWidth: 0 }
    frame.style.width = `${width}px`
    // `scrollHeight` is never less than the window's height, so it is measured in a window without any.
    frame.style.height = '0'
    const content = root.scrollHeight
    frame.style.height = `${content}px`
    // An email that is too wide has a horizontal scroll bar.
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

/** The sandbox allows no scripts and no popups, but the same origin, so that positions can be read. */
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

/** @returns the email once it is loaded with its images, or after a delay without them */
function whenReady(frame: HTMLIFrameElement): Promise<Document | undefined> {
  return new Promise((resolve) => {
    const getEmail = () => {
      const { contentDocument: email } = frame
      return email?.contentType === 'text/html' && email.URL !== 'about:blank' ? email : undefined
    }
    const timer = setInterval(() => {
      const email = getEmail()
      if (!frame.isConnected) finish(undefined)
      else if (email && email.readyState !== 'loading') finish(email)
    }, imageTimeout)
    const finish = (email: Document | undefined) => {
      clearInterval(timer)
      resolve(email)
    }
    frame.addEventListener('load', () => finish(getEmail()))
  })
}
