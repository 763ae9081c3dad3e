import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { findElement, findElements } from '../hast/find-element.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import type { Target } from '../targets/target.ts'
import { type CheckContext, defineCheck } from './check.ts'

/** A native tag of any provider that stands for the link or its address: `*|UNSUB|*`, `[unsubscribe]`, `[[remove]]`. */
const tag =
  /(?:\{\{|\{%|\*\||<%|%%\{|\[|\{\$|<)[^{}[\]<>|\n]*unsub[^\n]{0,80}?(?:\}|\||%>|\]|>)|%[\w-]*unsub[\w-]*%|\[\[remove\]\]/i

const address = /unsub|opt-?out|list-?remove|abmeld|abbestell|desabon|desinscri|uitschrij|avregist|leiratk/i

/** What the link is called, in the languages that newsletters are written in. */
const words = new RegExp(
  [
    'unsubscrib|opt[ -]?out|stop receiving|remove me|leave this list',
    'abbestell|abmeld|austrag|k(?:ü|ue)ndig',
    'd[ée]sabonn|d[ée]sinscri|r[ée]silier|ne plus recevoir',
    'darse de baja|darme de baja|date de baja|cancela[r]?\\b.{0,20}(?:suscrip|inscri|assinatura|subscri)|anular',
    'descadastr|desinscrev|desuscri|remover',
    'disiscri|annulla.{0,15}iscri|cancella.{0,15}iscri|cancellati',
    'uitschrij|afmeld|opzeggen|avregistr|avprenumer|avsluta prenum|avmeld|meld deg av|frameld',
    'peruuta|lopeta.{0,10}tila|wypisz|anuluj|zrezygn|rezygnuj|odhl[aá][sš]|odjav|leiratkoz|dezabon|abonelik|iptal',
    'отпис|відпис|отказ|адпіс|διαγραφ|απεγγραφ|κατ[άα]ργηση',
    'إلغاء|الغاء|ביטול|הסר|להסרה|لغو|सदस्यता|ยกเลิก|hủy|huỷ|berhenti|nyahlanggan',
    '配信停止|配信を停止|登録解除|登録を解除|購読解除|購読を解除|購読を停止|購読停止|購読をやめ|解除',
    '退订|退訂|取消订阅|取消訂閱|取消關注|수신\\s?거부|구독\\s?(?:취소|해지)',
  ].join('|'),
  'iu',
)

export const unsubscribeLink = defineCheck({
  name: 'unsubscribe-link',
  summary: 'HTML and plaintext contain a link to unsubscribe.',
  note: 'CAN-SPAM, CASL and the GDPR require a way to unsubscribe in every issue, and Gmail and Yahoo require a visible link in the body from bulk senders. Put the provider’s tag into the template’s footer: `<a href="{{ merge.unsubscribe_url }}">Unsubscribe</a>`, and its address into `layout.txt`.',
  level: 'error',
  run(context, report) {
    const { document, email, settings, theme } = context
    const target = resolveTarget(settings, settings.target)
    if (target?.adds.includes('unsubscribe')) return
    const at = findElement(document, 'body')
    if (!hasLink(context)) report('Missing link to unsubscribe in the HTML', { at, ...createFinding(target) })
    else if (!containsAddress(email.text, context) && !containsWords(email.text, context)) {
      const layout = theme.files.get('layout.txt')
      report('Missing link to unsubscribe in the plaintext', {
        at: layout && { file: layout },
        level: 'warning',
        ...createFinding(target),
      })
    }
  },
})

/** A note for a provider whose tag in HTML is an element that stands for the whole link, not an address. */
function createFinding({ title, names }: Partial<Target> = {}): { note?: string } {
  const { element, tag: text } = names?.unsubscribe_url ?? {}
  if (element === undefined) return {}
  return {
    note: `The law requires a way to unsubscribe in every issue, and ${title} has its own tags for it: write \`<${element}>Unsubscribe</${element}>\` at the end of the issue or in the template’s footer, and \`${text}\` into \`layout.txt\`.`,
  }
}

function hasLink(context: CheckContext): boolean {
  const { document, restore } = context
  if (findElement(document, 'unsubscribe')) return true
  const links = findElements(document, 'a').filter((link) => leadsSomewhere(link))
  const isUnsubscribeLink = (link: Element) => {
    const href = restore(String(link.properties.href))
    return containsAddress(href, context) || containsWords(restore(toText(link)), context)
  }
  // Some tags print the whole link.
  const body = findElement(document, 'body')
  return links.some(isUnsubscribeLink) || (body !== undefined && tag.test(restore(toText(body))))
}

/** Whether a text contains an address to unsubscribe: by its words, or as a tag of the target or of any provider. */
function containsAddress(text: string, { settings }: CheckContext): boolean {
  const own = resolveTarget(settings, settings.target)?.names.unsubscribe_url?.tag
  return tag.test(text) || address.test(text) || (own !== undefined && text.includes(own))
}

function leadsSomewhere({ properties }: Element): boolean {
  const href = String(properties.href ?? '').trim()
  return href !== '' && !href.startsWith('#')
}

function containsWords(text: string, { theme, matter }: CheckContext): boolean {
  const own = theme.strings(matter.lang).unsubscribe
  return words.test(text) || (own !== undefined && own !== '' && text.includes(own))
}
