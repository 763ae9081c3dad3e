import { createElement } from './create-element.ts'

/** Creates the nodes of a message; text in backticks becomes code. */
export function createProse(text: string): Node[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 ? createElement('code', {}, part) : document.createTextNode(part)))
}
