import { createHash, randomInt } from 'node:crypto'

/** The entropy of one word of a phrase: one of 1,024. */
export const BITS_PER_WORD = 10

const PASSPHRASE_WORDS = 6
const RECALL_WORDS = 4

/**
 * A passphrase nobody chose: six words, 60 bits, from the system's own source of randomness. With the
 * work that age asks for each guess, trying half of them takes one machine of today millions of years.
 */
export function newPassphrase(): string {
  return Array.from({ length: PASSPHRASE_WORDS }, () => WORDS[randomInt(WORDS.length)]).join(' ')
}

/** The four words of a person, which nobody else can know: 40 bits, from the system's own source of randomness. */
export function newRecallPhrase(): string {
  return Array.from({ length: RECALL_WORDS }, () => WORDS[randomInt(WORDS.length)]).join(' ')
}

/**
 * The four words of a participant who was never given a secret: earlier programs computed them from the id, so that
 * everyone who has an export can. They still find that person, and nobody else.
 */
export function recallPhrase(participant: string): string {
  const digest = createHash('sha256').update(`recall phrase of ${participant}`).digest()
  return Array.from({ length: RECALL_WORDS }, (_, index) => {
    const number = digest.readUInt16BE(index * 2) % WORDS.length
    return WORDS[number]
  }).join(' ')
}

/** A phrase as a person may have written it down, brought to the form in which phrases are compared. */
export function plainPhrase(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim()
}

/** Tests whether a text can be a recall phrase: four words of the list. */
export function isRecallPhrase(text: string): boolean {
  const words = plainPhrase(text).split(' ')
  return words.length === RECALL_WORDS && words.every(word => WORDS.includes(word))
}

/**
 * 1,024 short words that a child can read and spell, for phrases that people carry in their heads: ten
 * bits each. Their order never changes, because phrases that people were shown are computed from it.
 */
export const WORDS: readonly string[] = `
  acorn actor adapt album alert alpine amber anchor angle ankle apple april apron arch arena arrow
  artist ash aspen atlas attic autumn avocado badge badger bagel baker balcony ball bamboo banana
  band banner barley barn barrel basil basin basket bath bay beach beacon bead beak bean beaver
  bedroom beetle bell belt bench bicycle bike birch bird biscuit bison blanket blossom blouse boat
  bonnet book boot border bottle boulder bounce bowl box bracelet bracket branch brave bread
  breeze brick bridge bright bronze broom brother brush bubble bucket buckle bud buffalo bugle
  builder bulb bundle bunny burger bush butter button buzzard cabbage cabin cable cactus cafe cake
  calendar calm camel camera camp canal candle canoe canvas canyon cape captain caramel caravan
  card cargo carpet carrot cart castle cat cattle cave cedar celery cello chain chalk chapel
  chapter charm chart cheese chef cherry chess chest chestnut chick chicken chimney china chip
  chorus cinema circle circus city clay clever cliff climb cloak clock cloth cloud clover clown
  coach coast coat cobweb cocoa coconut coffee coin collar colour comb comet comic compass concert
  cone cooker cookie copper copy coral cork corn corner cosy cottage cotton couch country cousin
  cove crab cradle craft crane crayon cream creek cricket crisp crocus crow crown crumb crystal
  cuckoo cup cupboard curl curtain curve cushion custard cycle cymbal daffodil daisy dance dancer
  dawn daylight delta denim desert desk dessert dial diamond diary diesel digger dinner dish diver
  dock dog doll dolphin donkey door doorbell dot dove dragon drama drawer drawing dream dress
  drift drill drink drum dry duck dune dusk duvet eagle ear earth easel east easy echo eel egg
  elastic elbow elder electric elephant elf elm ember emerald engine envelope evening exit
  explorer express eyebrow fabric fair fairy falcon family fan farm farmer feast feather fence
  fern ferret ferry festival fiddle field fig film finch finger fire firefly fish flag flame
  flannel flask flight flint float flock floor flower flute foal foam fog forest fork fossil
  fountain fox frame freckle fresh fridge friend fringe frog frost fruit fudge funnel furry galaxy
  gallery game garage garden garlic gate gazelle gecko gentle geyser giant gift ginger giraffe
  glacier glad glass glider glitter globe glove glue goat gold golden goldfish golf gondola goose
  gown grain grand granite grape grass gravel gravy green grin grocer grotto ground guide guitar
  gull gym hairbrush hamlet hammer hammock hamster hand handle happy harbour harp harvest hat hawk
  hazel heather hedge hedgehog helmet hen herb heron herring hike hill hive hockey holiday holly
  honey hood hoop horizon horn horse hotel house hum hunter husky hut ice iceberg icicle igloo
  indigo ink inn insect iris iron island ivory ivy jacket jaguar jam jar jasmine jay jeans jelly
  jersey jet jewel jigsaw jog jolly journey jug juggler juice july jumper june jungle junior
  kangaroo kayak keeper kennel kestrel kettle key kind kingdom kiosk kitchen kite kitten kiwi knee
  koala label lace ladder ladle lagoon lake lamb lamp land lane lantern lark laser lasso latch
  laundry lavender lawn leaf leather lemon lemonade lentil leopard letter lettuce library lid
  light lighthouse lilac lily lime linen lion list lizard llama loaf lobster lock lodge log lolly
  lotus lucky lullaby lunch lute magic magnet magpie mailbox mammoth mandolin mango mangrove
  mansion map maple marble margin marigold market marmalade maroon marsh mask mast matador meadow
  medal melody melon memory mermaid merry metal meteor midnight milk mill mint mirror mitten moat
  model mole moment month moon morning mosaic moss moth mountain mouse mouth movie muffin mulberry
  museum mushroom music mustard nail napkin narrow nature navy neat nectar needle nephew nest
  nettle nickel niece noodle noon north nose note notebook nugget number nursery nut nutmeg oak
  oasis oat oboe ocean octagon octopus office olive omelette onion opal open opera orange orbit
  orchard orchid organ ostrich otter oven owl oyster paddle page paint palace palm pancake panda
  panel panther papaya paper paprika parade parcel park parrot parsley parsnip party pasta paste
  pastry patch path pavement paw peach peacock peanut pearl pebble pecan pelican pen pencil
  penguin penny pepper petal phone photo piano picnic picture pier pigeon pillow pilot pine
  pineapple pink pipe pirate pizza planet plank plant plate platform play plum pocket poem poet
  polar polite pond pony poodle poplar poppy porch porridge postcard poster pot potato potter
  powder prairie prawn pretzel primrose print prism proud pudding puddle puffin pumpkin puppet
  puppy purple purse puzzle pyramid quail quarry quartz question quick quiet quill quilt quiz
  rabbit raccoon radar radio radish raft rainbow raincoat raisin ranch raspberry rattle raven
  recipe record reef reindeer ribbon rice riddle river robin robot rocket roof room rooster root
  rope rosemary round rowing royal ruby rug ruler runner saddle saffron sage sailor salad salmon
  salt sand sandal sandwich sapphire sardine satchel satin saturn sauce saucer scarf scarlet
  school science scooter scout screen seagull seal seaside season seaweed seed shadow shampoo
  shape shark shed sheep shelf shell shelter sherbet shield ship shirt shoe shop shore shovel
  shower shrimp sieve silent silk silver singer siren sister sketch skirt sky skylark sledge
  sleeve slide slipper smile smooth snail snow snowball soap soccer sock sofa soft song soup south
  spade spaniel spark sparrow spice spider spinach spiral splash sponge spoon spring sprout squash
  squid squirrel stable stadium stamp star starfish station statue steam stem step stone stork
  storm story stove straw stream street string studio sugar suitcase sultana summer sunset surf
  swan sweater swift swing syrup table tablet tadpole tailor tambourine tangerine tango tap
  tapestry target tartan taxi teacup teapot teddy temple tennis tent terrace theatre thimble
  thistle thread thumb thunder ticket tiger tile timber tiny toast toaster toffee tomato torch
  tortoise toucan towel tower town toy track tractor trail train trapeze treasure tree triangle
  tricycle trombone trophy trout trumpet trunk tuba tulip tuna tunnel turkey turnip turtle tweed
  twig twin umbrella uncle unicorn uniform valley vanilla vase velvet village vine vinegar viola
  violet violin visitor volcano voyage vulture waffle wagon walnut walrus waltz warm wasp water
  waterfall wave wax weasel wedding weekend west whale wheat wheel whisker whistle willow wind
  window winter wizard wolf wombat wonder woodland wool woolly world wren wrist yacht yellow
  yoghurt young zebra zigzag zinc zipper
`
  .trim()
  .split(/\s+/)
