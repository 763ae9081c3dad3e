import { createElement } from './create-element.ts'
import { getElement } from './get-element.ts'

/** The lines that contain what is searched for, and which of them is the current one. */
let hits: HTMLElement[] = []
let current = 0

/** Shows HTML with colours. Its lines are numbered by the style sheet, so that a copy has no numbers. */
export function showCode(lines: [text: string, kind: string][][]): void {
  const items = lines.map((pieces, index) => {
    const parts = pieces.map(([text, kind]) =>
      kind ? createElement('span', { class: `code-${kind}` }, text) : text,
    )
    return createElement(
      'span',
      { class: 'code-line' },
      ...parts,
      // Behind the last line, there is no line break.
      index < lines.length - 1 && '\n',
    )
  })
  getElement('html', HTMLElement).replaceChildren(...items)
  search(getElement('search', HTMLInputElement).value, false)
}

/** Binds the field that searches the HTML: Enter goes to the next line with the text, and with Shift to the one before. */
export function bindSearch(): void {
  const field = getElement('search', HTMLInputElement)
  field.addEventListener('input', () => search(field.value, true))
  getElement('html-tools', HTMLFormElement).addEventListener('submit', (event) => event.preventDefault())
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || hits.length === 0) return
    current = (current + (event.shiftKey ? hits.length - 1 : 1)) % hits.length
    showHit(true)
  })
}

function search(text: string, scrolls: boolean): void {
  const wanted = text.toLowerCase()
  const lines = [...getElement('html', HTMLElement).querySelectorAll<HTMLElement>('.code-line')]
  hits = wanted === '' ? [] : lines.filter((line) => line.textContent?.toLowerCase().includes(wanted))
  for (const line of lines) line.classList.toggle('hit', hits.includes(line))
  current = 0
  markText(wanted)
  showHit(scrolls)
  const found = getElement('found', HTMLOutputElement)
  if (wanted === '') found.value = ''
}

function showHit(scrolls: boolean): void {
  for (const [index, line] of hits.entries()) line.classList.toggle('current', index === current)
  getElement('found', HTMLOutputElement).value =
    hits.length === 0 ? 'Not found' : `Line ${current + 1} of ${hits.length}`
  if (scrolls) hits[current]?.scrollIntoView({ block: 'center' })
}

/** Marks the text itself in browsers that can do so without changing the page (CSS Custom Highlight API). */
function markText(wanted: string): void {
  if (!('highlights' in CSS)) return
  CSS.highlights.set('found', new Highlight(...hits.flatMap((line) => findRanges(line, wanted))))
}

function findRanges(line: HTMLElement, wanted: string): Range[] {
  const texts: Text[] = []
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) texts.push(walker.currentNode as Text)
  const findPoint = (offset: number): [Text, number] | undefined => {
    let rest = offset
    for (const text of texts) {
      if (rest <= text.length) return [text, rest]
      rest -= text.length
    }
    return undefined
  }
  const ranges: Range[] = []
  const whole = line.textContent?.toLowerCase() ?? ''
  for (let at = whole.indexOf(wanted); at !== -1; at = whole.indexOf(wanted, at + wanted.length)) {
    const [start, end] = [findPoint(at), findPoint(at + wanted.length)]
    if (!start || !end) continue
    const range = document.createRange()
    range.setStart(...start)
    range.setEnd(...end)
    ranges.push(range)
  }
  return ranges
}
