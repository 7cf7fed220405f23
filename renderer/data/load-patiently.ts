/** The time after which a part of the page is asked for again, in milliseconds. */
const AGAIN_MS = 1_000

/** Loads a part of the page; where the program is away just now, until it is back. */
export async function loadPatiently<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load()
    } catch {
      await new Promise(resolve => setTimeout(resolve, AGAIN_MS))
    }
  }
}
