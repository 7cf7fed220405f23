// Runs the script that it is given, and at a signal that the program does not use leaves a promise rejected with nobody
// to catch it. Such a fault does not end this process by itself: so it is in Electron 37 and later.
process.on('unhandledRejection', () => undefined)
process.on('SIGUSR2', () => Promise.reject(new Error('A fault that nothing caught.')))
require(process.argv.at(-1))
