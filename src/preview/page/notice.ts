import { createElement } from './create-element.ts'
import { createProse } from './create-prose.ts'
import { getElement } from './get-element.ts'

/** How long a success notice is shown, in milliseconds. */
const duration = 5000

let timer: number | undefined

/**
 * Shows the result of an action. A failure stays until it is dismissed.
 * @param text text in backticks is shown as code
 */
export function showNotice(text: string, failed = false): void {
  const notice = getElement('notice', HTMLElement)
  const words = createElement('p', {}, ...createProse(text))
  const dismiss = createElement('button', { type: 'button' }, 'Dismiss')
  dismiss.addEventListener('click', () => notice.replaceChildren())
  window.clearTimeout(timer)
  notice.classList.toggle('failed', failed)
  notice.replaceChildren(words, ...(failed ? [dismiss] : []))
  if (!failed) timer = window.setTimeout(() => notice.replaceChildren(), duration)
}
