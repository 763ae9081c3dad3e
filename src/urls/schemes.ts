import { nearest } from '../diagnostics/nearest.ts'
import { unsafeSchemes } from '../merge-tags/unsafe-values.ts'

/** The schemes that every mail client opens, the most likely one first. */
const mailSchemes = ['https', 'http', 'mailto', 'tel', 'sms']

/** What opens the schemes of apps (IANA, "Uniform Resource Identifier (URI) Schemes", and their makers' documentation). */
const apps: Readonly<Record<string, string>> = {
  ...fill('a chat app', 'irc ircs xmpp matrix whatsapp signal sgnl tg viber line slack msteams fb-messenger'),
  ...fill('an app for calls', 'facetime facetime-audio sip sips skype callto zoommtg mumble'),
  ...fill('a calendar', 'webcal webcals'),
  ...fill('an app for maps', 'geo maps comgooglemaps'),
  ...fill('a feed reader', 'feed'),
  ...fill('an app for podcasts', 'podcast pcast overcast'),
  ...fill('a newsreader', 'news nntp'),
  ...fill('a program for file transfer', 'ftp ftps sftp'),
  ...fill('a program for downloads', 'magnet ed2k'),
  ...fill('an app store', 'itms itms-apps itms-appss market'),
  ...fill('a wallet', 'bitcoin ethereum lightning'),
  ...fill('a browser for other networks', 'gemini gopher ipfs ipns'),
  ...fill('the app of that name', 'spotify steam vscode obsidian notion'),
}

function fill(opener: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, opener]))
}

/**
 * The scheme of an address, in lower case; `undefined` for a relative address. A host with a port, `foo.org:8080`, is
 * relative as well.
 */
export function parseScheme(address: string): string | undefined {
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(address) ?? []
  const isHost = scheme !== undefined && /^\d+(?:[/?#]|$)/.test(rest) && /\.|^localhost$/i.test(scheme)
  return isHost ? undefined : scheme?.toLowerCase()
}

/** Whether every mail client opens links of a scheme. */
export function isMailScheme(scheme: string): boolean {
  return mailSchemes.includes(scheme)
}

/**
 * What opens links of a scheme that not every mail client follows.
 * @returns words such as `a calendar`; `undefined` for a scheme that is none of an app's, or that all clients open
 */
export function findOpener(scheme: string): string | undefined {
  return Object.hasOwn(apps, scheme) ? apps[scheme] : undefined
}

/** Whether links of a scheme may be sent, though not every mail client follows them. */
export function isAppScheme(scheme: string, allowed: readonly string[] = []): boolean {
  return !unsafeSchemes.has(scheme) && (findOpener(scheme) !== undefined || allowed.includes(scheme))
}

/** Describes a scheme that cannot be sent: the reason and the note of a message. */
export function describeScheme(scheme: string): { reason: string; note: string } {
  // A single letter is a drive's.
  const isDrive = scheme.length === 1
  const near =
    unsafeSchemes.has(scheme) || isDrive ? undefined : nearest(scheme, [...mailSchemes, ...Object.keys(apps)])
  const expected = near ? `\`${near}:\`` : '`https:`, `mailto:`, `tel:` or `sms:`'
  return {
    reason: `Unexpected scheme \`${scheme}:\` in a link, expected ${expected}`,
    note: isDrive
      ? 'A path on your computer leads readers nowhere. Put the file on the web, and link to its address there.'
      : near || unsafeSchemes.has(scheme)
        ? 'Mail clients open no other kind of address.'
        : `Mail clients open no other kind of address. If an app of your readers opens it, allow it in the config: \`checks: { link-scheme: [warning, { allow: [${scheme}] }] }\`.`,
  }
}
