import { DEEPEST_FOLDER, isPackageName } from '../../shared/host.ts'
import { inNameOrder } from '../../shared/in-name-order.ts'

/** What was dropped: files as they are, and the packages in folders, which a browser does not list itself. */
export async function droppedPackages({ items, files }: DataTransfer): Promise<readonly File[]> {
  // The entries are gone once the drop was answered, so they are asked for before anything is waited for.
  const entries = [...items].flatMap(item => item.webkitGetAsEntry() ?? [])
  if (entries.length === 0) return [...files]
  const found = await Promise.all(
    entries.map(entry => (isFolder(entry) ? inFolder(entry, 1) : fileOf(entry))),
  )
  return found.flat()
}

async function inFolder(folder: FileSystemDirectoryEntry, depth: number): Promise<readonly File[]> {
  if (depth > DEEPEST_FOLDER) return []
  const entries = (await entriesOf(folder)).toSorted((a, b) => inNameOrder(a.name, b.name))
  const found = await Promise.all(
    entries.map(entry => {
      if (isFolder(entry)) return inFolder(entry, depth + 1)
      return isPackageName(entry.name) ? fileOf(entry) : []
    }),
  )
  return found.flat()
}

/** A folder gives its entries a hundred at a time, and none when there are no more. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader()
  const all: FileSystemEntry[] = []
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    )
    if (some.length === 0) return all
    all.push(...some)
  }
}

const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile

async function fileOf(entry: FileSystemEntry): Promise<readonly File[]> {
  if (!isFile(entry)) return []
  return [await new Promise<File>((resolve, reject) => entry.file(resolve, reject))]
}
