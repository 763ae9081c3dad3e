import type { Element } from 'hast'

/** Adds a class to an element, after those that it has. */
export function addClass({ properties }: Element, name: string): void {
  const { className } = properties
  properties.className = [...(Array.isArray(className) ? className : []), name]
}
