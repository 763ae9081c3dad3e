import { createElement } from './create-element.ts'

/** A message's words; what stands in backticks is code. */
export function createProse(text: string): Node[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 ? createElement('code', {}, part) : document.createTextNode(part)))
}
