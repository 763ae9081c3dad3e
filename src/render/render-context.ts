import type { VFile } from 'vfile'
import type { FindArchived } from '../blocks/archive.ts'
import type { BlockContext } from '../blocks/block-context.ts'
import type { Check } from '../checks/check.ts'
import { expectedName } from '../diagnostics/list-names.ts'
import { report } from '../diagnostics/report.ts'
import { createImageStore, type ImageRead, type ImageStore } from '../images/image-store.ts'
import type { Literals } from '../merge-tags/literals.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { MarkdownParser } from '../parse/markdown-parser.ts'
import type { MergeNames } from '../parse/merge-names.ts'
import type { ParsedIssue } from '../parse/parse-issue.ts'
import type { Settings } from '../settings.ts'
import { localizeFonts } from '../theme/cjk-fonts.ts'
import type { Theme } from '../theme/theme.ts'
import type { Themes } from '../theme/themes.ts'
import type { Issue, Picture } from '../types.ts'
import { type Masthead, resolveMasthead } from './resolve-masthead.ts'

export interface RenderOptions {
  settings: Settings
  themes: Themes
  /** The bytes of an image by its path relative to the newsletter's root; without it every local image is missing. */
  readImage?: (path: string) => ImageRead
  /** The bytes of a poll's results by their path relative to the newsletter's root; without it all are missing. */
  readResults?: (path: string) => ImageRead
  /**
   * The bytes of a file that an issue includes, or whose data it shows, by its path relative to the newsletter's root; without
   * it all are missing.
   */
  readFile?: (path: string) => ImageRead
  /** Looks up other issues; without it there are none. */
  findArchived?: FindArchived
  /** The slug of another issue by its file's path relative to the newsletter's root, for links between issues. */
  slugOf?: (path: string) => string | undefined
  /** The checks to run on the email; the shipped ones when not given, none when empty. */
  checks?: readonly Check[]
  /** Escapes text that only looks like a merge tag; the target's way when not given. */
  literals?: Literals
  /** One parser for an issue that is rendered several times; a new one when not given. */
  parser?: MarkdownParser
}

/** What the steps of rendering one issue share. */
export interface RenderContext extends BlockContext {
  /** Where the Markdown links begin whose address is reported, as offsets. */
  reportedLinks: Set<number>
  issue: Issue
  logo: Picture | null
  /** What takes the logo's place in dark mode. */
  logoDark: Picture | null
  /** The picture in place of the masthead, in a template that has one. */
  header: Picture | null
  masthead: Masthead | null
  /** What the neutral merge names stand for. */
  names: MergeNames
  /** For the web copy. */
  web: boolean
}

/**
 * Creates the context that an issue is rendered with. An unknown template or sponsor in the front matter is reported.
 * @throws {Error} when there is no template at all
 */
export function createRenderContext(
  parsed: ParsedIssue,
  options: RenderOptions,
  { web = false }: { web?: boolean } = {},
): RenderContext {
  const { issue, tags, source } = parsed
  const { file, matter } = issue
  const settings = protectSettings(options.settings, tags)
  const theme = localizeFonts(resolveTheme(parsed, options), matter.lang)
  const issuePath = file.path ?? ''
  const imageStore = createImageStore({
    readImage: options.readImage ?? (() => ({ problem: 'missing' })),
    issuePath,
    url: settings.url,
    baseUrl: settings.assets.baseUrl,
    slug: matter.slug,
    column: Number(theme.tokens.width ?? 600) - 2 * Number(theme.tokens.gutter ?? 0),
    restore: tags.restore,
  })
  return {
    file,
    source,
    issue,
    matter,
    settings,
    theme,
    strings: theme.strings(matter.lang),
    imageStore,
    links: {
      url: settings.url,
      issuePath,
      slugOf: options.slugOf,
      nameUrl: parsed.names.resolveUrl,
      allowedSchemes: findAllowedSchemes(settings),
    },
    reportedLinks: new Set(),
    tags,
    findArchived: options.findArchived ?? (() => []),
    readFile: options.readFile ?? (() => ({ problem: 'missing' })),
    readResults: options.readResults ?? (() => ({ problem: 'missing' })),
    logo: resolveLogo(theme, 'logo', imageStore, file),
    logoDark: resolveLogo(theme, 'logo-dark', imageStore, file),
    header: resolveLogo(theme, 'header', imageStore, file),
    masthead: resolveMasthead(parsed, settings, imageStore),
    names: parsed.names,
    web,
  }
}

/** The option `allow` of the check `link-scheme`. */
function findAllowedSchemes({ checks }: Settings): readonly string[] {
  const setting = checks['link-scheme']
  const allow = Array.isArray(setting) ? setting[1].allow : []
  return Array.isArray(allow) ? allow.map((scheme) => scheme.toLowerCase().replace(/:.*$/s, '')) : []
}

/** Replaces merge tags in the config by tokens, so that they reach the output byte for byte like those of the issue. */
function protectSettings(settings: Settings, tags: TagStore): Settings {
  const protect = <Value>(value: Value): Value => {
    if (typeof value === 'string') return tags.protect(value) as Value
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(protect) as Value
    return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, protect(child)])) as Value
  }
  const { markdown, blocks, checks, clients, customTargets, ...texts } = settings
  return { ...protect(texts), markdown, blocks, checks, clients, customTargets }
}

function resolveTheme({ issue, placeOf }: ParsedIssue, { settings, themes }: RenderOptions): Theme {
  const { template } = issue.matter
  const theme = themes.get(template)
  if (theme) return theme
  const fromConfig = template === settings.template
  report(
    issue.file,
    `Unexpected template \`${template}\`, expected ${expectedName(template, themes.names)}`,
    {
      ruleId: 'template-unknown',
      place: fromConfig ? undefined : placeOf(['template']),
      note: `${fromConfig ? 'The config names it. ' : ''}A template is a folder: \`templates/${template}/\`.`,
    },
  )
  const fallback = themes.get('default')
  if (!fallback) throw new Error('There is no template `default` to fall back on')
  return fallback
}

function resolveLogo(
  theme: Theme,
  name: 'logo' | 'logo-dark' | 'header',
  imageStore: ImageStore,
  file: VFile,
): Picture | null {
  const path = theme.tokens[name]
  if (typeof path !== 'string' || path === '') return null
  const resolved = imageStore.resolve(path, 'root')
  if ('picture' in resolved) return resolved.picture
  report(file, resolved.reason, {
    ruleId: 'image-file',
    note: `This is the ${name === 'header' ? 'picture' : 'logo'} that \`theme.${name}\` names. ${resolved.note}`,
  })
  return null
}
