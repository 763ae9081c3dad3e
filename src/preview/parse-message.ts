/** A header field as it is sent, unfolded (RFC 5322, section 2.2.3). */
export interface HeaderField {
  name: string
  value: string
}

/** A part of a message. */
export interface MessagePart {
  /** How many parts it is in: 0 for the message's own body. */
  depth: number
  /** The `Content-Type`: `text/html; charset=utf-8`. */
  type: string
  /** The other header fields. */
  fields: HeaderField[]
  /** Its size in bytes as it is sent, that is, encoded. */
  bytes: number
}

export interface ParsedMessage {
  headers: HeaderField[]
  parts: MessagePart[]
}

/**
 * Parses the headers and parts of a MIME message (RFC 2046, section 5.1). Nothing is decoded: the preview shows what is
 * sent.
 * @param message the bytes as text, one character each
 */
export function parseMessage(message: string): ParsedMessage {
  const { fields } = splitEntity(message)
  const isOfBody = ({ name }: HeaderField) => /^content-/i.test(name)
  return { headers: fields.filter((field) => !isOfBody(field)), parts: parseParts(message, 0, isOfBody) }
}

function parseParts(entity: string, depth: number, isShown: (field: HeaderField) => boolean): MessagePart[] {
  const { fields, body } = splitEntity(entity)
  const type = fields.find(({ name }) => /^content-type$/i.test(name))?.value ?? 'text/plain'
  const others = fields.filter((field) => isShown(field) && !/^content-type$/i.test(field.name))
  const own = { depth, type, fields: others, bytes: body.length }
  const [, quoted, plain] = /^multipart\/.*;\s*boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(type) ?? []
  const boundary = quoted ?? plain
  if (boundary === undefined) return [own]
  const parts = `\r\n${body}`.split(`\r\n--${boundary}`).slice(1)
  const inner = parts.filter((part) => !part.startsWith('--')).map((part) => part.replace(/^[ \t]*\r\n/, ''))
  return [own, ...inner.flatMap((part) => parseParts(part, depth + 1, () => true))]
}

/** Splits a message or a part at the first empty line. */
function splitEntity(entity: string): { fields: HeaderField[]; body: string } {
  const end = entity.search(/(?:^|\r\n)\r\n/)
  const head = end === -1 ? entity : entity.slice(0, end)
  const body = end === -1 ? '' : entity.slice(end).replace(/^(?:\r\n){1,2}/, '')
  const lines = head.replace(/\r\n(?=[ \t])/g, '').split('\r\n')
  const fields = lines.flatMap((line) => {
    const [, name, value] = /^([^:\s]+):\s*(.*)$/.exec(line) ?? []
    return name === undefined ? [] : [{ name, value: value ?? '' }]
  })
  return { fields, body }
}
