/** The providers that an email can be built for, one file each. */
import { beehiiv } from './beehiiv.ts'
import { brevo } from './brevo.ts'
import { buttondown } from './buttondown.ts'
import { campaignMonitor } from './campaign-monitor.ts'
import { createTargets } from './create-target.ts'
import { customerio } from './customerio.ts'
import { generic } from './generic.ts'
import { ghost } from './ghost.ts'
import { hubspot } from './hubspot.ts'
import { kit } from './kit.ts'
import { klaviyo } from './klaviyo.ts'
import { listmonk } from './listmonk.ts'
import { loops } from './loops.ts'
import { mailchimp } from './mailchimp.ts'
import { mailerlite } from './mailerlite.ts'
import { mailgun } from './mailgun.ts'
import { postmark } from './postmark.ts'
import { resend } from './resend.ts'
import { sendgrid } from './sendgrid.ts'
import { sendy } from './sendy.ts'
import { ses } from './ses.ts'
import type { Target, TargetDefinition } from './target.ts'

const definitions = {
  generic,
  mailchimp,
  kit,
  buttondown,
  beehiiv,
  ghost,
  sendgrid,
  postmark,
  mailgun,
  ses,
  resend,
  brevo,
  klaviyo,
  customerio,
  hubspot,
  listmonk,
  sendy,
  mailerlite,
  'campaign-monitor': campaignMonitor,
  loops,
} satisfies Record<string, TargetDefinition>

/** The name of a shipped target. */
export type TargetName = keyof typeof definitions

export const targets: Readonly<Record<string, Target>> = createTargets(definitions)

/** The names of the shipped targets. */
export const targetNames: string[] = Object.keys(targets)
