import { createHash } from 'node:crypto'

const BEGINNINGS = 'BDFGHJKLMNPRSTVWYZ'
const VOWELS = 'AEIOU'
const ENDINGS = 'BDFGKLMNPRSTVXZ'

// Codes that people were given begin with a syllable of this list, and each is found by its place. The list stays.

/** Syllables that nobody wants to be called by, or that a room would laugh at. */
const UNWANTED: ReadonlySet<string> = new Set(
  `BAD BUG BUM BUT DAM DED DIK DIM DIP DUD DUM FAG FAK FAT FIB FUD FUG FUK FUX GAG GAZ GIT GOD GUK HAG HEL HIV HOR
   JAP JIZ JUG KIK KIL KOK KUM KUN KUT LAX LEP LES LEZ MAD MIL MUF NAD NAG NAZ NIG NIL NIP NIT NOB NUD NUT PAK PED PES
   PIG PIK PIS PIT POK POX PUK PUS RAG RAP RAT ROT RUM SAD SEK SEX SIK SIN SIS SOB SOD SOT SUK SUX TIT TIZ TOK TUR VAG
   VOM WAK WAN WAR WET WIL WOG WOP YID YUK ZIT`.split(/\s+/),
)

const TAGS: readonly string[] = [...BEGINNINGS].flatMap(first =>
  [...VOWELS].flatMap(vowel =>
    [...ENDINGS].map(last => first + vowel + last).filter(tag => !UNWANTED.has(tag)),
  ),
)

/**
 * The short name of an installation, such as `KUB`: one of more than a thousand syllables, which follows from the
 * installation's id, so that every laptop calls every other the same. Two may rarely have one tag.
 */
export function laptopTag(device: string): string {
  const digest = createHash('sha256').update(`laptop ${device}`).digest()
  return TAGS[digest.readUInt32BE(0) % TAGS.length] ?? ''
}
