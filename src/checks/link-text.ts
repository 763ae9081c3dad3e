import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'

/** Link texts that do not say where the link leads, by language, in the form that `normalizePhrase` returns. */
const vague: Record<string, string> = {
  en: 'click|click here|click this|click this link|click the link|tap here|press here|here|right here|over here|go here|see here|more|read more|see more|learn more|find out more|know more|more here|read more here|more info|more information|continue|continue reading|keep reading|read on|link|this link|the link|this|this page|read it here|read here',
  de: 'hier|hier klicken|klicken sie hier|klick hier|klicke hier|mehr|mehr lesen|mehr erfahren|weiterlesen|weiter lesen|mehr dazu|dieser link|mehr infos|mehr informationen',
  fr: 'ici|cliquez ici|cliquer ici|clique ici|lire la suite|lire plus|en savoir plus|plus|voir plus|lien|ce lien|suite|la suite',
  es: 'aquí|aqui|haz clic aquí|haga clic aquí|clic aquí|pincha aquí|más|leer más|lee más|ver más|saber más|más información|enlace|este enlace',
  pt: 'aqui|clique aqui|mais|ler mais|leia mais|saiba mais|ver mais|mais informações|este link',
  it: 'qui|clicca qui|cliccare qui|leggi di più|leggi tutto|scopri di più|per saperne di più|continua a leggere|questo link',
  nl: 'hier|klik hier|lees meer|lees verder|meer|meer lezen|meer weten|meer informatie|deze link',
  sv: 'här|klicka här|läs mer|mer|länk|länken',
  da: 'her|klik her|læs mere|mere',
  nb: 'her|klikk her|les mer|mer|lenke',
  no: 'her|klikk her|les mer|mer|lenke',
  fi: 'tästä|tässä|täältä|klikkaa tästä|lue lisää|linkki',
  pl: 'tutaj|tu|kliknij tutaj|kliknij tu|więcej|czytaj więcej|czytaj dalej',
  cs: 'zde|tady|klikněte zde|více|číst více|odkaz',
  hu: 'itt|ide|ide kattintva|kattints ide|tovább|bővebben',
  ro: 'aici|click aici|citește mai mult|mai mult',
  ru: 'здесь|тут|сюда|нажмите здесь|читать далее|подробнее|далее|ещё|ссылка|по ссылке',
  uk: 'тут|сюди|натисніть тут|читати далі|детальніше|посилання',
  el: 'εδώ|κάντε κλικ εδώ|περισσότερα|διαβάστε περισσότερα',
  tr: 'burada|buraya|buradan|buraya tıklayın|tıklayın|devamı|devamını oku|daha fazla',
  ja: 'こちら|こちらから|ここ|ここをクリック|こちらをクリック|クリック|続きを読む|もっと見る|もっと読む|詳細|詳しくはこちら|リンク',
  zh: '点击这里|点击此处|点这里|点击|这里|此处|阅读更多|查看更多|更多|了解更多|链接|點擊這裡|點擊此處|這裡|閱讀更多|連結',
  ko: '여기|여기를 클릭|여기를 클릭하세요|클릭|더 보기|더보기|자세히 보기|더 알아보기|링크',
  ar: 'هنا|اضغط هنا|انقر هنا|المزيد|اقرأ المزيد|رابط|الرابط',
  he: 'כאן|לחצו כאן|לחץ כאן|עוד|קרא עוד|קישור',
  fa: 'اینجا|اینجا کلیک کنید|بیشتر|ادامه مطلب',
  hi: 'यहाँ|यहां|यहाँ क्लिक करें|और पढ़ें',
  vi: 'tại đây|ở đây|nhấn vào đây|bấm vào đây|xem thêm|đọc thêm',
  id: 'di sini|klik di sini|baca selengkapnya|selengkapnya',
}

export const linkText = defineCheck({
  name: 'link-text',
  summary: 'The text of a link says where it leads.',
  note: 'Readers who skim the links, or hear them read out one by one, cannot tell where this one leads (WCAG 2.4.4 and 2.4.9). Put the link on the words that name its target.',
  level: 'warning',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    const allowed = new Set(allow.map(normalizePhrase))
    const phrases = listPhrases(context.matter.lang)
    for (const { href, text, isCode, inTable, at } of extractAnchors(context)) {
      // Footnote references are numbers.
      if (!href || href.startsWith('#') || isCode) continue
      const isNumber = /^[[(]?\d{1,2}[\])]?\.?$/.test(text) && !inTable
      const plain = normalizePhrase(text)
      if (allowed.has(plain) || !(isNumber || phrases.has(plain))) continue
      report(`Unexpected link text \`${text}\`, expected what it leads to`, { at })
    }
  },
})

/**
 * Phrases in English are reported in issues of every language, those of another language only in its own: Danish `her`
 * ("here") is also the title of a film.
 */
function listPhrases(lang: string): Set<string> {
  const own = vague[lang.toLowerCase().split('-')[0] ?? ''] ?? ''
  return new Set(`${vague.en}|${own}`.split('|'))
}

/** The text in lower case, without arrows, quotes, emoji and other signs around it. */
function normalizePhrase(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFC')
    .replace(/^(?:[\s\p{P}\p{S}\u200d]|\ufe0f)+|(?:[\s\p{P}\p{S}\u200d]|\ufe0f)+$/gu, '')
    .replace(/\s+/g, ' ')
}
