import { expect, test } from 'vitest'
import { appliesToWord } from '../../../src/preview/view/applies-to-word.ts'

test.each([
  ['mso', true],
  ['!mso', false],
  ['! mso', false],
  ['MSO', true],
  ['mso 16', true],
  ['mso 12', false],
  ['gte mso 9', true],
  ['gt mso 15', true],
  ['gt mso 16', false],
  ['lte mso 16', true],
  ['lt mso 12', false],
  ['(gte mso 9)|(IE)', true],
  ['(IE)|(gte mso 9)', true],
  ['mso | IE', true],
  ['(gte mso 12)&(lt mso 15)', false],
  ['(mso)&(!IE)', true],
  ['!(mso)', false],
  ['IE', false],
  ['!IE', true],
  ['lt IE 9', false],
  ['vml', true],
  ['!vml', false],
  ['!supportLists', false],
  ['toString', false],
  ['(mso', true],
  ['', false],
])('[if %s] is %s', (expression, met) => {
  expect(appliesToWord(expression)).toBe(met)
})
