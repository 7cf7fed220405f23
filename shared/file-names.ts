/**
 * Names that Windows keeps for devices, whatever ending or spaces follow them: a file of such a name is a device,
 * and some never answer.
 */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=[ .]*(\.|$))/i

/** Tests whether Windows takes a file name, with or without its folder, for a device. */
export const isDeviceName = (name: string): boolean => DEVICE.test(lastPart(name))

const lastPart = (name: string): string =>
  name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)

/** Characters that some system forbids in file names, of which a colon names a hidden part of a file on Windows. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is replaced
const FORBIDDEN = /[\u0000-\u001f\\/:*?"<>|]+/g

/**
 * The text as a file name that every system takes: `fill` stands for what is forbidden, dots and spaces at its
 * ends are gone, and a device's name gets an underscore. Empty where nothing is left.
 */
export function asFileName(text: string, fill: string): string {
  const plain = text.replaceAll(FORBIDDEN, fill).replace(/^[. ]+|[. ]+$/g, '')
  return isDeviceName(plain) ? plain.replace(DEVICE, '$1_') : plain
}
