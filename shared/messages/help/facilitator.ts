import { type Guide, picture, points, steps, text } from './guide.ts'

/** The guide for whoever brings a laptop to a workshop. */
export const FACILITATOR_GUIDE = {
  id: 'facilitator',
  title: 'Facilitator’s guide',
  lead: 'For whoever brings a laptop to a workshop.',
  sections: [
    {
      id: 'before',
      title: 'Before the day',
      parts: [
        text('At your desk, once for each laptop. It takes about ten minutes.'),
        steps(
          'Choose *Open a package* and take the set-up file that the research team sent you. If there is none, choose *Load a framework*.',
          'Go to *Workshops*. If yours is not there, choose *New workshop*: its title, its day, and the groups that people choose from.',
          'Press *Practise* and rate three questions as a participant would. Practice does not count.',
          'Set a PIN when the program asks for one, and keep the six words away from the laptop: they open it if the PIN is forgotten.',
          'Have the power lead, and set the laptop not to sleep.',
        ),
        picture(
          'workshop',
          'The page of a workshop: its people, how far they are, and the button that starts the next one.',
        ),
      ],
    },
    {
      id: 'rating',
      title: 'While people rate',
      parts: [
        steps(
          'On the workshop’s page press *Start with the next participant*, and give the laptop to them.',
          'They choose their group, get a code and four words, and rate. Each answer is on disk before the screen says *Saved*.',
          'At the end they press *Finish and hand over*. The next person presses *I’m the next person* and sees nothing of it.',
          'To have the laptop back, press *Facilitator* and type your PIN.',
        ),
        points(
          'Somebody who leaves for a while presses *Pause*, and comes back by *I was here before* with their four words.',
          'A screen that nobody touches asks *Still there?* and then covers itself.',
          '*Show the room* puts on the projector how far everybody is, and nobody’s answers.',
          'Whoever lost their words, chose the wrong group or came twice is helped in the menu of their row.',
        ),
        picture('rating', 'A question in plain words, with its answers.'),
      ],
    },
    {
      id: 'paper',
      title: 'Paper, files and hands',
      parts: [
        points(
          '*Sheets of paper* prints a numbered sheet for each person. Afterwards the sheets are keyed in by digits, and checked by a second person.',
          '*Ratings from a file* takes what was typed into a spreadsheet, and shows what does not fit before anything is stored.',
          '*Show of hands* takes the counts of a group whose people will not be told apart.',
        ),
        text('All three are at the foot of the workshop’s page, under *On paper*.'),
      ],
    },
    {
      id: 'discuss',
      title: 'Talk, and rate again',
      parts: [
        steps(
          'Choose *Discuss the results*. What people differ over comes first.',
          'Show one indicator at a time to the room. A presenter’s remote turns the pages.',
          'Press *Rate again* for those that the room wants to rate once more.',
          'Back on the workshop’s page choose *Open a round…*. Each person is asked for what is theirs.',
        ),
        picture('show', 'How many chose each level, for the last row of a room.'),
      ],
    },
    {
      id: 'after',
      title: 'At the end of the day',
      parts: [
        steps(
          'Choose *Export*, then *A package for other laptops*.',
          'Save it on a stick, or send it the way the research team told you.',
          'Keep the laptop as it is until they say that it arrived. A package that is merged twice counts once.',
        ),
      ],
    },
    {
      id: 'trouble',
      title: 'When something goes wrong',
      parts: [
        points(
          'The program or the laptop stopped: start it again. Everything that said *Saved* is there, and whoever was rating goes on with their four words.',
          'A workbook is damaged: the page of workbooks says so and offers *Recover it*. The damaged file is kept, and you are told what is missing.',
          'A laptop is lost: on another one name the stick with its backups under *A second place* in *Settings*, and press *Bring it back*. Name it before the day, so that each backup is copied there.',
          'The file was moved or replaced: nothing is lost. Press *Bring everything back* there.',
          'The PIN is forgotten: after *Facilitator* choose *I forgot the PIN*, and type the six words.',
          'Letters are too small: choose a larger *Size of text* in *Settings*.',
          'Somebody helps you from afar: on *About Framework Workbook* press *Show the report*, read it, and save it for them. It tells nothing of people.',
        ),
      ],
    },
  ],
} as const satisfies Guide
