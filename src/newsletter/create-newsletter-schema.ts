import type { VFile } from 'vfile'
import { loadTemplates } from '../files/load-templates.ts'
import { addNewsletter } from '../schemas/add-newsletter.ts'
import type { JsonSchema } from '../schemas/json-schema.ts'
import { createThemes } from '../theme/themes.ts'
import { loadSettings } from './load-settings.ts'
import { type PathOptions, resolvePaths } from './resolve-paths.ts'

/**
 * Adds to the schema of an issue what a newsletter has: sponsors, templates, and the attributes of their blocks.
 * @param issue the schema that the package contains
 * @returns only the file with the errors when the config has some
 * @throws {UsageError} when the newsletter or its config cannot be found
 */
export async function createNewsletterSchema(
  issue: JsonSchema,
  paths: PathOptions,
): Promise<{ schema: JsonSchema } | { misconfigured: VFile }> {
  const { root, config, configCode } = resolvePaths(paths)
  const loaded = await loadSettings({ root, config, configCode })
  if ('misconfigured' in loaded) return loaded
  const { settings } = loaded
  const themes = createThemes(loadTemplates(root), settings)
  const templates = new Map(
    themes.names.flatMap((name) => {
      const theme = themes.get(name)
      return theme ? [[name, theme] as const] : []
    }),
  )
  return { schema: addNewsletter(issue, { sponsors: Object.keys(settings.sponsors), templates }) }
}
