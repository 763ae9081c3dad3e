import type { Check } from './check.ts'

/**
 * What `--online` asks of links. No `Check`, since a check touches no network: the list, the config and `--explain` take
 * its card from here, `to-online-links.ts` tells which links are asked for, and `network/` asks.
 */
export const linkOnline = {
  name: 'link-online',
  summary: 'With `--online`: every link opens a page.',
  note: 'The address was requested once, with HEAD and then with GET. Open it in a browser: some sites refuse programs (403, 429) and work for readers; add those to the option `allow`.',
  level: 'error',
  options: { allow: [] as string[] },
} satisfies Omit<Check<{ allow: string[] }>, 'run'>
