import { VFile } from 'vfile'
import { isWithinEdits, nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'

/** What shows which of a newsletter's template files have an effect. */
export interface TemplateNames {
  /** The paths of all files in the newsletter's `templates/`, without that folder: `default/layout.html`. */
  paths: readonly string[]
  /** The files that were loaded, by the same paths. */
  files: ReadonlyMap<string, VFile>
  /** The names of the templates that the config and issues use. */
  used: ReadonlySet<string>
  /** The paths in a template that have an effect by their name: `layout.html`, `blocks/poll.html`. */
  known: ReadonlySet<string>
  /** The names of the shipped templates. */
  shipped: readonly string[]
  /** The texts of all issues, which show which blocks are used. */
  issueTexts: readonly string[]
}

const textFile = /\.(?:html?|liquid|txt|css|s[ac]ss|less|ya?ml|json)$/i

/**
 * Reports files in `templates/` that have no effect since their name is misspelled. Files of other names are legal: a
 * template may have its own blocks, partials and pictures.
 * @returns files with messages that are not among the loaded ones
 */
export function validateTemplateNames(names: TemplateNames, root: string): VFile[] {
  const found = new Map<string, VFile>()
  const add: AddMessage = (path, reason, note, severity = 'error') => {
    const file =
      names.files.get(path) ??
      found.get(path) ??
      new VFile({ path: `templates/${path}`, cwd: root, value: '' })
    if (!names.files.has(path)) found.set(path, file)
    report(file, reason, { ruleId: 'file-misnamed', note, severity })
  }
  const unused = new Set<string>()
  for (const path of names.paths.filter((each) => textFile.test(each))) {
    const [template = '', ...rest] = path.split('/')
    if (rest.length === 0) reportLoose(path, names, add)
    else if (isMisspelledTemplate(template, names)) unused.add(template)
    else validateName(path, template, rest.join('/'), names, add)
  }
  for (const template of unused) {
    const near = nearestName(template, names.shipped)
    add(
      template,
      `Unexpected template \`${template}\`, expected \`${near}\``,
      `No issue uses a template of this name, so that nothing in it has an effect. Rename the folder to \`templates/${near}/\`, or write \`template: ${template}\` in the config or in an issue.`,
    )
  }
  return [...found.values()]
}

type AddMessage = (path: string, reason: string, note: string, severity?: 'error' | 'warning') => void

/** A file beside the templates' folders. */
function reportLoose(path: string, { used, known }: TemplateNames, add: AddMessage): void {
  if (!known.has(path) && !nearestName(path, known)) return
  const [template = 'default'] = used
  add(
    path,
    `Unexpected file \`templates/${path}\`, expected it in the folder of a template`,
    `It has no effect where it is. Move it to \`templates/${template}/${path}\`.`,
  )
}

function isMisspelledTemplate(name: string, { used, shipped }: TemplateNames): boolean {
  return !used.has(name) && !shipped.includes(name) && nearestName(name, shipped) !== undefined
}

function validateName(
  path: string,
  template: string,
  name: string,
  names: TemplateNames,
  add: AddMessage,
): void {
  const { known, issueTexts } = names
  if (known.has(name) || isRendered(name, names)) return
  const [, block, extension] = /^blocks\/([^/]+)\.(\w+)$/.exec(name) ?? []
  const hasTemplate = (base: string) =>
    known.has(`blocks/${base}.html`) || names.paths.includes(`${template}/blocks/${base}.html`)
  if (block !== undefined && extension !== 'html' && hasTemplate(block)) return
  const near = nearestName(name, known) ?? findFolder(name)
  if (near === undefined) return
  // Beside the file of the right name it is a source (`style.scss`) or a copy, which the template is right without.
  if (names.paths.includes(`${template}/${near}`)) return
  if (block === undefined || extension !== 'html') {
    add(
      path,
      `Unexpected file name \`${name}\` in a template, expected \`${near}\``,
      `Nothing uses a file of this name. Rename it to \`templates/${template}/${near}\`.`,
    )
    return
  }
  const isUsed = issueTexts.some((text) => new RegExp(`::${escapePattern(block)}(?![\\w-])`).test(text))
  if (isUsed) return
  add(
    path,
    `Unexpected block \`${block}\`, expected \`${near.slice('blocks/'.length, -'.html'.length)}\``,
    `No issue uses a block of this name. To change the shipped block, rename the file to \`templates/${template}/${near}\`.`,
    'warning',
  )
}

/** A file of any name in a folder whose own name is misspelled: `block/promo.html`. */
function findFolder(name: string): string | undefined {
  const [, folder = '', rest] = /^([^/]+)\/([^/]+\.(?:html|txt|css))$/.exec(name) ?? []
  if (rest === undefined || folder === 'blocks' || folder === 'partials') return undefined
  const near = ['blocks', 'partials'].find((each) => isWithinEdits(folder, each, 2))
  return near && `${near}/${rest}`
}

/** Whether a template renders a file: `{% render "partials/x.html" %}`. */
function isRendered(name: string, { files }: TemplateNames): boolean {
  return [...files.values()].some((file) => new RegExp(`["']${escapePattern(name)}["']`).test(String(file)))
}

/** The known name that differs from a misspelled one by its case, its extension or up to two letters. */
function nearestName(name: string, known: Iterable<string>): string | undefined {
  const all = [...known]
  const lower = name.toLowerCase()
  const same = all.find((each) => each.toLowerCase() === lower)
  if (same !== undefined) return same
  const withoutExtension = (text: string) => text.replace(/\.\w+$/, '').toLowerCase()
  const kin: Record<string, RegExp> = {
    html: /\.(?:htm|liquid)$/,
    css: /\.(?:s[ac]ss|less)$/,
    yml: /\.(?:yaml|json)$/,
  }
  const other = all.find(
    (each) =>
      withoutExtension(each) === withoutExtension(lower) && kin[each.split('.').at(-1) ?? '']?.test(lower),
  )
  if (other !== undefined) return other
  const extension = lower.split('.').at(-1)
  const near = nearest(
    lower,
    all.filter((each) => !each.includes('.') || each.endsWith(`.${extension}`)),
  )
  return near !== undefined && isClose(lower, near) ? near : undefined
}

/** Short names are similar by chance, less so among the few files beside the layout. */
function isClose(name: string, near: string): boolean {
  const stem =
    name
      .replace(/\.\w+$/, '')
      .split('/')
      .at(-1) ?? ''
  const least = name.includes('/') ? 4 : 3
  return stem.length >= least && isWithinEdits(name, near, stem.length >= 6 ? 2 : 1)
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
