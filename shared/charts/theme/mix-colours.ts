type Triple = readonly [number, number, number]

const toLinear = (channel: number) =>
  channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
const fromLinear = (channel: number) =>
  channel <= 0.0031308 ? channel * 12.92 : 1.055 * channel ** (1 / 2.4) - 0.055

const channelsOf = (hex: string): Triple => {
  const channel = (index: number) => Number.parseInt(hex.slice(1 + index * 2, 3 + index * 2), 16)
  return [channel(0) / 255, channel(1) / 255, channel(2) / 255]
}

const hexOf = (channels: Triple): string =>
  `#${channels
    .map(channel => Math.round(Math.min(1, Math.max(0, channel)) * 255))
    .map(byte => byte.toString(16).padStart(2, '0'))
    .join('')}`

/** Björn Ottosson's Oklab (2020), in which a mixture looks half-way between its two colours. */
function toOklab(hex: string): Triple {
  const [red, green, blue] = channelsOf(hex)
  const [r, g, b] = [toLinear(red), toLinear(green), toLinear(blue)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function fromOklab([lightness, a, b]: Triple): string {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return hexOf([
    fromLinear(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    fromLinear(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    fromLinear(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ])
}

/** The colour `share` of the way from one to another, as CSS `color-mix(in oklab, …)` has it. */
export function mixColours(from: string, to: string, share: number): string {
  const [one, other] = [toOklab(from), toOklab(to)]
  const at = (index: 0 | 1 | 2) => one[index] + (other[index] - one[index]) * share
  return fromOklab([at(0), at(1), at(2)])
}
