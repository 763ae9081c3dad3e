import { render as renderEmail } from 'emailmd'

/** Emailmd renders HTML and plaintext in one call. */
export const render = (text) => renderEmail(text)
