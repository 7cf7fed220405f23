import { PACKAGE_ENDING } from '../../shared/host.ts'
import { inNameOrder } from '../../shared/in-name-order.ts'

/** Whether a file of a folder is a package; whatever else lies there is passed over. */
export const isPackage = ({ name }: { readonly name: string }): boolean =>
  name.toLowerCase().endsWith(PACKAGE_ENDING)

/** How deep folders within a folder are looked into. */
const DEEPEST = 4

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
  if (depth > DEEPEST) return []
  const entries = (await entriesOf(folder)).toSorted((a, b) => inNameOrder(a.name, b.name))
  const found = await Promise.all(
    entries.map(entry => {
      if (isFolder(entry)) return inFolder(entry, depth + 1)
      return isPackage(entry) ? fileOf(entry) : []
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
