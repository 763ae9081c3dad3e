import type { OpenRequest } from '../page-state.ts'
import { showNotice } from './notice.ts'

/** Opens a file in the editor, and shows the result. */
export async function openPlace(place: OpenRequest): Promise<void> {
  try {
    const headers = { 'Content-Type': 'application/json' }
    const response = await fetch('open', { method: 'POST', headers, body: JSON.stringify(place) })
    if (response.ok) showNotice(`Opened \`${place.file}\` in your editor`)
    else showNotice(await response.text(), true)
  } catch {
    showNotice('Cannot open the editor: `issue watch` does not respond', true)
  }
}
