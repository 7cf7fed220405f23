import { type Guide, picture, points, steps, text } from './guide.ts'

/** The guide for the research team. */
export const RESEARCHER_GUIDE = {
  id: 'researcher',
  title: 'Researcher’s guide',
  lead: 'For the team that prepares a study, brings the laptops together and reports.',
  sections: [
    {
      id: 'framework',
      title: 'The framework and its versions',
      parts: [
        steps(
          'Choose *Load a framework* and take the spreadsheet that it is written in. You see what was understood, and each problem with its cell.',
          'When the draft changes, choose *Load a changed version*. You see the difference first; ratings stay with the words that were rated.',
          'A single indicator can be added, reworded or retired while people rate: *Add an indicator*, or *Change it* on its page.',
          '*Load pictures* takes a picture for each indicator, called as its code, such as A1.png. Easy read shows it beside the words.',
        ),
        picture('framework', 'The framework, section by section.'),
      ],
    },
    {
      id: 'study',
      title: 'Prepare the study',
      parts: [
        steps(
          'Make the workshops, and plan for each the laptops and people that you want. *Study* then says who is back and what is left to do.',
          'Write what people read and agree to under *Before people rate*.',
          'Choose *Set up laptops*, and send the file to each facilitator, who opens it by *Open a package*.',
        ),
        text(
          'The *Diary* keeps what was done to the study and by whom, with your notes, for the appendix of a paper.',
        ),
      ],
    },
    {
      id: 'merge',
      title: 'Bring the laptops together',
      parts: [
        steps(
          'Choose *Merge*, then *Choose a folder* with all packages, or drop them on the page.',
          'Read what each brings, and what cannot be taken and why. Nothing is stored yet.',
          'Confirm. The receipt accounts for every record that was read; print it.',
          'If *Conflicts* are named, look at both sides and say which answer counts.',
        ),
        text('Order does not matter, and a package that comes twice counts once.'),
      ],
    },
    {
      id: 'results',
      title: 'Read the results',
      parts: [
        points(
          'The overview begins with a map of usefulness against usability, and says of each indicator: keep it, mend it, or rethink it.',
          'Choose a workshop, a group or a round, and every figure follows. Each comes with its n.',
          'Press a number to see the ratings behind it, with their history.',
          'Ctrl+D shows each chart as its table. *Copy or save* takes the picture away.',
          'The rule that makes a verdict is shown with it. Your own go under *All rules, and your own*.',
          'While a round is open, answers are on no page: *Look at the answers so far, for me alone* shows them to you, and says so in the diary.',
        ),
        picture('results', 'The overview of the results, with the priority map.'),
      ],
    },
    {
      id: 'comments',
      title: 'What people wrote',
      parts: [
        points(
          '*Comments and suggestions* lists all of them. Tag them, and filter by tag, group and indicator.',
          'A comment goes to the public only where you have read it and pressed *May be published*.',
        ),
      ],
    },
    {
      id: 'export',
      title: 'Export and publish',
      parts: [
        points(
          '*Who it is for* decides what leaves the workbook: everything for the research team; for everybody, figures of enough people alone.',
          'The report and the slides are for readers, the Excel workbook for looking things up, the data package for R, SPSS and Stata.',
          'A package is for other laptops with this program, and brings everything along.',
        ),
        picture('export', 'What leaves the workbook, and for whom.'),
      ],
    },
    {
      id: 'keep',
      title: 'Keep it safe',
      parts: [
        points(
          'A workbook is one file. *Settings* says where it lies, and which backups there are.',
          'Backups lie on the same disk. Against its loss, name a stick under *A second place* in *Settings*.',
          'In a terminal, the command “verify” proves that a workbook is whole, and “recover” puts a damaged one together again.',
          '*About Framework Workbook* has the version to name in a paper, and what the program is made of.',
        ),
      ],
    },
  ],
} as const satisfies Guide
