/** The providers that an email can be built for, one file each. */
import { beehiiv } from './beehiiv.ts'
import { brevo } from './brevo.ts'
import { buttondown } from './buttondown.ts'
import { campaignMonitor } from './campaign-monitor.ts'
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
import type { Target } from './target.ts'

export const targets: Record<string, Target> = {
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
}

/** The names that `target` takes, in the config and on the command line. */
export const targetNames: string[] = Object.keys(targets)
