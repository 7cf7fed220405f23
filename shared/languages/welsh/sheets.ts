import type { SheetWords } from '../sheet-words.ts'

/** The fixed words of sheets of paper and of the form for spreadsheet programs, in Welsh. */
export const SHEETS: SheetWords = {
  sheet: {
    sheet: 'Taflen',
    code: 'Eich cod',
    page: (page, pages) => `Tudalen ${page} o ${pages}`,
    round: round => `Rownd ${round}`,
    how: 'Ar gyfer pob llinell, rhowch groes mewn un blwch i bob cwestiwn. Gadewch allan yr hyn nad ydych am ei ateb. I newid ateb, llenwch y blwch anghywir a rhowch groes mewn un arall.',
    noName: 'Peidiwch ag ysgrifennu eich enw. Mae eich cod yn eich cynrychioli.',
    legend: { dont_know: '? = Dydw i ddim yn gwybod', not_applicable: '– = Ddim yn berthnasol' },
    signs: { dont_know: '?', not_applicable: '–' },
    face: { dont_know: 'Dydw i ddim yn gwybod', not_applicable: 'Ddim yn berthnasol' },
    columns: { usefulness: 'Pa mor ddefnyddiol?', usability: 'Pa mor hawdd ei ddefnyddio?' },
    terms: 'Ystyr rhai geiriau',
    more: 'A oes unrhyw beth yr hoffech ei ddweud? Ysgrifennwch rif y llinell, a’ch geiriau.',
  },
  form: {
    name: 'Sgoriau',
    how: 'Dewiswch ateb yng nghelloedd lliw pob llinell, neu gadewch hi’n wag. Cadwch y ffeil a’i rhoi’n ôl. Peidiwch ag ysgrifennu eich enw.',
    person: 'Eich cod',
    line: 'Llinell',
    words: 'Am beth y mae',
    refusal: {
      title: 'Dewiswch o’r rhestr',
      error: 'Dewiswch un o’r atebion, neu gadewch y gell yn wag.',
    },
  },
}
