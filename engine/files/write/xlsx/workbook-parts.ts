import { xmlText } from './text.ts'

/** A sheet that has been written, as the other parts of the file know it. */
export interface WrittenSheet {
  readonly name: string
  readonly isHidden: boolean
  readonly repeatsHeadings: boolean
  /** The columns on every printed page, such as `$A:$B`; empty for none. */
  readonly repeatedColumns: string
  readonly hasDrawing: boolean
}

/** The words that a file says of itself; `moment` is in ISO 8601. */
export interface WorkbookProperties {
  readonly title: string
  readonly program: string
  readonly moment: string
}

/** The first line of every part. */
export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
/** The beginning of the names by which parts say how they belong together. */
export const RELATIONSHIPS = `${OFFICE}/relationships`
const TYPES = 'application/vnd.openxmlformats-officedocument'

/** A part that names other parts: of each its kind and its place, numbered from `rId1`. */
export const relationsPart = (
  all: readonly { readonly type: string; readonly target: string }[],
): string =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships">${all
    .map(
      ({ type, target }, at) =>
        `<Relationship Id="rId${at + 1}" Type="${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

/** The part that names the type of every other. */
function typesPart(sheets: readonly WrittenSheet[]): string {
  const one = (part: string, type: string): string =>
    `<Override PartName="/${part}" ContentType="${type}"/>`
  return (
    `${XML}<Types xmlns="${PACKAGE}/content-types">` +
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>` +
    `<Default Extension="png" ContentType="image/png"/>` +
    one('xl/workbook.xml', `${TYPES}.spreadsheetml.sheet.main+xml`) +
    one('xl/styles.xml', `${TYPES}.spreadsheetml.styles+xml`) +
    one('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    one('docProps/app.xml', `${TYPES}.extended-properties+xml`) +
    sheets
      .map(
        ({ hasDrawing }, at) =>
          one(`xl/worksheets/sheet${at + 1}.xml`, `${TYPES}.spreadsheetml.worksheet+xml`) +
          (hasDrawing ? one(`xl/drawings/drawing${at + 1}.xml`, `${TYPES}.drawing+xml`) : ''),
      )
      .join('') +
    '</Types>'
  )
}

/** The parts that say what a file is and where its parts are, each with its name. */
export function workbookParts(
  sheets: readonly WrittenSheet[],
  properties: WorkbookProperties,
): readonly (readonly [name: string, text: string])[] {
  const relations = [
    ...sheets.map((_, at) => ({
      type: `${RELATIONSHIPS}/worksheet`,
      target: `worksheets/sheet${at + 1}.xml`,
    })),
    { type: `${RELATIONSHIPS}/styles`, target: 'styles.xml' },
  ]
  return [
    ['xl/workbook.xml', workbookPart(sheets)],
    ['xl/_rels/workbook.xml.rels', relationsPart(relations)],
    ['docProps/core.xml', corePart(properties)],
    ['docProps/app.xml', appPart(properties)],
    [
      '_rels/.rels',
      relationsPart([
        { type: `${RELATIONSHIPS}/officeDocument`, target: 'xl/workbook.xml' },
        { type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml' },
        { type: `${RELATIONSHIPS}/extended-properties`, target: 'docProps/app.xml' },
      ]),
    ],
    ['[Content_Types].xml', typesPart(sheets)],
  ]
}

function workbookPart(sheets: readonly WrittenSheet[]): string {
  const each = sheets.map(
    ({ name, isHidden }, at) =>
      `<sheet name="${xmlText(name)}" sheetId="${at + 1}"` +
      `${isHidden ? ' state="hidden"' : ''} r:id="rId${at + 1}"/>`,
  )
  const titles = sheets.flatMap((sheet, at) =>
    sheet.repeatsHeadings
      ? `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">` +
        `${xmlText(repeated(sheet))}</definedName>`
      : [],
  )
  return (
    `${XML}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ` +
    `xmlns:r="${RELATIONSHIPS}"><bookViews><workbookView/></bookViews>` +
    `<sheets>${each.join('')}</sheets>` +
    `${titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : ''}</workbook>`
  )
}

/** The first columns, if any, and the first row of a sheet, as a formula names them. */
function repeated({ name, repeatedColumns }: WrittenSheet): string {
  const sheet = `'${name.replaceAll("'", "''")}'!`
  const columns = repeatedColumns === '' ? '' : `${sheet}${repeatedColumns},`
  return `${columns}${sheet}$1:$1`
}

function corePart({ title, program, moment }: WorkbookProperties): string {
  const date = `${new Date(moment).toISOString().slice(0, 19)}Z`
  return (
    `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" ` +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${xmlText(title)}</dc:title><dc:creator>${xmlText(program)}</dc:creator>` +
    `<cp:lastModifiedBy>${xmlText(program)}</cp:lastModifiedBy>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${date}</dcterms:created>` +
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${date}</dcterms:modified></cp:coreProperties>`
  )
}

const appPart = ({ program }: WorkbookProperties): string =>
  `${XML}<Properties xmlns="${OFFICE}/extended-properties">` +
  `<Application>${xmlText(program.replace(/ \d.*$/, ''))}</Application></Properties>`
