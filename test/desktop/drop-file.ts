import type { Page } from '@playwright/test'

/** Drops a file or a folder on the place of this name, as a person does from outside the window. */
export async function dropFile(page: Page, place: string, path: string): Promise<void> {
  const box = await page.getByRole('region', { name: place }).boundingBox()
  if (!box) throw new Error('There is no place to drop a file on.')
  const devtools = await page.context().newCDPSession(page)
  const data = { items: [], files: [path], dragOperationsMask: 1 }
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2, data }
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at })
  }
}
