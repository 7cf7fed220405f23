// Starts the program, but holds back what it does once Electron is ready until a test says `begin()`.
// Playwright attaches to a running Electron: a window that opens while it does is now and then lost to it.
const { app } = require('electron')
const { join } = require('node:path')

const project = join(__dirname, '..', '..')
const { productName, version, main } = require(join(project, 'package.json'))
app.setName(productName)
app.setVersion(version)

const ready = app.whenReady()
const begun = new Promise(resolve => {
  globalThis.begin = resolve
})
app.whenReady = () => Promise.all([ready, begun])

require(join(project, process.env.WORKBOOK_ENGINE_NODE ? 'dist/desktop/main-on-node.cjs' : main))
