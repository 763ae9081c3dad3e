/** What is wrong with pages, as it is found in the browser: nothing here may use what is outside of its function. */

/** Gmail with other accounts and its mobile web drop every style sheet. */
export function removeStyles(): void {
  for (const style of document.querySelectorAll('style')) style.remove()
}

/** HTMLPurifier, as Nextcloud sets it, drops percentage widths of pictures. */
export function dropPercentages(): void {
  for (const image of document.querySelectorAll('img')) {
    for (const name of ['width', 'max-width']) {
      if (image.style.getPropertyValue(name).endsWith('%')) image.style.removeProperty(name)
    }
  }
}

/** What reaches beyond the window's left or right edge, as a person would name it. */
export function findOverflow(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right, width, height } = element.getBoundingClientRect()
    return width > 0 && height > 0 && (left < -0.5 || right > clientWidth + 0.5)
  })
  const names = wide.map(
    (element) => `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`,
  )
  return names.length === 0 && scrollWidth > clientWidth
    ? [`the document, by ${scrollWidth - clientWidth} px`]
    : names
}

/** Links that stand alone (their line of text holds nothing but links) and are lower than a fingertip. */
export function findSmallTargets(): string[] {
  const least = 44
  const isInline = (node: Node): boolean =>
    !(node instanceof Element) || node.tagName === 'BR' || getComputedStyle(node).display.startsWith('inline')
  const words = (text: string | null) => (text ?? '').replace(/\s+/g, '')
  return [...document.querySelectorAll('a')].flatMap((link) => {
    let top: Element = link
    while (top.parentElement && isInline(top.parentElement)) top = top.parentElement
    const line: Node[] = [top]
    for (let node = top.previousSibling; node && isInline(node); node = node.previousSibling) line.push(node)
    for (let node = top.nextSibling; node && isInline(node); node = node.nextSibling) line.push(node)
    const all = line.map((node) => words(node.textContent)).join('')
    const linked = line.flatMap((node) =>
      node instanceof Element ? [...(node.matches('a') ? [node] : node.querySelectorAll('a'))] : [],
    )
    const isAlone = all.length === linked.map((each) => words(each.textContent)).join('').length
    // Lists and tables of the text are read, and their lines are a row of targets 24 px apart or more (WCAG 2.5.8).
    if (!isAlone || top.parentElement?.matches('li, table:not([role]) *')) return []
    const heights = [link, ...link.querySelectorAll('img')].map((each) => each.getBoundingClientRect().height)
    const height = Math.max(...heights)
    const name = link.textContent || link.querySelector('img')?.alt
    return height > 0 && height < least - 0.5 ? [`${Math.round(height)} px: ${name}`] : []
  })
}

/** Pictures that are not shown, and whose words are not either. */
export function findLostPictures(): string[] {
  // Of two pictures for light and dark, one is there.
  const hasTwin = (image: HTMLImageElement) =>
    !image.checkVisibility() &&
    [...document.images].some(
      (twin) =>
        twin.parentElement === image.parentElement && twin.alt === image.alt && twin.checkVisibility(),
    )
  return [...document.images]
    .filter((image) => image.alt !== '' && !hasTwin(image))
    .filter((image) => {
      const { width, height } = image.getBoundingClientRect()
      const style = getComputedStyle(image)
      return width < 20 || height < 10 || style.visibility !== 'visible' || style.fontSize === '0px'
    })
    .map((image) => image.alt)
}

/** Text that stands out too little from what is behind it. */
export function findLowContrast(): string[] {
  type Colour = [number, number, number, number]
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  // Reading a pixel back is slow, and a page has few colours.
  const known = new Map<string, Colour>()
  const toColour = (css: string): Colour => {
    const colour = known.get(css) ?? readPixel(css)
    known.set(css, colour)
    return colour
  }
  const readPixel = (css: string): Colour => {
    if (!canvas) throw new Error('No canvas')
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return [red, green, blue, alpha / 255]
  }
  const over = (top: Colour, below: Colour): Colour => {
    const mix = (index: 0 | 1 | 2) => top[index] * top[3] + below[index] * (1 - top[3])
    return [mix(0), mix(1), mix(2), 1]
  }
  const luminance = ([red, green, blue]: Colour): number => {
    const [r = 0, g = 0, b = 0] = [red, green, blue].map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  /** The browser's own ground: it goes by the page's `color-scheme`. */
  const ground = (): Colour => {
    const scheme = getComputedStyle(document.documentElement).colorScheme
    const isDark = scheme.includes('dark') && matchMedia('(prefers-color-scheme: dark)').matches
    return isDark ? [18, 18, 18, 1] : [255, 255, 255, 1]
  }
  const behind = (element: Element): Colour => {
    const layers: Colour[] = []
    for (let each: Element | null = element; each; each = each.parentElement) {
      const colour = toColour(getComputedStyle(each).backgroundColor)
      if (colour[3] > 0) layers.push(colour)
      if (colour[3] === 1) break
    }
    return layers.reverse().reduce((below, top) => over(top, below), ground())
  }
  const faint = new Set<string>()
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const look = (element: Element, words: string) => {
    const { color } = getComputedStyle(element)
    const back = behind(element)
    const front = over(toColour(color), back)
    const [light, dark] = [luminance(front), luminance(back)].sort((a, b) => b - a) as [number, number]
    const ratio = (light + 0.05) / (dark + 0.05)
    if (ratio < 4.5)
      faint.add(
        `${ratio.toFixed(2)}: ${color} on rgb(${back.slice(0, 3).map(Math.round).join(', ')}): ${words.slice(0, 40)}`,
      )
  }
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement
    const words = node.nodeValue?.trim() ?? ''
    if (!element || words === '' || !element.checkVisibility()) continue
    look(element, words)
  }
  for (const image of document.images) if (image.alt !== '') look(image, image.alt)
  return [...faint]
}

/** Only what Thunderbird leaves: no at-rules within a `<style>`, but a `<style media>` as it is. */
export function dropAtRules(): void {
  for (const sheet of document.styleSheets) {
    for (let index = sheet.cssRules.length - 1; index >= 0; index--) {
      if (!(sheet.cssRules[index] instanceof CSSStyleRule)) sheet.deleteRule(index)
    }
  }
}

/** Thunderbird shows a mail within an element of its own. */
export function wrapAsThunderbird(): void {
  const wrapper = document.createElement('div')
  wrapper.className = 'moz-text-html'
  wrapper.append(...document.body.childNodes)
  document.body.append(wrapper)
}

/**
 * What Outlook.com and the Outlook apps do in the dark: a colour that stands inline, or as `bgcolor`, is turned around
 * in its lightness where it would glare or vanish, and marked so. The style sheets then have their say.
 */
export function recolourAsOutlook(): void {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  const isLight = (css: string): boolean | undefined => {
    if (!canvas) return undefined
    canvas.clearRect(0, 0, 1, 1)
    canvas.fillStyle = css
    canvas.fillRect(0, 0, 1, 1)
    const [red = 0, green = 0, blue = 0, alpha = 0] = canvas.getImageData(0, 0, 1, 1).data
    return alpha === 0 ? undefined : 0.3 * red + 0.6 * green + 0.1 * blue > 127
  }
  // The mail lies on a dark ground with light text of the client's own.
  document.documentElement.style.setProperty('background-color', '#1f1f1f')
  document.documentElement.style.setProperty('color', '#f0f0f0')
  for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
    const { color, backgroundColor } = element.style
    if (color !== '' && color !== 'inherit' && isLight(color) === false) {
      element.style.color = `oklab(from ${color} calc(1.12 - l) a b)`
      element.setAttribute('data-ogsc', color)
    }
    const ground = backgroundColor || (element.getAttribute('bgcolor') ?? 'transparent')
    if (isLight(ground)) {
      element.style.backgroundColor = `oklab(from ${ground} calc(1.14 - l) a b)`
      element.setAttribute('data-ogsb', ground)
    }
  }
  // The box around the message has been recoloured, too.
  for (const name of ['data-ogsc', 'data-ogsb']) document.body.setAttribute(name, '')
}

/** In a page that reads from right to left: words at the left, and addresses or code that are turned around. */
export function findWrongDirection(): string[] {
  const foreign = 'code, pre, kbd, samp'
  const isLeftToRight = (element: Element) => getComputedStyle(element).direction === 'ltr'
  const wrong: string[] = []
  const isRightToLeft = document.querySelector('[role=article]')?.getAttribute('dir') === 'rtl'
  for (const element of document.querySelectorAll<HTMLElement>(
    'p, li, h1, h2, h3, h4, h5, h6, td, th, dt, dd, a',
  )) {
    const words = (element.textContent ?? '').trim()
    if (words === '' || !element.checkVisibility() || element.closest(foreign)) continue
    const isAddress = element.matches('a') && /^(https?:\/\/|www\.)\S+$/.test(words)
    // Classic Outlook misreads `dir` on a link itself.
    const box = (isAddress && element.querySelector('[dir]')) || element
    if (isAddress !== isLeftToRight(box) && isRightToLeft) wrong.push(`direction: ${words.slice(0, 60)}`)
    if (!isRightToLeft && !isLeftToRight(element)) wrong.push(`direction: ${words.slice(0, 60)}`)
    if (
      element.matches('a') ||
      element.closest('[align], [style*="text-align"]')?.matches('th, td:not(.ink)') === true
    )
      continue
    const align = getComputedStyle(element).textAlign
    const side = isRightToLeft ? ['start', 'right', '-webkit-right'] : ['start', 'left', '-webkit-left']
    if (!side.includes(align) && !align.includes('center')) wrong.push(`${align}: ${words.slice(0, 60)}`)
  }
  for (const element of document.querySelectorAll(foreign)) {
    if (!isLeftToRight(element)) wrong.push(`direction: ${element.textContent?.slice(0, 60)}`)
    if (element.matches('pre') && !/left|start/.test(getComputedStyle(element).textAlign))
      wrong.push(`${getComputedStyle(element).textAlign}: ${element.textContent?.slice(0, 60)}`)
  }
  return wrong
}
