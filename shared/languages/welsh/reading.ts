import type { Reading } from '../reading.ts'

/** The extent to which people who speak Welsh have read these words. */
export const READING: Reading = {
  checked: [],
  doubts: {
    'scales.6.usefulness': '*ar y cyfan* for *rather*, so that both sides of the middle match',
    'scales.9.usefulness': '*eithaf* for *quite* has to stand below *Defnyddiol*',
    'wordings.easy.name':
      '*Hawdd ei ddeall* is the usual name of Easy Read; one also sees *Darllen hawdd*',
    'around.title.thing': '*dangosydd* for *indicator*, also where people hear it first',
    'around.plain.questions.usability': '*cael gwybod* for *find out*, not *darganfod*',
    'controls.facilitator': '*hwylusydd*, as in adult education',
    'cover.wasRating': '*sgorio* for *rate*; *graddio* also means to graduate',
    'rating.minutesLeft': 'soft mutation and number after *tua*',
    'files.values.yesNo':
      '*ie* and *na* stand beside headings of every kind; *ydy* and *nac ydy* would fit some',
    'files.values.verdict': '*i mewn* and *allan* of a framework',
    'files.sheets.Ratings': '*sgoriau* for *ratings*',
    'files.sheets.Codebook': '*llyfr codau*, as statisticians say it',
    'files.documents.numbered': '*Tabl* and *Ffigur* before the numbers of captions',
    'files.documents.charts.map.title': '*mae cytuno* for *is agreed*',
    'files.columns.favourable': '*ffafriol* for answers in the two highest levels',
    'end.open': 'mutation of *trosglwyddwch* after *neu*',
  },
}
