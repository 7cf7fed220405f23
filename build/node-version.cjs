// Loaded before anything else, so it is plain JavaScript that every Node since 12 understands.
const OLDEST = 24
const found = process.versions.node

if (Number.parseInt(found, 10) < OLDEST) {
  process.stderr.write(
    `Framework Workbook needs Node ${OLDEST} or later, and this is Node ${found}. ` +
      'Run "npm ci" first, then start it with npm: that brings the right Node.\n',
  )
  process.exit(1)
}

// Keeps what Node makes of the sources for the next start, which is a third quicker by it. Each build empties the
// folder; where it cannot be written, nothing is kept and nothing is said.
require('node:module').enableCompileCache(
  require('node:path').join(__dirname, '../dist/node/.compiled'),
)
