import { extname } from 'node:path'
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
 * Answers what is below `/email/<issue>/`: the email in its forms, and its pictures.
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
    case 'email.html':
      return textReply(email.html)
    case 'email.txt':
      return textReply(email.text)
    case 'email.eml':
      return answerEml(slug, email)
    case 'issue.md':
      return textReply(email.markdown)
    default:
      return answerPicture(email, name)
  }
}

/** A file to keep: no browser shows a message. Its name is the issue's (RFC 6266, RFC 8187). */
function answerEml(slug: string, { eml }: PreviewEmail): Reply | undefined {
  if (!eml) return undefined
  const headers = { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(slug)}.eml` }
  return { status: 200, type: 'message/rfc822', body: eml, headers }
}

function answerPicture({ images }: PreviewEmail, name: string): Reply | undefined {
  const image = images.find(({ output }) => output === name)
  const type = pictureTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'
  return image && { status: 200, type, body: image.bytes }
}

/** Pictures that will lie on the web once they are uploaded (`assets.baseUrl`) are shown from here until then. */
function withOwnPictures(html: string, slug: string, { images }: PreviewEmail): string {
  return images.reduce((shown, { output }) => {
    const address = new RegExp(
      `https?://[^"'\\s<>]*/${escapePattern(encodeURIComponent(slug))}/${escapePattern(output)}`,
      'g',
    )
    return shown.replace(address, output)
  }, html)
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
