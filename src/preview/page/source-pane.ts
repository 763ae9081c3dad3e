import type { Place } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { fetchText } from './fetch-text.ts'
import { getElement } from './get-element.ts'
import { openPlace } from './open-place.ts'

/** The lines of a file of the newsletter, of which one is selected. */
export class SourcePane {
  readonly #lines = getElement('source-lines', HTMLElement)
  readonly #onLine: (place: Place) => void
  #file = ''
  #line = 0
  #text: string | undefined
  #isStale = false
  #isReading = false

  /** @param onLine called with the line that the user selected */
  constructor(onLine: (place: Place) => void) {
    this.#onLine = onLine
    this.#lines.addEventListener('keydown', (event) => this.#move(event))
    this.#lines.addEventListener('click', ({ target }) => {
      const line = target instanceof Element ? target.closest<HTMLElement>('[role=option]') : null
      if (line && document.getSelection()?.isCollapsed !== false) this.#goTo(Number(line.dataset.line))
    })
    getElement('open-source', HTMLElement).addEventListener('click', () => this.#open())
  }

  /** Shows a file; the selected line stays if it is shown already. */
  async showFile(file: string): Promise<void> {
    if (file === this.#file) return this.refresh()
    await this.#load(file, 0)
  }

  /** Shows a line of a file. */
  async showPlace({ file, line }: Place): Promise<void> {
    if (file !== this.#file || this.#text === undefined) await this.#load(file, line)
    else this.#choose(line)
    this.#scroll('center')
  }

  /** Fetches the file again, and once more if that was requested meanwhile. */
  async refresh(): Promise<void> {
    this.#isStale = true
    if (this.#isReading) return
    this.#isReading = true
    while (this.#isStale) {
      this.#isStale = false
      if (this.#file) await this.#load(this.#file, this.#line)
    }
    this.#isReading = false
  }

  async #load(file: string, line: number): Promise<void> {
    const isOther = file !== this.#file
    this.#file = file
    this.#line = line
    const text = file ? await fetchText(`source?file=${encodeURIComponent(file)}`) : undefined
    if (this.#file !== file) return
    getElement('source-name', HTMLElement).textContent = file || 'Source'
    getElement('open-source', HTMLButtonElement).hidden = text === undefined
    const note = getElement('source-note', HTMLElement)
    note.hidden = text !== undefined || file === ''
    note.textContent = 'This file cannot be shown: it is not in the newsletter’s folder.'
    if (isOther || text !== this.#text) this.#render(text)
    if (isOther) this.#lines.scrollTop = 0
    this.#choose(this.#line)
  }

  #render(text: string | undefined): void {
    this.#text = text
    const lines = text?.split(/\r\n|\n|\r/) ?? []
    if (lines.at(-1) === '') lines.pop()
    this.#lines.hidden = lines.length === 0
    this.#lines.replaceChildren(...lines.map((line, index) => createLine(line, index + 1)))
  }

  #choose(line: number): void {
    this.#line = Math.min(line, this.#lines.childElementCount)
    for (const old of this.#lines.querySelectorAll('[aria-selected=true]'))
      old.setAttribute('aria-selected', 'false')
    const chosen = this.#lines.children[this.#line - 1]
    chosen?.setAttribute('aria-selected', 'true')
    if (chosen) this.#lines.setAttribute('aria-activedescendant', chosen.id)
    else this.#lines.removeAttribute('aria-activedescendant')
  }

  #goTo(line: number): void {
    this.#choose(Math.max(1, line))
    this.#scroll('nearest')
    this.#onLine({ file: this.#file, line: this.#line, column: 1 })
  }

  /** Scrolls within the list; `scrollIntoView` would scroll the page, too. */
  #scroll(block: 'center' | 'nearest'): void {
    const line = this.#lines.children[this.#line - 1]
    if (!(line instanceof HTMLElement)) return
    const { offsetTop: top, offsetHeight: height } = line
    const { scrollTop, clientHeight } = this.#lines
    if (block === 'center') this.#lines.scrollTop = top - (clientHeight - height) / 2
    else if (top < scrollTop) this.#lines.scrollTop = top
    else if (top + height > scrollTop + clientHeight) this.#lines.scrollTop = top + height - clientHeight
  }

  #move(event: KeyboardEvent): void {
    if (event.key === 'Enter') this.#open()
    const count = this.#lines.childElementCount
    const targets: Record<string, number> = {
      ArrowDown: this.#line + 1,
      ArrowUp: this.#line - 1,
      PageDown: this.#line + 10,
      PageUp: this.#line - 10,
      Home: 1,
      End: count,
    }
    const line = targets[event.key]
    if (line === undefined || count === 0 || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    this.#goTo(Math.min(line, count))
  }

  #open(): void {
    if (this.#text !== undefined) void openPlace({ file: this.#file, line: this.#line || null, column: 1 })
  }
}

function createLine(text: string, number: number): HTMLElement {
  return createElement(
    'div',
    { role: 'option', id: `line-${number}`, 'data-line': number, 'aria-selected': 'false', class: 'line' },
    createElement('span', { class: 'number' }, String(number)),
    ' ',
    createElement('span', { class: 'words' }, text),
  )
}
