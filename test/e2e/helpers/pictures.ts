import {
  BROWSER_FRONT_PATHS,
  FILE_NAME_HEADER,
  permittedFile,
} from '../../../shared/browser-front.ts'
import { png } from '../../helpers/pictures.ts'
import { connect, type ServedWorkbook } from './fixtures.ts'
import type { WorkshopRoom } from './workshop-room.ts'

/** A picture of an indicator, wider than it is high. */
export const PICTURE = png({ width: 320, height: 240, colour: [20, 110, 120] })

/** Gives every indicator of a room's framework a picture, without going through the pages. */
export async function loadPicturesForAll(
  served: ServedWorkbook,
  room: WorkshopRoom,
): Promise<void> {
  const { origin, hash } = new URL(served.url)
  const headers = {
    authorization: `Bearer ${new URLSearchParams(hash.slice(1)).get('token')}`,
    'content-type': 'application/octet-stream',
  }
  const files: string[] = []
  for (const { code } of room.indicators) {
    const answer = await fetch(`${origin}${BROWSER_FRONT_PATHS.files}`, {
      method: 'POST',
      headers: { ...headers, [FILE_NAME_HEADER]: encodeURIComponent(`${code}.png`) },
      body: new Uint8Array(PICTURE),
    })
    files.push(permittedFile.parse(await answer.json()).permit)
  }
  const { websocket, client } = connect(served)
  await client.framework.loadPictures({ workbook: room.workbook, files })
  websocket.close()
}
