/**
 * The drafts of a turn that are not known to be on disk yet, sealed in the browser's own storage, so that a
 * reload keeps them. Only the turn holds the key: once it ended, nobody can open what may be left of it.
 */
export interface Unsent<Item> {
  /** Keeps an item under its name, in place of one of that name. Resolves once a reload would find it. */
  readonly keep: (name: string, item: Item) => Promise<void>
  /** Forgets the item of a name, also one that is still being kept. */
  readonly drop: (name: string) => void
  /** The items that are kept, in the order in which they came. */
  readonly read: () => Promise<readonly Item[]>
  /** Forgets all items of the turn. */
  readonly clear: () => void
}

/** The place of what is kept, and how it is read again. */
export interface UnsentOptions<Item> {
  readonly storage: Storage
  /** The turn's key: 256 bits in base64url. A turn that goes on from another has its key, and its items. */
  readonly key: string
  /** Reads an item as it was kept; undefined where it is none. */
  readonly parse: (json: unknown) => Item | undefined
}

const PREFIX = 'framework-workbook-unsent/'
const NONCE_BYTES = 12

/** Opens what is kept of a turn. */
export async function openUnsent<Item>(options: UnsentOptions<Item>): Promise<Unsent<Item>> {
  const { storage, key, parse } = options
  const seal = await sealer(key)
  const prefix = `${PREFIX}${await nameOfKey(key)}/`
  // What was dropped or replaced while it was being sealed must not come back.
  const latest = new Map<string, number>()
  let last = 0

  const drop = (name: string) => {
    latest.delete(name)
    storage.removeItem(prefix + name)
  }

  const open = async (key: string) => {
    const json = await seal.open(key, storage.getItem(key) ?? '')
    const kept: unknown = json === null ? null : JSON.parse(json)
    if (!Array.isArray(kept)) return []
    const item = parse(kept[1])
    return item === undefined ? [] : [{ at: Number(kept[0]), item }]
  }

  return {
    keep: async (name, item) => {
      last = Math.max(Date.now(), last + 1)
      const at = last
      latest.set(name, at)
      const sealed = await seal.close(prefix + name, JSON.stringify([at, item]))
      if (latest.get(name) === at) store(storage, prefix + name, sealed)
    },
    drop,
    read: async () => {
      const kept = await Promise.all(keysUnder(storage, prefix).map(open))
      return kept
        .flat()
        .toSorted((a, b) => a.at - b.at)
        .map(({ item }) => item)
    },
    clear: () => {
      latest.clear()
      for (const key of keysUnder(storage, prefix)) storage.removeItem(key)
    },
  }
}

const keysUnder = (storage: Storage, prefix: string): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(key =>
    key.startsWith(prefix),
  )

/** A storage that is full or shut off holds up nobody: the page itself has what it would have kept. */
function store(storage: Storage, name: string, sealed: string): void {
  try {
    storage.setItem(name, sealed)
  } catch {
    storage.removeItem(name)
  }
}

/** A name that tells one key from another and gives nothing of it away. */
async function nameOfKey(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`name of ${key}`))
  return Array.from(new Uint8Array(digest, 0, 8), byte => byte.toString(16).padStart(2, '0')).join(
    '',
  )
}

/** Seals and opens texts with AES-GCM; each is bound to its name, so that none passes for another. */
async function sealer(key: string) {
  const cryptoKey = await crypto.subtle.importKey('raw', fromText(key), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  const parameters = (name: string, iv: Uint8Array<ArrayBuffer>) => ({
    name: 'AES-GCM',
    iv,
    additionalData: new TextEncoder().encode(name),
  })
  return {
    close: async (name: string, text: string): Promise<string> => {
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
      const bytes = new TextEncoder().encode(text)
      const sealed = await crypto.subtle.encrypt(parameters(name, nonce), cryptoKey, bytes)
      return toText(new Uint8Array([...nonce, ...new Uint8Array(sealed)]))
    },
    /** Null where it was sealed with another key or under another name, or was damaged. */
    open: async (name: string, sealed: string): Promise<string | null> => {
      try {
        const bytes = fromText(sealed)
        const given = parameters(name, bytes.slice(0, NONCE_BYTES))
        const opened = await crypto.subtle.decrypt(given, cryptoKey, bytes.slice(NONCE_BYTES))
        return new TextDecoder().decode(opened)
      } catch {
        return null
      }
    },
  }
}

const toText = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''))

/** Reads base64, also of the alphabet for addresses. */
const fromText = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), one => one.charCodeAt(0))
