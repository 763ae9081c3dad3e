import type { Config } from './config.ts'

/**
 * Types a config for `issue.config.{js,mjs,ts}`: `export default defineConfig({ name: 'The AI Newsroom' })`.
 * @param config the config, which is returned unchanged
 */
export function defineConfig(config: Config): Config {
  return config
}
