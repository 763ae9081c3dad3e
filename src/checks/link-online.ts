import type { Check } from './check.ts'

/**
 * The description of the check that `--online` adds, for the list of checks, the config and `--explain`. It is not a
 * `Check`, since checks use no network: `extract-online-links.ts` finds the links, and `network/` requests them.
 */
export const linkOnline = {
  name: 'link-online',
  summary: 'With `--online`: every link opens a page.',
  note: 'The address was requested once, with HEAD and then with GET. Open it in a browser: some sites refuse programs (403, 429) and work for readers; add those to the option `allow`.',
  level: 'error',
  options: { allow: [] as string[] },
} satisfies Omit<Check<{ allow: string[] }>, 'run'>
