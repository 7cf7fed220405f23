/** The words of made lists in one language. */
export interface ListWords {
  /** Headings over the columns of code, section, title and definition, as different authors write them. */
  readonly headings: readonly (readonly [string, string, string, string])[]
  /** The heading over sections within others. */
  readonly within: string
  /** A word and a number before the title of a section. */
  readonly part: string
  readonly sections: readonly string[]
  /** The beginnings of indicators' titles, which end with their code. */
  readonly titles: readonly string[]
  readonly definition: string
  readonly total: string
  /** Notes as they stand below a list. */
  readonly notes: readonly string[]
  /** The name of a sheet that explains the others, and its text. */
  readonly readMe: readonly [name: string, ...lines: string[]]
}

/** The seven languages that lists are read in besides English, and English itself. */
export const LIST_WORDS: readonly ListWords[] = [
  {
    headings: [
      ['Code', 'Section', 'Indicator', 'Definition'],
      ['Ref no.', 'Theme', 'Short name', 'How it is worked out'],
      ['ind_code', 'Domain', 'ind_name', 'Short description'],
    ],
    within: 'Sub-theme',
    part: 'Outcome',
    sections: [
      'Staying safe',
      'Being well',
      'Learning on',
      'Having a home',
      'Being heard',
      'Money',
    ],
    titles: ['Children who say they are well in', 'Rate of children seen for'],
    definition: 'Share of all children counted under',
    total: 'Total',
    notes: ['Notes: figures are for March.', '* To be agreed with the regions.'],
    readMe: ['Read me', 'This workbook holds the draft list.', 'Please send remarks by Friday.'],
  },
  {
    headings: [
      ['N°', 'Thème', "Nom de l'indicateur", 'Descriptif'],
      ['Code', 'Axe stratégique', 'Intitulé', 'Mode de calcul'],
    ],
    within: 'Sous-thème',
    part: 'Objectif',
    sections: ['Sécurité', 'Santé', 'Apprendre', 'Avoir un toit', 'Être entendu', 'Ressources'],
    titles: ['Enfants qui disent aller bien selon', 'Taux des enfants suivis pour'],
    definition: 'Part des enfants comptés sous',
    total: 'Total général',
    notes: ['Note : chiffres de mars.', 'Source : services départementaux.'],
    readMe: [
      'Lisez-moi',
      'Ce classeur contient la liste provisoire.',
      'Merci de répondre vendredi.',
    ],
  },
  {
    headings: [
      ['Código', 'Ámbito', 'Nombre del indicador', 'Definición'],
      ['Código', 'Área temática', 'Indicador', 'Fórmula de cálculo'],
    ],
    within: 'Subámbito',
    part: 'Objetivo',
    sections: ['Seguridad', 'Salud', 'Aprender', 'Tener un hogar', 'Ser escuchado', 'Recursos'],
    titles: ['Niños que dicen estar bien según', 'Tasa de niños atendidos por'],
    definition: 'Parte de los niños contados en',
    total: 'Total',
    notes: ['Nota: cifras de marzo.', 'Fuente: servicios regionales.'],
    readMe: ['Léeme', 'Este libro contiene la lista provisional.', 'Respondan antes del viernes.'],
  },
  {
    headings: [
      ['Kennung', 'Themenfeld', 'Bezeichnung', 'Berechnung'],
      ['Nr.', 'Bereich', 'Indikator', 'Beschreibung'],
    ],
    within: 'Unterthema',
    part: 'Ziel',
    sections: ['Sicherheit', 'Gesundheit', 'Lernen', 'Wohnen', 'Mitreden', 'Auskommen'],
    titles: ['Kinder, denen es gut geht nach', 'Anteil betreuter Kinder bei'],
    definition: 'Anteil aller Kinder unter',
    total: 'Summe',
    notes: ['Hinweis: Zahlen vom März.', 'Quelle: Landesämter.'],
    readMe: ['Hinweise', 'Diese Mappe enthält den Entwurf.', 'Antworten bitte bis Freitag.'],
  },
  {
    headings: [
      ['Codice', 'Area tematica', "Nome dell'indicatore", 'Definizione'],
      ['Codice', 'Dominio', 'Indicatore', 'Descrizione'],
    ],
    within: 'Sottotema',
    part: 'Obiettivo',
    sections: ['Sicurezza', 'Salute', 'Imparare', 'Avere una casa', 'Essere ascoltati', 'Risorse'],
    titles: ['Bambini che dicono di star bene per', 'Tasso di bambini seguiti per'],
    definition: 'Quota dei bambini contati in',
    total: 'Totale',
    notes: ['Nota: dati di marzo.', 'Fonte: servizi regionali.'],
    readMe: ['Leggimi', 'Questa cartella contiene la bozza.', 'Rispondere entro venerdì.'],
  },
  {
    headings: [
      ['Código', 'Eixo', 'Designação', 'Descrição'],
      ['Código', 'Domínio', 'Indicador', 'Definição'],
    ],
    within: 'Subtema',
    part: 'Objetivo',
    sections: ['Segurança', 'Saúde', 'Aprender', 'Ter casa', 'Ser ouvido', 'Recursos'],
    titles: ['Crianças que dizem estar bem em', 'Taxa de crianças atendidas por'],
    definition: 'Parte das crianças contadas em',
    total: 'Total geral',
    notes: ['Nota: dados de março.', 'Fonte: serviços regionais.'],
    readMe: ['Leia-me', 'Este livro contém a lista provisória.', 'Respondam até sexta-feira.'],
  },
  {
    headings: [
      ['Cod', 'Adran', 'Dangosydd', 'Diffiniad'],
      ['Cyfeirnod', 'Thema', 'Enw’r dangosydd', 'Disgrifiad'],
    ],
    within: 'Is-adran',
    part: 'Canlyniad',
    sections: ['Bod yn ddiogel', 'Bod yn iach', 'Dysgu', 'Cael cartref', 'Cael llais', 'Arian'],
    titles: ['Plant sy’n dweud eu bod yn iawn yn', 'Cyfradd y plant a welwyd ar gyfer'],
    definition: 'Cyfran y plant a gyfrifwyd dan',
    total: 'Cyfanswm',
    notes: ['Nodyn: ffigurau mis Mawrth.', 'Ffynhonnell: y rhanbarthau.'],
    readMe: [
      'Darllenwch fi',
      'Mae’r llyfr hwn yn dal y rhestr ddrafft.',
      'Atebwch erbyn dydd Gwener.',
    ],
  },
  {
    headings: [
      ['الرمز', 'المحور', 'اسم المؤشر', 'التعريف'],
      ['رقم المؤشر', 'المجال', 'المؤشر', 'طريقة الحساب'],
    ],
    within: 'المحور الفرعي',
    part: 'الهدف',
    sections: ['السلامة', 'الصحة', 'التعلم', 'السكن', 'المشاركة', 'الموارد'],
    titles: ['الأطفال الذين يقولون إنهم بخير في', 'معدل الأطفال المستفيدين من'],
    definition: 'نسبة الأطفال المحسوبين في',
    total: 'المجموع',
    notes: ['ملاحظة: أرقام شهر مارس.', 'المصدر: المناطق.'],
    readMe: ['اقرأني', 'يحتوي هذا المصنف على مسودة القائمة.', 'يرجى الرد قبل يوم الجمعة.'],
  },
]
