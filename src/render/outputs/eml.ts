import { createMail } from '../../mail/create-mail.ts'
import type { TargetOutput } from './output.ts'

/** The whole message; none when nobody is known whom it is from. What composes it is loaded with the first. */
export const eml: TargetOutput = {
  name: 'eml',
  scope: 'target',
  async files(rendered) {
    const mail = createMail(rendered, rendered.settings)
    if (!mail) return []
    const { createEml } = await import('../../mail/create-eml.ts')
    return [{ path: 'email.eml', bytes: await createEml(mail) }]
  },
}
