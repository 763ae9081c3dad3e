/**
 * Whether Windows takes a file's or folder's name for that of a device, whatever follows its first dot (Microsoft, "Naming
 * Files, Paths, and Namespaces").
 */
export function isWindowsDevice(name: string): boolean {
  const [stem = ''] = name.split('.')
  return /^(?:con|prn|aux|nul|(?:com|lpt)[1-9¹²³])$/i.test(stem.trimEnd())
}
