import { startsWithToken } from '../private-use.ts'
import { defineCheck } from './check.ts'
import { extractShownImages } from './readers/extract-shown-images.ts'

export const imageWidth = defineCheck({
  name: 'image-width',
  summary: 'A picture that lies elsewhere on the web says how wide it is shown.',
  note: 'Classic Outlook knows no `max-width`: it shows the picture as wide as its file and bursts the column. Save the picture beside the issue, which sets its size, or write it as `<img src="…" width="560" alt="…">`.',
  level: 'warning',
  run(context, report) {
    const hasOutlook = context.settings.clients.some((client) => /^outlook(?:\.windows)?$/.test(client))
    if (!hasOutlook) return
    for (const { src, copy, width, element, at } of extractShownImages(context)) {
      if (copy || src === '' || width !== null || /^\d/.test(String(element.properties.width ?? ''))) continue
      if (!/^https?:/i.test(src) && !startsWithToken(src)) continue
      report(`Missing width of the picture \`${src}\``, { at })
    }
  },
})
