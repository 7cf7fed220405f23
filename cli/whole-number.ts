import { InvalidArgumentError } from 'commander'

/** Takes an option's text as a whole number in a range. */
export function wholeNumber(lowest: number, highest: number): (text: string) => number {
  return text => {
    const value = /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN
    if (value >= lowest && value <= highest) return value
    throw new InvalidArgumentError(`Give a whole number from ${lowest} to ${highest}.`)
  }
}
