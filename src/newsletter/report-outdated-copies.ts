import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { loadTemplates } from '../files/load-templates.ts'
import {
  digestTemplate,
  normalizeLineEnds,
  readCopyRecord,
  type TemplateCopy,
} from '../files/template-copies.ts'
import { selectLayers, type TemplateFiles } from '../theme/template-layers.ts'

/**
 * Reports the newsletter's template files that `issue eject` copied and whose shipped originals have changed since. Files
 * that were copied by hand have no record and no message.
 * @param root the newsletter's folder, absolute
 * @param templates all template files; the messages are on these
 * @returns the records with mistakes
 */
export function reportOutdatedCopies(root: string, templates: TemplateFiles): VFile[] {
  const own = [...templates].filter(([, file]) => file.path.startsWith('templates/'))
  const records: VFile[] = []
  for (const name of new Set(own.map(([path]) => path.split('/')[0] ?? ''))) {
    const { copies, file: record } = readCopyRecord(root, name)
    if (record && record.messages.length > 0) records.push(record)
    if (copies.size === 0) continue
    const originals = selectLayers(name, loadTemplates()).files
    for (const [path, copy] of copies) {
      const file = templates.get(`${name}/${path}`)
      if (file?.path.startsWith('templates/')) reportOutdated(file, { name, path, copy }, originals.get(path))
    }
  }
  return records
}

interface Copied {
  /** The template's name. */
  name: string
  /** The file's path in the template. */
  path: string
  copy: TemplateCopy
}

function reportOutdated(file: VFile, { name, path, copy }: Copied, original: VFile | undefined): void {
  if (!original) {
    report(file, `Unexpected copy of a file of Issuepress ${copy.version}, which is no longer shipped`, {
      ruleId: 'template-outdated',
      severity: 'warning',
      note: `No shipped template uses it any more. Remove it if none of yours does, or remove \`${path}\` from \`.issuepress.yml\` beside it.`,
    })
    return
  }
  const isSame = normalizeLineEnds(String(file)) === normalizeLineEnds(String(original))
  if (isSame || digestTemplate(original) === copy.sha256) return
  report(file, `Unexpected old copy of a shipped file, which has changed since Issuepress ${copy.version}`, {
    ruleId: 'template-outdated',
    severity: 'warning',
    note: `\`issue eject ${name} ${path} --diff\` prints how yours differs from the shipped one. Put what you want of it into yours, then run \`issue eject ${name} ${path} --merged\`.`,
  })
}
