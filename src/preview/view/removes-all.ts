import type { Lack } from './lacks.ts'

/**
 * Whether one declaration takes all the others along: Gmail drops the whole `style` attribute, or the whole `<style>`,
 * for a colour that it cannot read (caniemail's notes on `css-rgb`, `css-rgba` and `css-modern-color`).
 * @param lack why the declaration was taken
 * @param where what it stands in
 */
export function removesAll({ notes }: Pick<Lack, 'notes'>, where: 'attribute' | 'sheet'): boolean {
  const all =
    where === 'attribute'
      ? /whole attribute is stripped|remove all inline styles/
      : /whole `<style>` block is stripped/
  return notes.some((note) => all.test(note))
}
