import { STATUS_CODES } from 'node:http'
import { UnusableUrlError } from './fetch-head.ts'
import { PrivateAddressError } from './public-lookup.ts'

/**
 * The result of requesting a link. `fine`: the page is there; `moved`: it is there, permanently under another URL; `gone`:
 * the page or its host does not exist; `private`: not requested, since its host is not on the public web; `unsure`: any other
 * failure, which may be temporary or affect only programs.
 */
export type LinkResponse =
  | { kind: 'fine' }
  | { kind: 'moved'; to: string }
  | { kind: 'gone' | 'private' | 'unsure'; why: string }

/** `404 Not Found`. */
export function formatStatus(code: number): string {
  const words = STATUS_CODES[code]
  return words ? `${code} ${words}` : String(code)
}

const words: Record<string, string> = {
  ENOTFOUND: 'there is no such host',
  EAI_AGAIN: 'its host cannot be looked up now',
  ECONNREFUSED: 'its host refuses the connection',
  ECONNRESET: 'its host broke off the connection',
  EHOSTUNREACH: 'there is no way to its host',
  ENETUNREACH: 'there is no way to its network',
  CERT_HAS_EXPIRED: 'its certificate has expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by itself',
  SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody who is known',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its certificate cannot be verified',
  ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another host',
}

/**
 * Classifies what `fetchHead` threw.
 * @returns `isTransient` is true if a retry may succeed
 */
export function classifyFailure(error: unknown): { response: LinkResponse; isTransient: boolean } {
  if (error instanceof PrivateAddressError)
    return { response: { kind: 'private', why: error.message }, isTransient: false }
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  const response: LinkResponse = {
    kind: code === 'ENOTFOUND' ? 'gone' : 'unsure',
    why: words[code] ?? (code || message),
  }
  const isLasting =
    error instanceof UnusableUrlError || code === 'ENOTFOUND' || /CERT|TLS|SSL|VERIFY/.test(code)
  return { response, isTransient: !isLasting }
}
