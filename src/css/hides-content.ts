/** Whether a `style` attribute contains `display: none`, whatever comes before and after it. */
export function containsDisplayNone(style: string): boolean {
  return /display\s*:\s*none/i.test(style)
}

/**
 * Whether a `style` attribute hides its element: `display: none`, `visibility: hidden` or, as the last declaration or
 * before a semicolon, `font-size: 0`.
 */
export function hidesContent(style: string): boolean {
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$))/.test(
    style.toLowerCase(),
  )
}
