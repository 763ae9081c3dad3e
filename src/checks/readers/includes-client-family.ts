/**
 * Whether the email is meant for clients of a family.
 * @param family caniemail's name: `gmail`
 * @param clients the config's `clients`: families (`gmail`) or platforms (`gmail.ios`)
 */
export function includesClientFamily(family: string, clients: readonly string[]): boolean {
  return clients.some((client) => client === '*' || client.split('.')[0] === family)
}
