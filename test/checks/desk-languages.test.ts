/** Checks of what a text says in several languages: promised attachments, and weekdays of dates. */
import type { Root } from 'mdast'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { attachmentMissing } from '../../src/checks/attachment-missing.ts'
import type { CheckContext } from '../../src/checks/check.ts'
import { findDatedWeekdays } from '../../src/checks/readers/find-dated-weekdays.ts'

function findPromises(lang: string, value: string): string[] {
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value }] }] }
  const context = { file: new VFile(value), tree, matter: { lang }, entry: () => ({ start: { line: 1 } }) }
  const reasons: string[] = []
  attachmentMissing.run(context as unknown as CheckContext, (reason) => void reasons.push(reason), {})
  return reasons
}

test.each([
  ['en', 'See attached.'],
  ['de', 'Im Anhang findet ihr das Programm.'],
  ['de-AT', 'Anbei findest du die Liste.'],
  ['fr', 'Vous trouverez ci-joint le programme.'],
  ['fr', 'Le programme est en pièce jointe.'],
  ['es', 'Se adjunta el programa.'],
  ['it', 'In allegato il programma.'],
  ['pt-BR', 'Segue em anexo o programa.'],
  ['nl', 'In de bijlage vindt u het programma.'],
])('an attachment is promised in %s: %s', (lang, text) => {
  expect(findPromises(lang, text)).toHaveLength(1)
})

test.each([
  ['de', 'Siehe Anhang A. Der Anhang des Buches.'],
  ['fr', 'Joindre les deux bouts.'],
  ['es', 'El profesor adjunto llegó.'],
  ['pt', 'Um anexo da casa.'],
  ['nl', 'De bijlage van de krant.'],
])('no attachment is promised in %s: %s', (lang, text) => {
  expect(findPromises(lang, text)).toEqual([])
})

test.each([
  ['de', 'Montag, den 12. März 2026', 'Donnerstag'],
  ['de', 'Montag, 12.3.2026', 'Donnerstag'],
  ['fr', 'lundi 12 mars 2026', 'jeudi'],
  ['es', 'lunes, 12 de marzo de 2026', 'jueves'],
  ['it', 'lunedì 12 marzo 2026', 'giovedì'],
  ['pt', 'segunda-feira, 12 de março de 2026', 'quinta-feira'],
  ['nl', 'maandag 12 maart 2026', 'donderdag'],
  ['da', 'mandag den 12. marts 2026', 'torsdag'],
  ['sv', 'måndag 12 mars 2026', 'torsdag'],
  ['ja', 'Monday, March 12, 2026', 'Thursday'],
])('the weekday in %s: %s', (lang, text, expected) => {
  expect(findDatedWeekdays(text, { lang }).map((found) => [found.phrase, found.expected])).toEqual([
    [text, expected],
  ])
  const right = text.replace(/^[\p{L}-]+/u, expected)
  expect(findDatedWeekdays(right, { lang })).toEqual([])
})
