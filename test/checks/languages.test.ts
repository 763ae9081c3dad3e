/** Checks that need many issues: links to unsubscribe and postal addresses in many languages and dialects. */
import { fromHtml } from 'hast-util-from-html'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import type { Check, CheckContext } from '../../src/checks/check.ts'
import { languageMissing } from '../../src/checks/language-missing.ts'
import { postalAddress } from '../../src/checks/postal-address.ts'
import { unsubscribeLink } from '../../src/checks/unsubscribe-link.ts'
import { defaultSettings } from '../../src/settings.ts'

interface Message {
  html: string
  text?: string
  markdown?: string
  target?: string
  postalAddress?: string
}

/** Runs a check on a message; returns the reasons that it reports. */
function runCheck(
  check: Check,
  { html, text = '{{ unsubscribe_url }}', markdown = '', ...settings }: Message,
): string[] {
  const file = new VFile(markdown)
  const context = {
    file,
    document: fromHtml(html),
    email: { html, text, subject: '', preheader: '' },
    matter: { lang: /lang="(.*?)"/.exec(html)?.[1] ?? 'en' },
    tree: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: markdown }] }] },
    settings: { ...defaultSettings, ...settings },
    theme: { files: new Map(), strings: () => ({}) },
    entry: () => undefined,
    originOf: () => ({ file }),
    restore: (value: string) => value,
  } as unknown as CheckContext
  const reasons: string[] = []
  check.run(context, (reason) => void reasons.push(reason), check.options ?? {})
  return reasons
}

test.each([
  'Unsubscribe',
  'Opt out',
  'Abbestellen',
  'Vom Newsletter abmelden',
  'Se désabonner',
  'Se désinscrire',
  'Darse de baja',
  'Cancelar suscripción',
  'Cancelar inscrição',
  'Disiscriviti',
  'Annulla l’iscrizione',
  'Uitschrijven',
  'Afmelden',
  'Avsluta prenumeration',
  'Avregistrera',
  'Avmeld',
  'Peruuta tilaus',
  'Wypisz się',
  'Odhlásit odběr',
  'Leiratkozás',
  'Dezabonare',
  'Отписаться',
  'Відписатися',
  'Отписване',
  'Διαγραφή',
  'Aboneliği iptal et',
  'إلغاء الاشتراك',
  'להסרה מרשימת התפוצה',
  'لغو اشتراک',
  'सदस्यता समाप्त करें',
  'ยกเลิกการสมัคร',
  'Hủy đăng ký',
  'Berhenti berlangganan',
  '配信停止はこちら',
  '登録解除',
  '退订',
  '取消訂閱',
  '수신거부',
  '구독 취소',
])('the words `%s` are a link to unsubscribe', (words) => {
  expect(
    runCheck(unsubscribeLink, { html: `<p><a href="https://example.com/x?id=1">${words}</a></p>` }),
  ).toEqual([])
})

test.each([
  '*|UNSUB|*',
  '{{ unsubscribe_url }}',
  '{{unsubscribe_link_all}}',
  '{{{unsubscribe}}}',
  '{{{ pm:unsubscribe }}}',
  '%unsubscribe_url%',
  '%tag_unsubscribe_url%',
  '%UNSUBSCRIBELINK%',
  '{{amazonSESUnsubscribeUrl}}',
  '{{{RESEND_UNSUBSCRIBE_URL}}}',
  '{% unsubscribe_link %}',
  "{% unsubscribe 'Out' %}",
  '{{ UnsubscribeURL }}',
  '[unsubscribe]',
  '<unsubscribe>Out</unsubscribe>',
  '{$unsubscribe}',
  '<%asm_group_unsubscribe_raw_url%>',
  '[[remove]]',
])('the tag `%s` is a link to unsubscribe', (tag) => {
  const inLink = `<a href="${tag.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))}">Out</a>`
  const html = /^<u|'/.test(tag) ? `<p>${tag}</p>` : inLink
  expect(runCheck(unsubscribeLink, { html, text: tag })).toEqual([])
})

test.each([
  '<a href="https://example.com/">Subscribe</a>',
  '<a href="">Unsubscribe</a>',
  '<a href="#">Unsubscribe</a>',
  '<p>To unsubscribe, look for the link.</p>',
  '<a href="{{ web_url }}">Read online</a>',
  '<a href="https://example.com/">Abonnieren</a>',
])('`%s` is not a link to unsubscribe', (html) => {
  expect(runCheck(unsubscribeLink, { html })).toEqual(['Missing link to unsubscribe in the HTML'])
  expect(runCheck(unsubscribeLink, { html, target: 'beehiiv' })).toEqual([])
  expect(runCheck(unsubscribeLink, { html, target: 'campaign-monitor' })).toHaveLength(1)
})

test('a link to unsubscribe is missing only in the plaintext', () => {
  const message = { html: '<a href="{{ unsubscribe_url }}">Out</a>', text: 'Hello.' }
  expect(runCheck(unsubscribeLink, message)).toEqual(['Missing link to unsubscribe in the plaintext'])
})

test.each([
  '12 Lantern Lane, Springfield, IL 62704',
  '10 Downing Street, London SW1A 2AA',
  '123 Rue Sainte-Catherine, Montréal QC H2X 1Z5',
  'Beispielstraße 1, 10115 Berlin',
  'Bahnhofstrasse 5, CH-8001 Zürich',
  'PO Box 123, Melbourne',
  'Postfach 12 34',
  'Level 3, 1 Sample Street, Melbourne VIC 3000',
  '〒100-0001 東京都千代田区千代田1-1',
  '北京市海淀区中关村大街1号',
  '서울특별시 강남구 테헤란로 1',
  '*|LIST:ADDRESSLINE|*',
  '*|HTML:LIST_ADDRESS_HTML|*',
  '{{ organization.full_address }}',
  '{{Sender_Address}}',
  '{{ site_settings.company_street_address_1 }}',
  '{{ address }}',
  '%SENDER-INFO-SINGLELINE%',
])('`%s` is a postal address', (address) => {
  expect(runCheck(postalAddress, { html: `<p>${address}</p>` })).toEqual([])
})

test.each([
  'Over 12345 readers in 2024',
  '{{ subscriber.email_address }}',
  '{{ email.address }}',
  'In 2023 40000 Berliners read us',
  'Call +49 30 123456',
  '28 November 2024',
  '*|EMAIL|*',
])('`%s` is not a postal address', (text) => {
  expect(runCheck(postalAddress, { html: `<p>${text}</p>` })).toEqual(['Missing postal address in the HTML'])
})

test('the config’s address may be broken into lines, but not left out', () => {
  const own = { postalAddress: 'Example Street 1\n10115 Berlin', text: 'Example Street 1, 10115 Berlin' }
  expect(runCheck(postalAddress, { ...own, html: '<p>Example Street 1<br>10115 Berlin</p>' })).toEqual([])
  expect(runCheck(postalAddress, { ...own, html: '<p>Berlin</p>' })).toHaveLength(1)
  expect(
    runCheck(postalAddress, { ...own, html: '<p>Example Street 1<br>10115 Berlin</p>', text: '' }),
  ).toHaveLength(1)
})

test.each([
  ['en', 'これは日本語の文章です。言語が英語だと、読み上げがおかしくなります。', 1],
  ['ja', 'これは日本語の文章です。言語が英語だと、読み上げがおかしくなります。', 0],
  ['de', 'Это русский текст, которому нужен свой язык.', 1],
  ['en', 'A text about Привет and 日本語, in English for the most part of it.', 0],
  ['sr', 'Ovo je tekst na srpskom, napisan latinicom.', 0],
  ['und', 'Text.', 1],
  ['english!', 'Text.', 1],
  ['pt-BR', 'Texto.', 0],
])('the language `%s` of the text `%s`', (lang, markdown, count) => {
  expect(runCheck(languageMissing, { html: `<html lang="${lang}"><p>x</p></html>`, markdown })).toHaveLength(
    count,
  )
})
