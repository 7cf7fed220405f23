import { BrowserWindow, type Session, session } from 'electron'
import type { DrawPdf } from '../../engine/files/write/pdf.ts'
import { refuseAllBut } from './page-security.ts'

const SCHEME = 'app'
const ADDRESS = `${SCHEME}://report/`

/** The session of reports, kept in memory only and separate from the window's own. */
const PARTITION = 'report'

/** The time limit for one page, in milliseconds: thousands of comments take seconds. */
const LIMIT_MS = 180_000

const HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'content-security-policy':
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; sandbox",
} as const

/**
 * Draws pages one after another, each in a hidden window. A page comes from memory, so that comments of
 * people are in no other file; it runs no script, asks for nothing and can go nowhere.
 */
export function createPdfDrawer(): DrawPdf {
  const paper = session.fromPartition(PARTITION)
  refuseAllBut(paper, ADDRESS)
  let isStuck = false
  let last: Promise<unknown> = Promise.resolve()

  const drawNow = async (page: string): Promise<Uint8Array | null> => {
    if (isStuck) return null
    paper.protocol.handle(SCHEME, ({ url }) =>
      url === ADDRESS
        ? new Response(page, { headers: HEADERS })
        : new Response(null, { status: 404 }),
    )
    const sheet = openSheet(paper)
    const ended = whenEnded(sheet)
    try {
      const loaded = sheet.webContents.loadURL(ADDRESS).then(() => true)
      if (!(await Promise.race([loaded, ended]))) return null
      // Electron queues prints: one that fails or never ends would have every later one do the same.
      isStuck = true
      const pdf = await Promise.race([print(sheet), ended])
      isStuck = pdf === null
      return pdf
    } catch {
      return null
    } finally {
      if (!sheet.isDestroyed()) sheet.destroy()
      paper.protocol.unhandle(SCHEME)
    }
  }

  return page => {
    const drawn = last.then(() => drawNow(page))
    last = drawn
    return drawn
  }
}

function openSheet(paper: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    webPreferences: {
      session: paper,
      javascript: false,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
}

function print({ webContents }: BrowserWindow): Promise<Uint8Array> {
  return webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    // For readers of screens, and to find one's way; an Electron before 27 knows neither.
    generateTaggedPDF: true,
    generateDocumentOutline: true,
  })
}

/** Resolves to null when a page cannot be drawn any more: Electron then never answers a pending request. */
function whenEnded(window: BrowserWindow): Promise<null> {
  return new Promise(resolve => {
    const end = () => resolve(null)
    const limit = setTimeout(end, LIMIT_MS)
    window.webContents.once('render-process-gone', end)
    window.once('closed', () => {
      clearTimeout(limit)
      end()
    })
  })
}
