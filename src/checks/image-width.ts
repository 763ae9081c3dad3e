import { startsWithToken } from '../private-use.ts'
import { defineCheck } from './check.ts'
import { extractShownImages } from './readers/extract-shown-images.ts'

export const imageWidth = defineCheck({
  name: 'image-width',
  summary: 'A picture from elsewhere on the web has a width.',
  note: 'Classic Outlook ignores `max-width`: it shows the picture at the width of its file, which may be wider than the email. Save the picture beside the issue, so that its width is set for you, or write `<img src="…" width="560" alt="…">`.',
  level: 'warning',
  run(context, report) {
    const hasOutlook = context.settings.clients.some((client) => /^outlook(?:\.windows)?$/.test(client))
    if (!hasOutlook) return
    for (const { src, copy, width, element, at } of extractShownImages(context)) {
      if (copy || src === '' || width !== null || /^\d/.test(String(element.properties.width ?? ''))) continue
      if (!/^https?:/i.test(src) && !startsWithToken(src)) continue
      report(`Missing width of the picture \`${src}\``, { at, cause: 'width' })
    }
  },
})
