import { isLogicPart, type Part } from './print-parts.ts'

/** About how many links a list has, and how many lines there are at most between a note and its address. */
const MANY_LINKS = 25
export const FAR_LINES = 60
/** A section that is a little longer still has one list. */
const SLACK = 1.2
/** The share of a full list that is worth a list before a heading or a divider. */
const WORTHWHILE = 1 / 3

/** Parts that no list of links separates. */
type Unit = Part[]

/** What a list at the end of some parts would have: its links, and the lines between the first of them and the list. */
class Extent {
  readonly links = new Set<string>()
  lines = 0

  add(unit: Unit): this {
    for (const { text, links } of unit) {
      for (const { key } of links) this.links.add(key)
      if (this.links.size > 0) this.lines += countLines(text) + 1
    }
    return this
  }

  fits(slack = 1): boolean {
    return this.links.size <= MANY_LINKS * slack && this.lines <= FAR_LINES * slack
  }

  isWorthwhile(): boolean {
    return this.links.size >= MANY_LINKS * WORTHWHILE || this.lines >= FAR_LINES * WORTHWHILE
  }
}

/**
 * Splits the parts of a section into groups with a list of links each, if one list for all of them would be too long or
 * too far from the first note. Nothing comes between a heading and what is below it, an announcement and what it
 * announces (`These two:`), or the beginning and the end of the provider's conditions.
 */
export function groupParts(parts: Part[]): Part[][] {
  if (fitsOneList(parts, SLACK)) return [parts]
  const groups: Unit[][] = []
  let group: Unit[] = []
  let extent = new Extent()
  for (const unit of bindParts(parts)) {
    const hadLinks = extent.links.size > 0
    extent.add(unit)
    if (hadLinks && !extent.fits()) {
      const split = findSplit(group)
      groups.push(group.slice(0, split))
      group = group.slice(split)
      extent = [...group, unit].reduce((sum, each) => sum.add(each), new Extent())
    }
    group.push(unit)
  }
  return joinRest([...groups, group].map((units) => units.flat()))
}

/** True if one list of links at the end of the parts would be neither too long nor too far from the first note. */
export function fitsOneList(parts: Part[], slack = 1): boolean {
  return new Extent().add(parts).fits(slack)
}

/** Where a full group is split: before its last heading or divider, if enough is before that, or at its end. */
function findSplit(units: Unit[]): number {
  const extent = new Extent()
  let split = units.length
  for (const [index, unit] of units.entries()) {
    const [first] = unit
    const isBorder = first?.type === 'heading' || first?.type === 'thematicBreak'
    if (isBorder && extent.links.size > 0 && extent.isWorthwhile()) split = index
    extent.add(unit)
  }
  return split
}

/** Joins a short rest with the group before it. */
function joinRest(groups: Part[][]): Part[][] {
  const last = groups.slice(-2).flat()
  return groups.length > 1 && fitsOneList(last, SLACK) ? [...groups.slice(0, -2), last] : groups
}

function bindParts(parts: Part[]): Unit[] {
  const firstLogic = parts.findIndex(isLogicPart)
  const lastLogic = parts.findLastIndex(isLogicPart)
  const units: Unit[] = []
  for (const [index, part] of parts.entries()) {
    const previous = parts[index - 1]
    const isInLogic = firstLogic !== -1 && index > firstLogic && index <= lastLogic
    if (previous && (isInLogic || bindsNext(previous))) units.at(-1)?.push(part)
    else units.push([part])
  }
  return units
}

function bindsNext({ type, text }: Part): boolean {
  return type === 'heading' || type === 'thematicBreak' || /[:：]$/u.test(text)
}

export function countLines(text: string): number {
  let lines = 1
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++
  return lines
}
