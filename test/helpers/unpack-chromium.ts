import chromium from '@sparticuz/chromium'

// Unpacks into the folder that TMPDIR names: a process of its own, so that no other's is changed.
await chromium.executablePath()
