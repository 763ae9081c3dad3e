import { toUSVString } from 'node:util'
import { foldLines } from 'nodemailer/lib/mime-funcs'
import type { ListSettings } from '../settings.ts'
import { formatPhrase } from './format-header.ts'

/** The newsletter as a mailing list, for the headers by which mail programs recognize it. */
export interface MailingList extends ListSettings {
  /** The newsletter's name; empty when it has none. */
  name: string
}

/** A header whose value nodemailer leaves as it is. */
export interface FinishedHeader {
  key: string
  value: { prepared: true; value: string }
}

/**
 * Creates `List-Id` (RFC 2919) and, if configured, `List-Unsubscribe` (RFC 2369) and `List-Unsubscribe-Post` (RFC 8058).
 * @param list from the config
 * @param domain the sender's, in ASCII
 */
export function createListHeaders(list: MailingList, domain: string): FinishedHeader[] {
  const { name, unsubscribe } = list
  const id = list.id ?? (name === '' ? undefined : `${createLabel(name)}.${domain}`)
  const addresses = [unsubscribe?.url, unsubscribe?.mailto && `mailto:${unsubscribe.mailto}`].filter(
    (address) => address !== undefined,
  )
  const isOneClick = unsubscribe?.oneClick === true && unsubscribe.url !== undefined
  return [
    // Folded before the identifier: it and the name may each be as long as a line.
    ...(id
      ? [
          createHeader(
            'List-Id',
            name === ''
              ? `<${id}>`
              : `${foldLines(`List-Id: ${formatPhrase(name)}`).slice('List-Id: '.length)}\r\n <${id}>`,
          ),
        ]
      : []),
    // Folded only between the URLs, since a merge tag in one may contain spaces.
    ...(addresses.length > 0
      ? [
          createHeader(
            'List-Unsubscribe',
            addresses.map((address) => `<${escapeAddress(address)}>`).join(',\r\n '),
          ),
        ]
      : []),
    ...(isOneClick ? [createHeader('List-Unsubscribe-Post', 'List-Unsubscribe=One-Click')] : []),
  ]
}

function createHeader(key: string, value: string): FinishedHeader {
  return { key, value: { prepared: true, value } }
}

/** Percent-encodes characters that would end the address or the header, or are not ASCII. */
function escapeAddress(address: string): string {
  return address.replaceAll(/[^\x20-\x7e]|[<>]/gu, (character) => encodeURIComponent(toUSVString(character)))
}

/** Creates a domain label from a name: `The AI Newsroom` becomes `the-ai-newsroom`. */
function createLabel(name: string): string {
  const label = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return label.slice(0, 63).replace(/-+$/, '') || 'newsletter'
}
