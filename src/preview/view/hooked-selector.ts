import { selectorAudience } from '../../mail-clients/selector-audience.ts'

/** Hooks that a client makes match, and what matches in a page without that client around it, as strongly. */
const hooks: [hook: RegExp, stand: string][] = [
  [/^u\s*\+/i, 'head +'],
  [/^#outlook\b/i, ':is(html,#outlook)'],
  [/\.ExternalClass\b/, ':is(html,.ExternalClass)'],
]

/**
 * A selector as the client makes it match that it is meant for: Gmail puts a `<u>` before the body, so that
 * `u + .body` is for Gmail alone. For all other clients it stays, and matches nothing.
 * @param selector one, without commas
 * @param client a platform
 */
export function hookedSelector(selector: string, client: string): string {
  if (!selectorAudience([selector])?.includes(client)) return selector
  return hooks.reduce((text, [hook, stand]) => text.replace(hook, stand), selector)
}
