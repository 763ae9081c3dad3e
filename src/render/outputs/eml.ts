import { createMail } from '../../mail/create-mail.ts'
import type { TargetOutput } from './output.ts'

/** The whole email as a MIME message; none without a sender. The composer is loaded on first use, since that takes time. */
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
