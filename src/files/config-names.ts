/** The extensions of configs that are data. */
export const dataExtensions = ['.yml', '.yaml', '.json']

/** The extensions that a config can have. */
export const configExtensions = [...dataExtensions, '.js', '.mjs', '.ts']

/** The names of the config in a newsletter's folder. */
export const configNames = configExtensions.map((extension) => `issue.config${extension}`)
