import { describe, expect, test } from 'vitest'
import { emptyTerritory } from '../../../server/domain/territory.ts'
import type { Plan } from '../../../server/exchange/plan.ts'
import { after } from '../fixture.ts'
import { importOf, putBy, team } from './imported.ts'

const lines = (...rows: string[]) => rows.join('\r\n')
const sheetOf = (text: string, name = 'fichier.csv', plan?: Plan) =>
  importOf({ [name]: text }, { wave: team, ...(plan && { plan }) })
const territoryOf = (read: ReturnType<typeof importOf>) => after(emptyTerritory('t'), read.changes)

describe('a list of who was present', () => {
  const list = lines(
    'Feuille d’émargement – Atelier mobilité du 12/03/2025;;;;',
    ';;;;',
    'Nom;Prénom;Structure;Fonction;Présent',
    'Durand;Paul;CCI de la Mayenne;Directeur;x',
    'Martin;Zoé;Ville de Brécé;Élue;x',
    'Petit;Léa;Ville de Brécé;DGS;x',
    'Bernard;Luc;Lycée Buron;Proviseur;excusé',
    'Total présents;3;;;',
  )
  const read = sheetOf(list)

  test('is understood under its title, and its total is no row', () => {
    expect(read.sheets[0]).toMatchObject({ kind: { value: 'attendance', sure: true }, header: { row: 3 } })
    expect(read.sheets[0]?.setAside.map(({ why }) => why)).toEqual(['title', 'total'])
    expect(read.sheets[0]?.counts).toMatchObject({ read: 4, new: 3, repeated: 1, refused: 0 })
  })

  test('gives organisations that took part in one space of that day, and no person', () => {
    const territory = territoryOf(read)
    expect([...territory.spaces.values()]).toMatchObject([
      { name: 'Feuille d’émargement – Atelier mobilité du 12/03/2025', kind: 'seminar', start: '2025-03-12' },
    ])
    expect([...territory.participations.values()].map(({ actor }) => actor)).toEqual([
      'cci-de-la-mayenne',
      'ville-de-brece',
    ])
    expect(JSON.stringify(read.changes)).not.toMatch(/Durand|Zoé|DGS/)
  })

  test('may have a column for each meeting', () => {
    const sessions = sheetOf(
      lines(
        'Organisme;Type;Séance 1 (12/01/2025);Séance 2 (14/02/2025)',
        'CCI;Chambre consulaire;x;x',
        'Mairie de Brécé;Commune;;x',
      ),
    )
    expect(putBy(sessions)).toMatchObject({ actor: 2, space: 2, participation: 3 })
  })
})

test('days above crosses are meetings, whatever a spreadsheet made of them', () => {
  const read = sheetOf(
    lines('Structure;2025-01-15;2025-03-12;12/06/2025', 'Mairie de Nay;X;X;', 'CCI;;X;X', 'Usine;excusé;;'),
  )
  expect(read.sheets[0]).toMatchObject({ kind: { value: 'attendance' }, header: { row: 1 } })
  expect(putBy(read)).toMatchObject({ actor: 3, space: 3, participation: 4 })
  expect(territoryOf(read).spaces.get('fichier-2025-01-15')).toMatchObject({
    name: 'fichier – 2025-01-15',
    start: '2025-01-15',
  })
})

describe('a matrix', () => {
  test('that says everything twice gives each tie once, in both directions', () => {
    const read = sheetOf(lines(';CCI;Mairie;Lycée', 'CCI;0;3;1', 'Mairie;3;0;0', 'Lycée;1;0;0'))
    const ties = [...territoryOf(read).ties.values()]
    expect(ties.map(({ from, to, directed, strength }) => [from, to, directed, strength])).toEqual([
      ['cci', 'lycee', false, 1],
      ['cci', 'mairie', false, 3],
    ])
    expect(read.sheets[0]?.counts).toMatchObject({ read: 3, new: 1, matched: 2 })
  })

  test('that does not is directed, and crosses have no strength', () => {
    const read = sheetOf(lines(';CCI;Mairie;Lycée', 'CCI;;x;', 'Mairie;;;x', 'Lycée;;;'))
    const ties = [...territoryOf(read).ties.values()]
    expect(ties.map(({ from, to, directed, strength }) => [from, to, directed, strength])).toEqual([
      ['cci', 'mairie', true, undefined],
      ['mairie', 'lycee', true, undefined],
    ])
  })

  test('that names somebody undecided waits for that cell alone', () => {
    const read = importOf(
      {
        'acteurs.csv': lines('Nom;Type', 'CCI;Chambre', 'Mairie;Commune', 'France Travail;Service public'),
        'matrice.csv': lines(';CCI;Mairie;Pôle emploi', 'CCI;;x;x', 'Mairie;;;x', 'France Travail;x;;'),
      },
      { wave: team },
    )
    const ties = [...territoryOf(read).ties.values()]
    expect(ties.map(({ from, to }) => [from, to])).toEqual([
      ['cci', 'mairie'],
      ['france-travail', 'cci'],
    ])
    const [, sheet] = read.sheets
    // A row of which nothing stands is refused; the first is read but for its last cell.
    expect(sheet?.counts).toMatchObject({ read: 3, new: 2, refused: 1 })
    expect(sheet?.rows.list[0]).toMatchObject({
      state: 'new',
      refusals: [{ column: 'D', code: 'unconfirmed_name', got: 'Pôle emploi' }],
    })
    expect(sheet?.groups.find(({ got }) => got === 'Pôle emploi')).toMatchObject({ rows: 2 })
  })

  test('of a survey is what each line says; of what a team knows nobody said it', () => {
    const text = lines(';CCI;Mairie;Lycée', 'CCI;;x;', 'Mairie;;;x', 'Lycée;;;')
    const reporters = (read: ReturnType<typeof importOf>) =>
      [...territoryOf(read).ties.values()].map(({ reporter }) => reporter)
    expect(reporters(importOf({ 'm.csv': text }, { wave: { ...team, basis: 'survey' } }))).toEqual(['cci', 'mairie'])
    expect(reporters(sheetOf(text))).toEqual([null, null])
  })
})

describe('answers to a questionnaire', () => {
  const text = lines(
    'Horodateur,Nom de votre structure,Type de structure,Adresse e-mail,"Avec quelles structures travaillez-vous ?","Qui vous a financé ?","Participerez-vous à un atelier ?"',
    '2025/03/01 10:12,Mission locale,Insertion,a@b.fr,"CCI, Ville de Brécé, Lycée Buron",Région Pays de la Loire,Oui',
    '2025/03/01 11:02,CCI,Chambre consulaire,c@d.fr,"Mission locale; Ville de Brécé",,Non',
    '2025/03/02 09:00,Ville de Brécé,Commune,e@f.fr,"CCI\nMission locale",Région Pays de la Loire et État,Oui',
  )
  const read = importOf({ 'reponses.csv': text }, { wave: { ...team, basis: 'survey' } })
  const territory = territoryOf(read)

  test('name partners in cells of several names, whatever parts them', () => {
    expect(read.sheets[0]).toMatchObject({ kind: { value: 'answers', sure: true }, counts: { read: 3, new: 3 } })
    const named = [...territory.ties.values()].filter(({ kind }) => kind === 'cooperation')
    expect(named.map(({ from, to, reporter }) => [from, to, reporter])).toEqual([
      ['cci', 'mission-locale', 'cci'],
      ['cci', 'ville-de-brece', 'cci'],
      ['mission-locale', 'cci', 'mission-locale'],
      ['mission-locale', 'lycee-buron', 'mission-locale'],
      ['mission-locale', 'ville-de-brece', 'mission-locale'],
      ['ville-de-brece', 'cci', 'ville-de-brece'],
      ['ville-de-brece', 'mission-locale', 'ville-de-brece'],
    ])
  })

  test('who gives is where the money comes from', () => {
    const funded = [...territory.ties.values()].filter(({ kind }) => kind === 'funding')
    expect(funded.map(({ from, to }) => [from, to])).toEqual([
      ['etat', 'ville-de-brece'],
      ['region-pays-de-la-loire', 'mission-locale'],
      ['region-pays-de-la-loire', 'ville-de-brece'],
    ])
  })

  test('how often, who is missing and with whom one would like to are no ties, and are kept', () => {
    const asked = sheetOf(
      lines(
        'Nom de votre structure;Avec qui travaillez-vous ?;À quelle fréquence ?;Quelles structures manquent selon vous ?;Avec qui aimeriez-vous travailler ?',
        'Mairie de Nay;CCI, Lycée Paré;Tous les mois;France Travail;Usine Lomme, CMA',
        'CCI;Mairie de Nay;Une fois par an;UIMM, CMA;',
      ),
    )
    const { ties, actors } = territoryOf(asked)
    expect([...ties.values()].map(({ from, to }) => `${from} ${to}`).sort()).toEqual([
      'cci mairie-de-nay',
      'mairie-de-nay cci',
      'mairie-de-nay lycee-pare',
    ])
    expect([...actors.keys()].sort()).toEqual(['cci', 'lycee-pare', 'mairie-de-nay'])
    expect(actors.get('cci')?.attributes).toMatchObject({ 'À quelle fréquence ?': 'Une fois par an' })
  })

  test('may have a column for each partner, ticked or graded by how often', () => {
    const survey = (text: string) => importOf({ 'r.csv': text }, { wave: { ...team, basis: 'survey' } })
    const ticked = survey(
      lines(
        '"id","submitdate","Q1. Nom de l’organisme","Q2. Partenaires [Ville d’Évreux]","Q2. Partenaires [CCI]","Q3 Autres partenaires"',
        '"1","2024-02-01 10:00:00","GISI","Oui","Non","Normandie AeroEspace"',
        '"2","2024-02-02 10:00:00","Ville d’Évreux","Non","Oui",""',
        '"3","","CCI","","",""',
      ),
    )
    expect(ticked.sheets[0]).toMatchObject({ kind: { value: 'answers', sure: true }, counts: { read: 3, new: 3 } })
    const told = territoryOf(ticked)
    expect([...told.ties.values()].map(({ from, to, kind }) => `${from} ${to} ${kind}`).sort()).toEqual([
      'gisi normandie-aeroespace partnership',
      'gisi ville-d-evreux partnership',
      'ville-d-evreux cci partnership',
    ])
    // Answers that were begun and never sent are no answers.
    expect([...told.roster.values()].map(({ actor, status }) => [actor, status])).toEqual([
      ['cci', 'asked'],
      ['gisi', 'answered'],
      ['ville-d-evreux', 'answered'],
    ])
    const often = survey(
      lines(
        'Horodateur,Votre structure,Avec qui échangez-vous ? [Mairie de Nay],Avec qui échangez-vous ? [CCI]',
        '2024/01/02 10:00:00,Usine,Toutes les semaines,Jamais',
        '2024/01/02 11:00:00,CCI,1 fois/an,',
      ),
    )
    expect(
      [...territoryOf(often).ties.values()].map(({ from, to, kind, regularity }) => [from, to, kind, regularity]),
    ).toEqual([
      ['cci', 'mairie-de-nay', 'information', 'yearly'],
      ['usine', 'mairie-de-nay', 'information', 'weekly'],
    ])
  })

  test('put who answered on the roster, and keep no address', () => {
    expect([...territory.roster.values()].map(({ actor, status }) => [actor, status])).toEqual([
      ['cci', 'answered'],
      ['mission-locale', 'answered'],
      ['ville-de-brece', 'answered'],
    ])
    expect(JSON.stringify(read.changes)).not.toContain('@')
  })
})

test('an action plan names axes, pilots, partners and funders', () => {
  const read = sheetOf(
    lines(
      'Axe;N° action;Intitulé de l’action;Structure pilote;Acteurs associés;Financeurs;Budget',
      'Mobilité;1.1;Plan vélo;CC du Pays de Nay;Commune de Nay + Association Vélo;Région;12 000',
      'Mobilité;1.2;Covoiturage;CC du Pays de Nay;Commune de Nay, Mission locale;Région, État;8 500',
    ),
  )
  expect(read.sheets[0]?.kind).toMatchObject({ value: 'projects', sure: true })
  const { spaces, participations } = territoryOf(read)
  expect(spaces.get('covoiturage')).toMatchObject({ parent: 'mobilite', attributes: { Budget: 8500 } })
  expect(spaces.get('mobilite')).toMatchObject({ kind: 'programme_axis' })
  const roles = Map.groupBy(participations.values(), ({ role }) => role)
  expect([...roles].map(([role, list]) => [role, list.length]).sort()).toEqual([
    ['funder', 3],
    ['partner', 4],
    ['pilot', 2],
  ])
})

test('of a list of people their organisations are read, once each, and nothing of them', () => {
  const read = sheetOf(
    lines(
      'Prénom,Nom,Société,Service,Fonction,Adresse de messagerie',
      'Anne,Le Goff,Ville de Nay,Économie,Chargée de mission,a@nay.fr',
      'Paul,Roy,SAGEMCOM,,DRH,p@s.fr',
      'Luc,Petit,Sagemcom,,Directeur,l@s.fr',
    ),
  )
  expect(read.sheets[0]?.counts).toMatchObject({ read: 3, new: 2, repeated: 1, refused: 0 })
  expect(JSON.stringify(read.changes)).not.toMatch(/DRH|Anne|Chargée/)
})

test('what each line says otherwise is kept, and makes no kind of tie of its own', () => {
  const read = sheetOf(
    lines(
      'Structure 1;Structure 2;Objet du partenariat;Fréquence',
      'Ville de Nay;CCI;Convention cadre;hebdo',
      'CCI;Lycée Paré;Forum des métiers;1 fois/an',
      'Lycée Paré;Usine;Stages de troisième;1 fois / mois',
      'Usine;Ville de Nay;Accès à la zone;ponctuel',
    ),
  )
  const ties = [...territoryOf(read).ties.values()]
  expect(new Set(ties.map(({ kind }) => kind))).toEqual(new Set(['cooperation']))
  expect(ties.map(({ regularity }) => regularity).sort()).toEqual(['monthly', 'rarely', 'weekly', 'yearly'])
  expect(ties[0]?.attributes).toHaveProperty('Objet du partenariat')
})

test('titles of sections are no actors, and tell the type of those beneath them', () => {
  const read = sheetOf(
    lines(
      'Partenaires;Contact;Observations',
      'COLLECTIVITÉS;;',
      'Ville de Nay;M. X;',
      'ENTREPRISES;;',
      'SAGEMCOM;;',
      'JB Martin;;à relancer',
      'FORMATION;;',
      'Saint-Joseph;;',
    ),
  )
  expect(read.sheets[0]?.setAside).toEqual([
    { row: 2, why: 'section', text: 'COLLECTIVITÉS' },
    { row: 4, why: 'section', text: 'ENTREPRISES' },
    { row: 7, why: 'section', text: 'FORMATION' },
  ])
  expect([...territoryOf(read).actors.values()].map(({ name, type }) => [name, type])).toEqual([
    ['JB Martin', 'entreprise'],
    ['SAGEMCOM', 'entreprise'],
    ['Saint-Joseph', 'formation'],
    ['Ville de Nay', 'commune'],
  ])
})

test('names are parted by a plus sign, and by « et » where an enumeration ends', () => {
  const read = sheetOf(
    lines(
      'Action;Pilote;Partenaires',
      'Eau;CA Caux Vallée;Total, Exxon et Yara',
      'Forum;UIMM;CCI + Mission locale',
      'Bois;Canal+;ONF, Guilloteau et Fils',
    ),
  )
  const { actors, participations } = territoryOf(read)
  expect([...actors.keys()].sort()).toEqual([
    'ca-caux-vallee',
    'canal',
    'cci',
    'exxon',
    'guilloteau-et-fils',
    'mission-locale',
    'onf',
    'total',
    'uimm',
    'yara',
  ])
  expect(participations.size).toBe(10)
  expect(actors.get('ca-caux-vallee')).toMatchObject({ type: 'epci', sphere: 'action_publique' })
})

test('a commune is the same whatever the post office adds', () => {
  const read = sheetOf(
    lines('Nom;Ville', 'Usine A;Vitré', 'Usine B;VITRE', 'Usine C;35500 Vitré cedex 2', 'Usine D;Laval'),
  )
  expect([...territoryOf(read).actors.values()].map(({ inside }) => inside)).toEqual([true, true, true, false])
})

test('a directory is matched by its numbers, and those that a spreadsheet spoiled are told', () => {
  const known = territoryOf(sheetOf(lines('Nom;SIREN', 'Œuvrard SA;552 100 554')))
  const read = importOf(
    {
      'annuaire.csv': lines(
        'Dénomination sociale;SIRET;Ville',
        'Fonderie Œuvrard;552 100 554 00013;Brécé',
        'Boulangerie du coin;5,52E+13;Brécé',
        'Sous-total;;',
        '* données 2023, à vérifier;;',
      ),
    },
    {},
    known,
  )
  const [sheet] = read.sheets
  expect(sheet?.counts).toMatchObject({ read: 2, new: 1, changed: 1 })
  expect(sheet?.setAside.map(({ why }) => why)).toEqual(['total', 'note'])
  const siret = sheet?.columns.find(({ target }) => target === 'siret')
  expect(siret?.values).toMatchObject([{ value: '5,52E+13', means: '', sure: false }])
  const changed = after(known, read.changes).actors.get('oeuvrard-sa')
  expect(changed).toMatchObject({ name: 'Œuvrard SA', siret: '55210055400013', aliases: ['Fonderie Œuvrard'] })
})

test('two columns that name the same organisations are ends of ties, without any header', () => {
  const read = sheetOf(lines('CCI;Mairie', 'Mairie;Lycée', 'Lycée;CCI', 'Usine;CCI'))
  expect(read.sheets[0]).toMatchObject({ kind: { value: 'tie', by: 'content' }, header: { row: null } })
  expect(putBy(read)).toMatchObject({ actor: 4, tie: 4 })
})

test('a word of the data that is also the name of a column makes no header of its row', () => {
  const read = sheetOf(
    lines(
      'Fonderie Dupont;Entreprise;Brécé',
      'Mairie de Brécé;Commune;Brécé',
      'Lycée Paré;Lycée;Laval',
      'CCI;CCI;Laval',
    ),
  )
  expect(read.sheets[0]).toMatchObject({ header: { row: null }, setAside: [], counts: { read: 4 } })
})

test('weights of another scale stay beside the tie; those of ours are strengths', () => {
  const ties = (...weights: string[]) => [
    ...territoryOf(
      sheetOf(lines('Source;Target;Weight', ...weights.map((w, i) => `Usine ${i};CCI;${w}`))),
    ).ties.values(),
  ]
  expect(ties('2', '5').map(({ strength }) => strength)).toEqual([2, 5])
  const others = ties('2.5', '4')
  expect(others.map(({ strength, attributes }) => [strength, attributes])).toEqual([
    [undefined, { Weight: 2.5 }],
    [undefined, { Weight: 4 }],
  ])
})

test('a header that stands twice is refused until somebody says which is meant', () => {
  const text = lines('source,target,source', 'a,b,c')
  const read = sheetOf(text)
  expect(read.sheets[0]?.counts).toMatchObject({ read: 1, refused: 1 })
  expect(read.refusals).toMatchObject([{ code: 'repeated_column', expected: { oneColumnOf: ['A', 'C'] } }])
  const columns = [{ column: 'C', holds: 'ignored' as const, target: '' }]
  const said = sheetOf(text, 'fichier.csv', { sheets: [{ file: 'fichier.csv', sheet: null, columns }] })
  expect(said.sheets[0]?.counts).toMatchObject({ read: 1, new: 1 })
})

test('what was decided of a file is known of the next of its shape, and undone with the import', () => {
  const text = (kind: string) => lines('Qui;Avec qui;Lien', `Mairie;CCI;${kind}`, `CCI;Lycée;${kind}`)
  const sheet = { file: 'a.csv', sheet: null, values: [{ column: 'C', value: 'Jumelage', means: 'partnership' }] }
  const first = importOf({ 'a.csv': text('jumelage') }, { wave: team, plan: { sheets: [sheet] } })
  const territory = territoryOf(first)
  expect([...territory.settings.keys()]).toEqual([expect.stringMatching(/^import\./)])
  const next = importOf({ 'b.csv': text('Jumelage') }, { wave: team }, territory)
  const column = next.sheets[0]?.columns[2]
  expect(column?.values).toMatchObject([{ means: 'partnership', by: 'remembered', sure: true }])
  expect(next.changes).toEqual([])
})

test('a plan mends cells, leaves rows out and brings rows back; the counts add up', () => {
  const text = lines(
    'Nom;Type;Commune',
    'Mairie de Nay;Commune;Nay',
    'CCI;Chambre;Pau',
    'Total;2;',
    'Usine;Entreprise;Nay',
  )
  const plan: Plan = {
    sheets: [
      {
        file: 'f.csv',
        sheet: null,
        cells: [
          { row: 2, column: 'A', value: 'Ville de Nay' },
          { row: 5, column: 'inside', value: 'false' },
        ],
        rows: [
          { row: 3, as: 'left_out' },
          { row: 4, as: 'data' },
        ],
      },
    ],
  }
  const read = sheetOf(text, 'f.csv', plan)
  expect(read.sheets[0]?.counts).toEqual({
    read: 4,
    new: 2,
    changed: 0,
    matched: 0,
    repeated: 0,
    refused: 1,
    leftOut: 1,
  })
  const { actors } = territoryOf(read)
  expect(actors.get('ville-de-nay')).toMatchObject({ inside: true })
  expect(actors.get('usine')).toMatchObject({ inside: false })
})

test('with proposals refused only what is sure is applied', () => {
  const read = sheetOf(
    lines('Structure A;Structure B;Nature', 'CCI;Mairie;partenariat', 'CCI;Lycée;convention'),
    'f.csv',
    {
      proposals: 'refused',
    },
  )
  expect(read.sheets[0]?.counts).toMatchObject({ read: 2, new: 1, refused: 1 })
  expect(read.words).toEqual([])
})

describe('files of town halls', () => {
  const sheet = (...text: string[]) => sheetOf(lines(...text))
  const namesOf = (read: ReturnType<typeof importOf>) => [...territoryOf(read).actors.values()].map(({ name }) => name)

  test('a header of two lines: the lower one names the columns, and is no actor', () => {
    const read = sheet(
      'Annuaire des partenaires',
      'Structure;;;Localisation;;Contact',
      'Nom;Catégorie;N° SIRET;CP;Commune;Référent',
      'Fonderie Lemaire;Industrie;552 100 554 00013;76200;DIEPPE;M. Lemaire',
      'Mission locale;Emploi;;76200;Dieppe;',
    )
    expect(read.sheets[0]?.header.row).toBe(3)
    expect(namesOf(read)).toEqual(['Fonderie Lemaire', 'Mission locale'])
    expect(territoryOf(read).actors.get('fonderie-lemaire')).toMatchObject({ siret: '55210055400013' })

    const halfKnown = sheet(
      'Identité;;;Effectifs;;Contact',
      'Raison sociale;Activité;Commune;ETP;CA (k€);Téléphone',
      'Forges du Val;Métallurgie;Dieppe;12,5;1 250,00;02 35 00 00 00',
      'Lycée Ango;Établissement scolaire;Dieppe;80;;',
    )
    expect(namesOf(halfKnown)).toEqual(['Forges du Val', 'Lycée Ango'])
  })

  test('an establishment that the register says is closed is set aside, and may be taken back', () => {
    const extract = lines(
      'Dénomination;SIRET;État administratif;Commune',
      'Forges du Val;55210055400013;A;DIEPPE',
      'Ancienne Scierie;80314286500019;F;DIEPPE',
      'Scierie Neuve;80314286500027;Fermé;DIEPPE',
    )
    const read = sheetOf(extract)
    expect(namesOf(read)).toEqual(['Forges du Val'])
    expect(read.sheets[0]?.setAside).toEqual([
      { row: 3, why: 'closed', text: 'Ancienne Scierie' },
      { row: 4, why: 'closed', text: 'Scierie Neuve' },
    ])
    const rows = [{ row: 3, as: 'data' as const }]
    const taken = sheetOf(extract, 'fichier.csv', { sheets: [{ file: 'fichier.csv', sheet: null, rows }] })
    expect(namesOf(taken)).toEqual(['Ancienne Scierie', 'Forges du Val'])
    const all = sheetOf(extract, 'fichier.csv', { sheets: [{ file: 'fichier.csv', sheet: null, closed: 'data' }] })
    expect([read, all].map(({ sheets: [sheet] }) => [sheet?.closed, sheet?.counts.read])).toEqual([
      [2, 1],
      [0, 3],
    ])
    // Without a SIRET it is no extract of the register: « C » may be anything.
    expect(namesOf(sheetOf(lines('Nom;État;Commune', 'Forges;A;Dieppe', 'Scierie;C;Dieppe')))).toEqual([
      'Forges',
      'Scierie',
    ])
  })

  test('a table of crosses tells who has a part in what', () => {
    const read = sheet(
      'Participation des partenaires aux actions',
      '',
      'Partenaire;Plan vélo;Réemploi;Alimentation locale',
      'Ville de Rodez;X;x;',
      'SIEDA;;x;',
      'Recyclerie;;;X',
    )
    const { spaces, participations } = territoryOf(read)
    expect([...spaces.values()].map(({ name, kind }) => [name, kind])).toEqual([
      ['Alimentation locale', 'project'],
      ['Plan vélo', 'project'],
      ['Réemploi', 'project'],
    ])
    expect(participations.size).toBe(4)
  })

  test('labels of a pivot table are no actors', () => {
    const read = sheet(
      'Nombre de Réunions;Étiquettes de colonnes',
      'Étiquettes de lignes;2023;2024',
      'CMA;1;2',
      'Total général;1;2',
    )
    expect(namesOf(read)).toEqual(['CMA'])
  })

  test('who is excused or did not sign was not there; a list is of what its second line says', () => {
    const read = sheet(
      'FEUILLE D’ÉMARGEMENT',
      'Comité de pilotage – 23/05/2024',
      '',
      'NOM Prénom;Structure;Qualité;Signature',
      'DURAND Paul;Forges de Vire;Directeur;signé',
      'BLIN Luc;Lycée Curie;Proviseur;excusé',
      'MARIE Jean;Sous-préfecture;Sous-préfet;',
    )
    const { spaces, participations } = territoryOf(read)
    expect([...spaces.values()]).toMatchObject([{ name: 'Comité de pilotage – 23/05/2024', start: '2024-05-23' }])
    expect([...participations.values()].map(({ actor }) => actor)).toEqual(['forges-de-vire'])
  })

  test('quarters and years are days; totals in euros and partners to be found are nothing', () => {
    const read = sheet(
      'Axe;Intitulé de l’action;Pilote(s);Partenaires associés;Coût;Échéance',
      'Attirer;École de production;UIMM;Mission locale + CCI;350 k€;T4 2025',
      'Attirer;Salon;CCI;UIMM;12 k€;15/10/2025',
      'Décarboner;Chaufferie;CCI;à définir;1,2 M€;2027',
      ';TOTAL;;;1 562 k€;',
    )
    const projects = [...territoryOf(read).spaces.values()].filter(({ kind }) => kind === 'project')
    expect(projects.map(({ name, end }) => [name, end])).toEqual([
      ['Chaufferie', '2027-12-31'],
      ['École de production', '2025-12-31'],
      ['Salon', '2025-10-15'],
    ])
    expect(namesOf(read)).toEqual(['CCI', 'Mission locale', 'UIMM'])
  })

  test('conventions tie who signs to who benefits; a year of joining is no group', () => {
    const conventions = sheet(
      'Bénéficiaire;Signataire;Objet',
      'ADIL;Agglomération;Conseil',
      'Régie;Agglomération;Insertion',
      'Régie;Département;Insertion',
    )
    expect(territoryOf(conventions).ties.size).toBe(3)
    const members = sheet('Raison sociale;Adhésion depuis;Commune', 'Forges;2012;Vire Normandie', 'Degrenne;2009;Vire')
    expect([...territoryOf(members).actors.values()]).toMatchObject([
      { name: 'Degrenne', commune: 'Vire Normandie', attributes: { 'Adhésion depuis': 2009 } },
      { name: 'Forges', commune: 'Vire Normandie' },
    ])
  })

  test('establishments of Sirene go by their legal name', () => {
    const read = sheet(
      'siren;siret;enseigne1Etablissement;denominationUniteLegale;codePostalEtablissement;libelleCommuneEtablissement',
      '552100554;55210055400013;;ACIERIES DU NORD;76200;DIEPPE',
      '443061841;44306184100047;FORGES;FORGE NORD;76260;EU',
    )
    expect([...territoryOf(read).actors.values()]).toMatchObject([
      { name: 'ACIERIES DU NORD', commune: 'Dieppe' },
      { name: 'FORGE NORD', commune: 'Eu' },
    ])
  })
})

test('a structure, its partners and how often they meet are ties, several a row', () => {
  const read = sheetOf(
    lines(
      'Structure;Partenaires;Type de relation;Fréquence',
      'CCI;Mairie, Lycée et CFA;convention;mensuelle',
      'Lycée;CFA;partenariat;annuelle',
    ),
  )
  expect(read.sheets[0]).toMatchObject({ kind: { value: 'tie', sure: true }, counts: { read: 2, new: 2, refused: 0 } })
  expect(putBy(read)).toMatchObject({ actor: 4, tie: 4 })
})

test('an actor twice, its commune once in capitals, is one; where they disagree it is told in which cell', () => {
  const read = sheetOf(
    lines(
      'Organisme;Commune;Statut juridique',
      'Mission locale;Mauguérand;association',
      'Mission Locale ;MAUGUERAND;association',
      'MISSION LOCALE;Mauguérand;GIP',
    ),
  )
  expect(read.sheets[0]?.counts).toMatchObject({ read: 3, new: 1, repeated: 1, refused: 1 })
  expect(read.refusals).toEqual([
    {
      ...{ file: 'fichier.csv', row: 4, column: 'Statut juridique' },
      ...{ code: 'contradicting_row', got: 'GIP', expected: { row: 2 } },
    },
  ])
})

test('names are typed with spaces to spare: each is one name, with one space between words', () => {
  const list = sheetOf(lines('Organisme;Type', 'Groupe  Hubert   BTP;entreprise', 'Groupe Hubert BTP;'))
  const ties = sheetOf(lines('De;Vers;Nature', 'Laiterie  Bréhault;CCI;convention', 'CCI;Laiterie Bréhault;convention'))
  expect([list, ties].map((read) => [...territoryOf(read).actors.values()].map(({ name }) => name).sort())).toEqual([
    ['Groupe Hubert BTP'],
    ['CCI', 'Laiterie Bréhault'],
  ])
})
