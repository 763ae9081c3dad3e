/**
 * A part of `page.html`.
 * @throws {Error} when it is not there, or is something else
 */
export function getElement<Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind {
  const element = document.getElementById(id)
  if (!(element instanceof kind)) throw new Error(`page.html has no ${kind.name} #${id}`)
  return element
}
