import { type Dirent, readdirSync } from 'node:fs'
import { VFile } from 'vfile'
import { isWithinEdits } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import { readListing } from './read-listing.ts'

const configName = /^issue\.config\.(?:ya?ml|json|m?js|ts)$/
const sponsorsName = /^sponsors\.ya?ml$/
const definitionsName = 'definitions.md'

/** What a file of each kind is recognized by in a folder with a misspelled name. */
const contents: Record<string, RegExp> = {
  issues: /\.(?:md|markdown)$/i,
  templates: /(?:^|\/)(?:layout\.(?:html|txt)|style\.css|theme\.yml|strings\.yml|blocks\/[^/]+)$/,
}

/** Files of a template that have no effect beside the config. Others, such as `style.css`, may belong to a website. */
const templateFile = /^(?:theme|strings)\.ya?ml$|^extra\.css$|^layout\.(?:html|txt)$/

/**
 * Finds files and folders in a newsletter's folder that have no effect since their name is misspelled: `template/`,
 * `issues.config.yml`, `sponsor.yml`.
 * @param root the newsletter's folder, absolute
 * @param configPath the path of the config that is used, relative to the root
 * @returns a file with a message for each
 */
export function findMisnamedFiles(root: string, configPath: string | undefined): VFile[] {
  const entries = readEntries(root).filter(({ name }) => !/^[._]|^(?:node_modules|dist)$/.test(name))
  const names = entries.map(({ name }) => name)
  const found: VFile[] = []
  const add = (path: string, expected: string, isError: boolean) => {
    const file = new VFile({ path, cwd: root, value: '' })
    const isMoved = templateFile.test(path)
    report(file, `Unexpected name \`${path}\`, expected \`${expected}\``, {
      ruleId: 'file-misnamed',
      note: isMoved
        ? `Here it has no effect. Move it to \`${expected}\`.`
        : `Nothing of this name is read, so that it has no effect. Rename it to \`${expected}\`.`,
      severity: isError ? 'error' : 'warning',
    })
    found.push(file)
  }
  for (const entry of entries) {
    const { name } = entry
    if (entry.isDirectory()) {
      const folder = findFolder(name)
      if (folder && containsFiles(root, name, contents[folder]))
        add(`${name}/`, `${folder}/`, !names.includes(folder))
    } else if (templateFile.test(name)) {
      add(name, `templates/default/${name.replace(/\.yaml$/, '.yml')}`, false)
    } else if (name !== configPath) {
      const config = expectedFile(name, 'issue.config', configName)
      if (config) add(name, config, configPath === undefined)
      const sponsors = expectedFile(name, 'sponsors', sponsorsName)
      if (sponsors) add(name, sponsors, !names.some((each) => sponsorsName.test(each)))
      const isDefinitions = /\.md$/i.test(name) && isWithinEdits(name, definitionsName, 1)
      if (isDefinitions && name !== definitionsName && !names.includes(definitionsName))
        add(name, definitionsName, false)
    }
  }
  return found
}

function readEntries(root: string): Dirent[] {
  try {
    return readdirSync(root, { withFileTypes: true })
  } catch {
    // A folder that cannot be listed is reported for what is read from it.
    return []
  }
}

function findFolder(name: string): string | undefined {
  if (name in contents) return undefined
  return Object.keys(contents).find((folder) => isWithinEdits(name, folder, 2))
}

function containsFiles(root: string, folder: string, pattern: RegExp | undefined): boolean {
  const { paths } = readListing(root, folder, (path) => path.split('/').length <= 4)
  return paths.some((path) => pattern?.test(path.slice(folder.length + 1)))
}

/** The right name of a file whose name comes close to one that is read. */
function expectedFile(name: string, stem: string, valid: RegExp): string | undefined {
  if (valid.test(name)) return undefined
  const [, written = '', extension = ''] = /^(.+)\.(ya?ml|json|toml|[mc]?[jt]s)$/i.exec(name) ?? []
  const plain = written.toLowerCase().replace(/[-_ ]/g, '.')
  if (written === '' || /\.d$|\d$/.test(plain)) return undefined
  const isAlias = stem === 'issue.config' && /^(?:issues?|issuepress)\.?(?:config|conf|cfg)$/.test(plain)
  if (!isAlias && !isWithinEdits(plain, stem, 2)) return undefined
  const right = `${stem}.${extension.toLowerCase()}`
  return valid.test(right) ? right : `${stem}.yml`
}
