import { packagesIn } from '../../../engine/files/permits.ts'

// Prints the packages of a folder as somebody sees them who, unlike an administrator, may not look everywhere.
const [, , folder = ''] = process.argv
if (process.getuid?.() === 0) process.seteuid?.(65_534)
console.log(JSON.stringify(packagesIn(folder).map(({ name }) => name)))
