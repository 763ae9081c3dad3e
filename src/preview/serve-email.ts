import { extname } from 'node:path'
import type { CreatedFile } from '../render/output-file.ts'
import { emailHtml } from '../render/outputs/email-html.ts'
import { eml } from '../render/outputs/eml.ts'
import { images } from '../render/outputs/images.ts'
import { highlightHtml } from './highlight-html.ts'
import { parseMessage } from './parse-message.ts'
import { listOwnFiles, type PreviewEmail, type PreviewIssue } from './preview-state.ts'
import { jsonReply, type Reply, textReply } from './reply.ts'
import type { ViewRenderer } from './view-renderer.ts'

/** An email may load images from anywhere, as in mail clients, but nothing else, and runs no scripts. */
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

const imageTypes: Record<string, string> = {
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
 * Serves the paths below `/email/<issue>/`: the views of the email, and the files of its outputs.
 * @param name the rest of the path: `view.html`, `images/leak.png`
 * @returns `undefined` when there is no such file
 */
export function serveEmail(
  { slug, email }: PreviewIssue,
  name: string,
  query: URLSearchParams,
  views: ViewRenderer,
): Reply | undefined | Promise<Reply | undefined> {
  if (!email) return undefined
  switch (name) {
    case 'view.html': {
      const view = views.render(email, query)
      if (!view) return textReply('Unknown client.\n', 400)
      const headers = { 'Content-Security-Policy': emailPolicy }
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        body: serveImagesLocally(view.html, slug, email),
        headers,
      }
    }
    case 'removed.json': {
      const view = views.render(email, query)
      return view ? jsonReply(view.losses) : textReply('Unknown client.\n', 400)
    }
    case 'sample.txt':
      return textReply(email.readSample().text)
    case 'message.json':
      return createMessageReply(email, query.get('path'))
    case 'code.json':
      return createCodeReply(email)
    case 'issue.md':
      return textReply(email.markdown)
    default:
      return name.startsWith('sent/')
        ? createSentReply(email, name.slice(5))
        : createFileReply(slug, email, name)
  }
}

/** Creates the reply for a file of an output: images as they are, messages as downloads, anything else as text. */
function createFileReply(slug: string, email: PreviewEmail, name: string): Reply | undefined {
  const file = listOwnFiles(email).find((each) => each.name === name)
  if (!file) return undefined
  const { output, bytes } = file
  if (output === eml.name) {
    // Named after the issue (RFC 6266, RFC 8187).
    const headers = { 'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(slug)}.eml` }
    return { status: 200, type: 'message/rfc822', body: bytes, headers }
  }
  return output === images.name ? createImageReply(file) : textReply(Buffer.from(bytes).toString())
}

function createImageReply({ name, bytes }: CreatedFile): Reply {
  const type = imageTypes[extname(name).toLowerCase()] ?? 'application/octet-stream'
  return { status: 200, type, body: bytes }
}

/** Creates the reply for any file that is written, by its path: pages are shown, but run nothing and submit nothing. */
function createSentReply({ files }: PreviewEmail, path: string): Reply | undefined {
  const file = files.find((each) => each.path === path)
  if (!file) return undefined
  const extension = extname(path).toLowerCase()
  if (extension in imageTypes) return createImageReply(file)
  const text = Buffer.from(file.bytes).toString()
  if (extension !== '.html') return textReply(text)
  const headers = { 'Content-Security-Policy': emailPolicy }
  return { status: 200, type: 'text/html; charset=utf-8', body: text, headers }
}

/** Creates the reply for the HTML of the email as lines with colours. */
async function createCodeReply(email: PreviewEmail): Promise<Reply | undefined> {
  const file = listOwnFiles(email).find(({ output }) => output === emailHtml.name)
  return file && jsonReply(await highlightHtml(Buffer.from(file.bytes).toString()))
}

/** Creates the reply for the headers and parts of a message. */
function createMessageReply({ files }: PreviewEmail, path: string | null): Reply | undefined {
  const message = files.find((file) => file.output === eml.name && file.path === path)
  return message && jsonReply(parseMessage(Buffer.from(message.bytes).toString('latin1')))
}

/** Serves images from here that the email loads from the web (`assets.baseUrl`), since they may not be uploaded yet. */
function serveImagesLocally(html: string, slug: string, email: PreviewEmail): string {
  const imageFiles = listOwnFiles(email).filter(({ output }) => output === images.name)
  return imageFiles.reduce((rewritten, { name }) => {
    const url = new RegExp(
      `https?://[^"'\\s<>]*/${escapePattern(encodeURIComponent(slug))}/${escapePattern(name)}`,
      'g',
    )
    return rewritten.replace(url, name)
  }, html)
}

function escapePattern(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
