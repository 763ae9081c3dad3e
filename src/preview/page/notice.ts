import { createElement } from './create-element.ts'
import { createProse } from './create-prose.ts'
import { getElement } from './get-element.ts'

/** How long a word of success stays, in milliseconds. */
const patience = 5000

let timer: number | undefined

/**
 * Says what came of what somebody did. A failure stays until it is dismissed.
 * @param text what stands in backticks is code
 */
export function showNotice(text: string, failed = false): void {
  const notice = getElement('notice', HTMLElement)
  const words = createElement('p', {}, ...createProse(text))
  const dismiss = createElement('button', { type: 'button' }, 'Dismiss')
  dismiss.addEventListener('click', () => notice.replaceChildren())
  window.clearTimeout(timer)
  notice.classList.toggle('failed', failed)
  notice.replaceChildren(words, ...(failed ? [dismiss] : []))
  if (!failed) timer = window.setTimeout(() => notice.replaceChildren(), patience)
}
