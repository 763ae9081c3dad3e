import { toUSVString } from 'node:util'
import { foldLines } from 'nodemailer/lib/mime-funcs'
import type { ListSettings } from '../settings.ts'
import { formatPhrase } from './format-header.ts'

/** The newsletter as mail programs tell it from others. */
export interface MailingList extends ListSettings {
  /** The newsletter's name; empty when it has none. */
  name: string
}

/** A header whose value goes out as it is. */
export interface FinishedHeader {
  key: string
  value: { prepared: true; value: string }
}

/**
 * `List-Id` (RFC 2919), and where it is configured `List-Unsubscribe` (RFC 2369) and `List-Unsubscribe-Post` (RFC 8058).
 * @param list what the config says
 * @param domain the sender's, in ASCII
 */
export function createListHeaders(list: MailingList, domain: string): FinishedHeader[] {
  const { name, unsubscribe } = list
  const id = list.id ?? (name === '' ? undefined : `${toLabel(name)}.${domain}`)
  const ways = [unsubscribe?.url, unsubscribe?.mailto && `mailto:${unsubscribe.mailto}`].filter(
    (way) => way !== undefined,
  )
  const isOneClick = unsubscribe?.oneClick === true && unsubscribe.url !== undefined
  return [
    // Folded before the address: a name and an identifier may each be as long as a line.
    ...(id
      ? [
          finish(
            'List-Id',
            name === ''
              ? `<${id}>`
              : `${foldLines(`List-Id: ${formatPhrase(name)}`).slice('List-Id: '.length)}\r\n <${id}>`,
          ),
        ]
      : []),
    // Folded between the addresses only, since a merge tag within one may hold spaces.
    ...(ways.length > 0
      ? [finish('List-Unsubscribe', ways.map((way) => `<${toPrintable(way)}>`).join(',\r\n '))]
      : []),
    ...(isOneClick ? [finish('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click')] : []),
  ]
}

function finish(key: string, value: string): FinishedHeader {
  return { key, value: { prepared: true, value } }
}

/** What ends an address or a header, or is not ASCII, can be in none. */
function toPrintable(address: string): string {
  return address.replaceAll(/[^\x20-\x7e]|[<>]/gu, (character) => encodeURIComponent(toUSVString(character)))
}

/** A name as a part of a host's: `The AI Newsroom` is `the-ai-newsroom`. */
function toLabel(name: string): string {
  const label = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return label.slice(0, 63).replace(/-+$/, '') || 'newsletter'
}
