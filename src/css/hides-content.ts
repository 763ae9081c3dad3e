/**
 * Whether a `style` attribute hides its element: `display: none`, `visibility: hidden` or, as the last declaration or
 * before a semicolon, `font-size: 0`.
 */
export function hidesContent(style: string): boolean {
  return /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px)?\s*(?:;|$))/.test(
    style.toLowerCase(),
  )
}
