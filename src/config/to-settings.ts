import { toAddress } from '../parse/to-address.ts'
import type { Config } from './config.ts'
import { defaultSettings, type Settings } from './settings.ts'

/**
 * Fills in a config's defaults.
 * @param config a config without mistakes, as `holdConfig` gives it
 * @param overrides what the command line says, which wins
 */
export function toSettings(
  config: Config,
  overrides: { target?: string | string[] | undefined } = {},
): Settings {
  const { from, markdown, ...rest } = config
  const targets = [...new Set([overrides.target ?? config.target ?? defaultSettings.target].flat())]
  return {
    ...defaultSettings,
    ...rest,
    ...(config.url !== undefined && { url: withoutSlash(config.url) }),
    ...(from !== undefined && { from: toAddress(from) }),
    target: targets[0] ?? defaultSettings.target,
    targets,
    theme: config.theme ?? {},
    assets: config.assets?.baseUrl === undefined ? {} : { baseUrl: withoutSlash(config.assets.baseUrl) },
    polls: config.polls ?? {},
    sponsors: config.sponsors ?? {},
    checks: config.checks ?? {},
    clients: config.clients ?? defaultSettings.clients,
    markdown: { remarkPlugins: markdown?.remarkPlugins ?? [], rehypePlugins: markdown?.rehypePlugins ?? [] },
  }
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '')
}
