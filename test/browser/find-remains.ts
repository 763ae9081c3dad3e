/**
 * Opens documents in frames and lists what attacks have left in them: scripts that ran, and elements and attributes. It
 * runs in the page, so that it can use nothing from outside of it.
 */
export async function findRemains(documents: Record<string, string>): Promise<string[]> {
  const found: string[] = []
  const look = async ([name, html]: [string, string]): Promise<void> => {
    const frame = document.createElement('iframe')
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve))
    frame.srcdoc = `<script>window.attack = () => parent.postMessage('ran')</script>${html}`
    const hear = ({ source }: MessageEvent) =>
      void (source === frame.contentWindow && found.push(`${name}: a script ran`))
    window.addEventListener('message', hear)
    document.documentElement.append(frame)
    await loaded
    await new Promise((resolve) => setTimeout(resolve, 30))
    for (const element of new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')) {
      const tag = element.tagName.toLowerCase()
      if (/^(?:script|iframe|object|embed|base|svg)$/.test(tag) && element.getAttribute('sandbox') !== '')
        found.push(`${name}: <${tag}>`)
      for (const { name: attribute, value } of element.attributes) {
        const bare = value.replace(/[\s\p{Cc}]/gu, '')
        const isHandler = attribute.startsWith('on') && value !== ''
        const isScript = /^(?:href|src|action)$/.test(attribute) && /^(?:java|vb)script:/i.test(bare)
        const isStyle = attribute === 'style' && /url\(["']?https:..attack/.test(value)
        if (isHandler || isScript || isStyle) found.push(`${name}: ${attribute}="${value}"`)
      }
    }
    window.removeEventListener('message', hear)
    frame.remove()
  }
  await Promise.all(Object.entries(documents).map(look))
  return found.sort()
}
