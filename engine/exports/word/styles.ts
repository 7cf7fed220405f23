import { type IStylesOptions, LineRuleType } from 'docx'

const FONT = 'Calibri'
const INK = '1B2A30'
const TEAL = '1F4E5F'

/** The styles of a document in a language, given by its tag: those by which its own lists find headings and captions. */
export const stylesIn = (language: string): IStylesOptions => ({
  default: {
    document: {
      run: { font: FONT, size: 21, color: INK, language: { value: language } },
      paragraph: { spacing: { after: 100, line: 264, lineRule: LineRuleType.AUTO } },
    },
    title: { run: { size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 60 } } },
    heading1: {
      run: { size: 32, bold: true, color: TEAL },
      paragraph: { spacing: { before: 320, after: 120 } },
    },
    heading2: {
      run: { size: 26, bold: true, color: TEAL },
      paragraph: { spacing: { before: 240, after: 80 } },
    },
    heading3: {
      run: { size: 22, bold: true, color: INK },
      paragraph: { spacing: { before: 180, after: 60 } },
    },
    listParagraph: { paragraph: { spacing: { after: 40 } } },
  },
  paragraphStyles: [
    {
      ...{ id: 'Caption', name: 'caption', basedOn: 'Normal', next: 'Normal', quickFormat: true },
      run: { size: 19, bold: true, color: TEAL },
      paragraph: { spacing: { before: 160, after: 80 } },
    },
    {
      ...{ id: 'Lead', name: 'Lead', basedOn: 'Normal' },
      run: { size: 25 },
    },
    {
      ...{ id: 'Muted', name: 'Muted', basedOn: 'Normal' },
      run: { color: '4B5C63' },
    },
    {
      ...{ id: 'Warning', name: 'Warning', basedOn: 'Normal' },
      run: { bold: true, color: '8A3B12' },
    },
    {
      ...{ id: 'Said', name: 'Said', basedOn: 'Normal' },
      paragraph: { indent: { left: 300 }, spacing: { after: 60 } },
    },
    {
      ...{ id: 'TableText', name: 'Table text', basedOn: 'Normal' },
      run: { size: 17 },
      paragraph: { spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      ...{ id: 'TableHeading', name: 'Table heading', basedOn: 'TableText' },
      run: { size: 17, bold: true },
      paragraph: { keepNext: true, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
  ],
})
