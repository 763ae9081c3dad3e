/**
 * Gets an element of `page.html` by id.
 * @throws {Error} when it is missing or of another kind
 */
export function getElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`page.html has no ${kind.name} #${id}`)
  return element
}
