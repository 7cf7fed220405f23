import { projectPath } from '../../build/project.ts'
import { expect, test } from './desktop.ts'

test.use({ provoked: /Content Security Policy|ERR_|Refused|Not allowed to load/ })

test('the page knows neither Node nor Electron, only the bridge', async ({ laptop }) => {
  const { page } = await laptop.open()
  const known = await page.evaluate(() => ({
    globals: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter(
      name => name in window,
    ),
    bridge: Object.keys(Reflect.get(window, 'workbookHost')).sort(),
  }))
  expect(known.globals).toEqual([])
  expect(known.bridge).toEqual(
    [
      'appearanceChanged',
      'callEngine',
      'chooseDestination',
      'chooseFile',
      'chooseFiles',
      'chooseLibrary',
      'choosePackages',
      'chooseSecondPlace',
      'clearCopies',
      'contextChanged',
      'deliver',
      'front',
      'onAskForPin',
      'onCommand',
      'onPackagesHanded',
      'quit',
      'showInFolder',
      'takeDropped',
      'takeDroppedPackages',
    ].sort(),
  )
})

test('the page can open no window', async ({ laptop }) => {
  const { app, page } = await laptop.open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const opened = await page.evaluate(() => window.open('app://workbook/'))
  expect(opened).toBeNull()
  expect(app.windows()).toHaveLength(1)
})

test('no page can embed another, even one that asks for it', async ({ laptop }) => {
  const { app, page } = await laptop.open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  expect(await page.evaluate(() => 'loadURL' in document.createElement('webview'))).toBe(false)
  const embedded = await app.evaluate(async ({ BrowserWindow, webContents }) => {
    const asking = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } })
    const refused = new Promise<string>(resolve =>
      asking.webContents.once('will-attach-webview', () => resolve('asked')),
    )
    await asking.loadURL('data:text/html,<webview src="data:text/html,embedded"></webview>')
    const asked = await refused
    await new Promise(resolve => setTimeout(resolve, 500))
    const kinds = webContents.getAllWebContents().map(contents => contents.getType())
    asking.destroy()
    return { asked, kinds }
  })
  expect(embedded.asked).toBe('asked')
  expect(embedded.kinds).not.toContain('webview')
})

test('nothing that the page does opens an address outside the program', async ({ laptop }) => {
  const { app, page } = await laptop.open({
    before: program =>
      program.evaluate(({ shell }) => {
        Reflect.set(globalThis, 'opened', [])
        shell.openExternal = async address => {
          Reflect.get(globalThis, 'opened').push(address)
        }
      }),
  })
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.evaluate(() => {
    for (const address of ['https://example.org/', 'mailto:a@example.org', 'file:///etc/passwd']) {
      window.open(address)
      const link = Object.assign(document.createElement('a'), { href: address, target: '_blank' })
      document.body.append(link)
      link.click()
    }
  })
  await page.waitForTimeout(500)
  expect(await app.evaluate(() => Reflect.get(globalThis, 'opened'))).toEqual([])
})

test('the page cannot be led to another address', async ({ laptop }) => {
  const { app, page } = await laptop.open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const reached = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    const addresses: string[] = []
    for (const to of ['https://example.org/', 'file:///etc/passwd', 'app://workbook/icon.svg']) {
      const refused = new Promise(resolve => contents?.once('will-navigate', resolve))
      await contents?.executeJavaScript(`location.href = ${JSON.stringify(to)}; undefined`)
      await Promise.race([refused, new Promise(resolve => setTimeout(resolve, 1_000))])
      addresses.push(contents?.getURL() ?? '')
    }
    return addresses
  })
  for (const address of reached) expect(address).toMatch(/^app:\/\/workbook\/(#\/)?$/)
  expect(await page.evaluate(() => document.querySelector('h1')?.textContent)).toBeTruthy()
})

test('every permission but to copy is refused without a question', async ({ laptop }) => {
  const { page } = await laptop.open()
  const answers = await page.evaluate(async () => ({
    notifications: await Notification.requestPermission(),
    place: await new Promise(resolve =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('given'),
        refusal => resolve(refusal.code === refusal.PERMISSION_DENIED ? 'denied' : refusal.message),
      ),
    ),
    camera: (await navigator.permissions.query({ name: 'camera' as PermissionName })).state,
    clipboard: await navigator.clipboard
      .readText()
      .then(() => 'given')
      .catch((fault: DOMException) => fault.name),
  }))
  expect(answers).toEqual({
    notifications: 'denied',
    place: 'denied',
    camera: 'denied',
    clipboard: 'NotAllowedError',
  })
})

test('nothing is fetched from anywhere else, by the page or by its session', async ({ laptop }) => {
  const { app, page } = await laptop.open()
  const byPage = await page.evaluate(() =>
    fetch('https://example.org/').then(
      () => 'fetched',
      () => 'refused',
    ),
  )
  const bySession = await app.evaluate(({ session }) =>
    session.defaultSession.fetch('https://example.org/').then(
      () => 'fetched',
      (fault: Error) => fault.message,
    ),
  )
  expect(byPage).toBe('refused')
  expect(bySession).toContain('ERR_BLOCKED_BY_CLIENT')
})

test('only the files of the page are served, under a strict policy', async ({ laptop }) => {
  const { app } = await laptop.open()
  const ask = (address: string) =>
    app.evaluate(async ({ session }, url) => {
      const response = await session.defaultSession.fetch(url)
      return {
        status: response.status,
        policy: response.headers.get('content-security-policy') ?? '',
      }
    }, address)
  const page = await ask('app://workbook/')
  expect(page.status).toBe(200)
  expect(page.policy).toContain("default-src 'none'; script-src 'self';")
  expect(page.policy).not.toContain('unsafe-eval')
  for (const address of [
    'app://workbook/../desktop/main.cjs',
    'app://workbook/%2e%2e/desktop/main.cjs',
    'app://workbook/..%2fdesktop%2ficon.png',
    'app://workbook/%2fetc%2fpasswd',
    'app://workbook/.built',
    'app://workbook/no-such-file.js',
    'app://elsewhere/index.html',
  ]) {
    expect((await ask(address)).status, address).toBe(404)
  }
})

test('a page that is not ours is answered nothing, even with our preload', async ({ laptop }) => {
  const { app, page } = await laptop.open()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const answers = await app.evaluate(async ({ BrowserWindow }, preload) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: { preload, sandbox: true, contextIsolation: true },
    })
    await stranger.loadURL('data:text/html,<title>stranger</title>')
    const answer = (call: string) =>
      stranger.webContents.executeJavaScript(
        `workbookHost.${call}.then(() => 'answered', fault => fault.message)`,
      )
    const said = [
      await answer("chooseFile('framework')"),
      await answer("chooseDestination('a', 'csv')"),
    ]
    stranger.destroy()
    return said
  }, projectPath('dist/desktop/preload.cjs'))
  for (const answer of answers) expect(answer).toContain('Refused')
})
