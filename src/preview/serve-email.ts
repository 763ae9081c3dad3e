import { extname } from 'node:path'
import { eml } from '../render/outputs/eml.ts'
import { images } from '../render/outputs/images.ts'
import type { PreviewEmail, PreviewIssue } from './preview-state.ts'
import { jsonReply, type Reply, textReply } from './reply.ts'
import type { ViewRenderer } from './view-renderer.ts'

/** Pictures come from anywhere, as they do in mail; nothing else does, and nothing runs. */
const emailPolicy = [
  "default-src 'none'",
  "script-src 'none'",
  'img-src * data:',
  "style-src 'unsafe-inline'",
  "frame-ancestors 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  'sandbox allow-same-origin',
].join('; ')

const pictureTypes: Record<string, string> = {
  '.avif': 'image/avif',
  '.bmp': 'image/bmp',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.jpeg': 'image/jpeg',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/**
 * Answers what is below `/email/<issue>/`: the views of the email, and the files of its outputs.
 * @param name what is asked for: `view.html`, `images/leak.png`
 * @returns nothing when there is no such thing
 */
export function serveEmail(
  { slug, email }: PreviewIssue,
  name: string,
  query: URLSearchParams,
  views: ViewRenderer,
): Reply | undefined {
  if (!email) return undefined
  switch (name) {
    case 'view.html': {
      const view = views.make(email, query)
      if (!view) return textReply('There is no such client.\n', 400)
      const headers = { 'Content-Security-Policy': emailPolicy }
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: withOwnPictures(view.html, slug, email),
        headers,
      }
    }
    case 'taken.json': {
      const view = views.make(email, query)
      return view ? jsonReply(view.losses) : textReply('There is no such client.\n', 400)
    }
    case 'issue.md':
      return textReply(email.markdown)
    default:
      return replyWithFile(slug, email, name)
  }
}

/** A file of an output: pictures as they are, a message to keep, since no browser shows one, anything else as text. */
function replyWithFile(slug: string, { files }: PreviewEmail, name: string): Reply | undefined {
  const file = files.find((each) => each.name === name)
  if (!file) return undefined
  const { output, bytes } = file
  if (output === eml.name) {
    // Its name is the issue's (RFC 6266, RFC 8187).
    const headers = { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(slug)}.eml` }
    return { status: 200, type: 'message/rfc822', body: bytes, headers }
  }
  if (output !== images.name) return textReply(Buffer.from(bytes).toString())
  const type = pictureTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'
  return { status: 200, type, body: bytes }
}

/** Pictures that will lie on the web once they are uploaded (`assets.baseUrl`) are shown from here until then. */
function withOwnPictures(html: string, slug: string, { files }: PreviewEmail): string {
  const pictures = files.filter(({ output }) => output === images.name)
  return pictures.reduce((shown, { name }) => {
    const address = new RegExp(
      `https?://[^"'\\s<>]*/${escapePattern(encodeURIComponent(slug))}/${escapePattern(name)}`,
      'g',
    )
    return shown.replace(address, name)
  }, html)
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
