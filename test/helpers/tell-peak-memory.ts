import { peakKilobytes } from './peak-memory.ts'

// Loaded before a program: prints the most memory that it held, in kilobytes, as its last line.
process.on('exit', () => console.log(`\n${peakKilobytes()}`))
