import {
  BROWSER_FRONT_PATHS,
  FILE_NAME_HEADER,
  permittedFile,
  refusedRequest,
  UPLOAD_LIMIT_BYTES,
} from '../../../shared/browser-front.ts'
import type { ChosenFile, TakenFile } from '../../../shared/host.ts'
import { uploadRefusalMessage } from '../../../shared/messages/data-entry/upload.ts'
import { LineLost } from './page-host.ts'

/** A refusal of the server to take or hand over a file; the message is a sentence for people. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused'
}

/** The time for which a download's bytes are kept; a browser takes them at once. */
const KEEP_DOWNLOAD_MS = 60_000

async function ask(path: string, token: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('authorization', `Bearer ${token}`)
  const response = await fetch(path, { ...init, headers }).catch((cause: unknown) => {
    throw new LineLost(undefined, { cause })
  })
  if (response.ok) return response
  const refused = refusedRequest.safeParse(await response.json().catch(() => null))
  throw new FileRefused(
    refused.success ? refused.data.message : 'The file could not be handled. Try once more.',
  )
}

/** Uploads a file to the engine. Throws `FileRefused` when it is too large or is not accepted. */
export async function upload(file: File, token: string): Promise<ChosenFile> {
  if (file.size > UPLOAD_LIMIT_BYTES) {
    throw new FileRefused(uploadRefusalMessage(file.name, file.size))
  }
  const response = await ask(BROWSER_FRONT_PATHS.files, token, {
    method: 'POST',
    body: file,
    headers: {
      'content-type': 'application/octet-stream',
      [FILE_NAME_HEADER]: encodeURIComponent(file.name),
    },
  })
  return permittedFile.parse(await response.json())
}

/** Uploads files to the engine, one after another, in their order. */
export async function uploadAll(
  files: readonly File[],
  token: string,
): Promise<readonly ChosenFile[]> {
  const taken: ChosenFile[] = []
  for (const file of files) taken.push(await upload(file, token))
  return taken
}

/** Uploads files to the engine, one after another; one that is refused stops no other. */
export async function uploadEach(
  files: readonly File[],
  token: string,
): Promise<readonly TakenFile[]> {
  const taken: TakenFile[] = []
  for (const file of files) {
    const one = await upload(file, token).catch((fault: unknown) => {
      if (!(fault instanceof FileRefused)) throw fault
      return { name: file.name, refused: fault.message }
    })
    taken.push(one)
  }
  return taken
}

/** Asks for a destination of this name, which is downloaded once it is written. */
export async function destination(name: string, token: string): Promise<ChosenFile> {
  const response = await ask(BROWSER_FRONT_PATHS.destinations, token, {
    method: 'POST',
    body: JSON.stringify({ name }),
    headers: { 'content-type': 'application/json' },
  })
  return permittedFile.parse(await response.json())
}

/** Downloads a written file under its name, to the browser's folder of downloads. */
export async function download({ permit, name }: ChosenFile, token: string): Promise<void> {
  const path = `${BROWSER_FRONT_PATHS.files}/${encodeURIComponent(permit)}`
  const response = await ask(path, token, { method: 'GET' })
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), KEEP_DOWNLOAD_MS)
}
