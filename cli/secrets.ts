import { readFileSync } from 'node:fs'
import { isPublicKey, type Protection, type Secrets } from '../engine/files/encryption.ts'
import { newPassphrase } from '../engine/keys/phrases.ts'
import { readTeamKeyFile } from '../engine/keys/team-key.ts'
import { namedFile } from './options.ts'
import { CommandFailure, print } from './output.ts'

/** The options that say how a package is encrypted. */
export interface ProtectionOptions {
  readonly encryptTo?: string
  readonly passphraseFile?: string
  readonly newPassphrase?: true
  readonly unencrypted?: true
}

/** The options that name the secrets for opening packages. */
export interface SecretOptions {
  readonly key?: string
  readonly passphraseFile?: string
}

/** A passphrase is never an argument: those are in the shell's history and in every list of processes. */
function passphraseIn(file: string): string {
  try {
    const [line = ''] = readFileSync(file, 'utf8').split(/\r?\n/)
    if (line.trim().length >= 12) return line.trim()
  } catch {
    throw new CommandFailure(`The passphrase could not be read from ${file}. Check its name.`, 2)
  }
  throw new CommandFailure(
    `The first line of ${file} must be a passphrase of 12 letters or more.`,
    2,
  )
}

/** The protection of a package by its options; undefined leaves it to the workbook. A new passphrase is printed. */
export async function readProtection(
  options: ProtectionOptions,
): Promise<Protection | 'none' | undefined> {
  const { encryptTo, passphraseFile, newPassphrase: isNew, unencrypted } = options
  const asked = [encryptTo, passphraseFile, isNew, unencrypted].filter(value => value !== undefined)
  if (asked.length > 1) {
    throw new CommandFailure('Choose one way of encrypting the package, not several.', 2)
  }
  if (unencrypted) return 'none'
  if (passphraseFile) return { kind: 'passphrase', passphrase: passphraseIn(passphraseFile) }
  if (isNew) {
    const passphrase = newPassphrase()
    print(passphrase)
    return { kind: 'passphrase', passphrase }
  }
  if (encryptTo === undefined) return undefined
  if (await isPublicKey(encryptTo)) return { kind: 'key', publicKey: encryptTo }
  throw new CommandFailure(`${encryptTo} is not a public key; it begins with age1.`, 2)
}

/** The secrets that may open the packages of a merge. */
export function readSecrets({ key, passphraseFile }: SecretOptions): Secrets {
  return {
    ...(key && { privateKeys: readTeamKeyFile(namedFile(key)) }),
    ...(passphraseFile && { passphrase: passphraseIn(passphraseFile) }),
  }
}
