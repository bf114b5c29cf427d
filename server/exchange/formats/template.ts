import type { Noun, Territory } from '../../domain/territory.ts'
import { exampleMark } from './aside.ts'
import { choicesOf, type FrenchCell, frenchColumns, titleOf } from './french.ts'
import { type SheetToWrite, workbookOf } from './xlsx-writer.ts'

/** Workbooks to be filled in: what a team knows of its territory, or the answers to a survey on paper. */
export const templates = ['territory', 'survey'] as const
export type Template = (typeof templates)[number]

/** What a template is called as a file. */
export const templateFiles: { readonly [T in Template]: string } = {
  territory: 'modele-territoire.xlsx',
  survey: 'modele-enquete-papier.xlsx',
}

/**
 * A workbook to be filled in, with lists of the words of the territory, two example rows a sheet, which the import sets aside, and a sheet that explains. It imports
 * as it is. That of a survey lists whom to ask, as asked: the organisations of the territory, but for those that stand for several.
 */
export async function templateOf(territory: Territory, template: Template): Promise<Uint8Array> {
  const pages = template === 'territory' ? territoryPages : surveyPages
  return await workbookOf([
    { name: 'Mode d’emploi', ...explanations[template], emptyRows: 0 },
    ...pages.map((page) => sheetOf(territory, page)),
  ])
}

interface Page {
  readonly noun: Noun
  /** In the order of the sheet, with what to write there. */
  readonly fields: readonly (readonly [field: string, help: string])[]
  readonly examples: readonly (readonly FrenchCell[])[]
  readonly filled?: (territory: Territory) => readonly (readonly FrenchCell[])[]
}

function sheetOf(territory: Territory, { noun, fields, examples, filled }: Page): SheetToWrite {
  const known = new Map(frenchColumns(noun, 'named').map((column) => [column.field, column]))
  const columns = fields.flatMap(([field, help]) => {
    const column = known.get(field)
    if (!column) return []
    const choices = choicesOf(territory, column.kind)
    return [{ header: column.header, help, width: Math.max(16, column.header.length + 6), ...(choices && { choices }) }]
  })
  return { name: titleOf(noun), columns, rows: [...examples, ...(filled?.(territory) ?? [])], emptyRows: 1000 }
}

const forges = `${exampleMark}Forges de Brumeval`
const laiterie = `${exampleMark}Laiterie Bréhault`
const mairie = `${exampleMark}Mairie de Brumeval`
const club = `${exampleMark}Club des industriels`

const actorPage: Page = {
  noun: 'actor',
  fields: [
    ['name', 'Le nom de l’organisation. Jamais celui d’une personne.'],
    ['type', 'Choisissez dans la liste, ou écrivez votre mot : l’import vous demandera ce qu’il veut dire.'],
    ['sphere', 'Le domaine principal de l’organisation.'],
    ['scope', 'Jusqu’où va son activité ou sa compétence.'],
    ['inside', 'Oui si son siège, un établissement ou tout son ressort est dans le territoire.'],
    ['commune', 'La commune du siège ou de l’établissement.'],
    ['siren', 'Neuf chiffres, si vous l’avez : il évite les doublons.'],
    ['aliases', 'Sigle et autres noms, séparés par des points-virgules.'],
    ['note', 'Ce que vous voulez garder en mémoire.'],
  ],
  examples: [
    [forges, 'entreprise', 'économie', 'local', 'oui', 'Brumeval', '123456782', 'FDB', null],
    [mairie, 'commune', 'action publique', 'local', 'oui', 'Brumeval', null, null, 'Copropriétaire du technopôle'],
  ],
}

const spacePage: Page = {
  noun: 'space',
  fields: [
    ['name', 'Le nom du projet, du club, du tiers-lieu…'],
    ['kind', 'De quelle nature est cet espace.'],
    ['start', 'Depuis quand, par exemple 01/09/2024.'],
    ['objective', 'À quoi il sert, en une phrase.'],
  ],
  examples: [
    [club, 'club', { day: '2021-03-15' }, 'Mutualiser les recrutements'],
    [`${exampleMark}Réseau de chaleur`, 'projet', null, null],
  ],
}

const participationPage: Page = {
  noun: 'participation',
  fields: [
    ['actor', 'Le nom d’un acteur de la feuille « Acteurs ».'],
    ['space', 'Le nom d’un espace de la feuille « Espaces ».'],
    ['role', 'Ce qu’il y fait.'],
  ],
  examples: [
    [forges, club, 'membre'],
    [mairie, club, 'financeur'],
  ],
}

const tieFields = {
  kind: ['kind', 'De quelle nature est ce lien.'],
  strength: ['strength', 'De 1 (faible) à 5 (fort) ; laissez vide si vous ne savez pas.'],
  regularity: ['regularity', 'À quel rythme ils échangent.'],
} as const

const territoryPages: readonly Page[] = [
  actorPage,
  {
    noun: 'tie',
    fields: [
      ['from', 'Le nom d’un acteur de la feuille « Acteurs ».'],
      ['to', 'Le nom de l’autre acteur.'],
      tieFields.kind,
      tieFields.strength,
      tieFields.regularity,
      ['directed', 'Non si le lien vaut dans les deux sens, oui s’il va du premier au second.'],
      ['source', 'D’où vous le tenez : document, entretien, réunion…'],
    ],
    examples: [
      [forges, mairie, 'coopération', 4, 'mensuel', 'non', 'Entretien du 12 mars'],
      [laiterie, forges, 'fourniture', null, null, 'oui', null],
    ],
  },
  spacePage,
  participationPage,
]

const surveyPages: readonly Page[] = [
  actorPage,
  {
    noun: 'roster',
    fields: [
      ['actor', 'Chaque organisation interrogée, une ligne chacune.'],
      ['status', 'Ce qu’il est advenu de son questionnaire. Qui n’a pas répondu compte aussi.'],
    ],
    examples: [
      [forges, 'a répondu'],
      [mairie, 'interrogé'],
    ],
    filled: ({ actors }) =>
      [...actors.values()]
        .filter(({ inside, collective }) => inside && !collective)
        .map(({ name }) => [name, 'interrogé']),
  },
  {
    noun: 'tie',
    fields: [
      ['reporter', 'L’organisation qui a répondu. Elle est aussi dans « De ».'],
      ['from', 'La même organisation.'],
      ['to', 'L’organisation qu’elle cite, une ligne par citation.'],
      tieFields.kind,
      tieFields.strength,
      tieFields.regularity,
      ['directed', 'Non si le lien vaut dans les deux sens, oui s’il va du premier au second.'],
    ],
    examples: [
      [forges, forges, mairie, 'coopération', 4, 'mensuel', 'non'],
      [forges, forges, laiterie, 'confiance', 5, null, 'oui'],
    ],
  },
  spacePage,
  participationPage,
]

const lines = (texts: readonly string[]) => texts.map((text) => [text])

const explanations: { readonly [T in Template]: Pick<SheetToWrite, 'notice' | 'columns' | 'rows'> } = {
  territory: {
    notice: 'Elle explique les autres.',
    columns: [{ header: 'Décrire un territoire', width: 110 }],
    rows: lines([
      'Une ligne par organisation dans « Acteurs », une ligne par lien dans « Liens ».',
      'Les espaces de coopération (projets, clubs, tiers-lieux…) et qui y participe ont chacun leur feuille.',
      `Les lignes qui commencent par « ${exampleMark.trim()} » montrent comment faire : l’import les laisse de côté, vous pouvez les effacer.`,
      'Les listes déroulantes proposent les mots de votre territoire ; vous pouvez en écrire d’autres, l’import demandera ce qu’ils veulent dire.',
      'Une case vide dit que vous ne savez pas. Vous pouvez ajouter des colonnes : elles sont gardées.',
      'N’écrivez aucun nom de personne : Maillage ne connaît que des organisations.',
      'Enregistrez, puis déposez le fichier dans l’écran « Données ». Rien n’est enregistré avant votre accord. L’import demandera de quand date ce que vous dites.',
    ]),
  },
  survey: {
    notice: 'Elle explique les autres.',
    columns: [{ header: 'Saisir une enquête sur papier', width: 110 }],
    rows: lines([
      'Listez dans « Acteurs » toutes les organisations interrogées ou citées.',
      'La feuille « Liste d’enquête » propose les organisations du territoire : effacez celles que vous n’interrogez pas, ajoutez celles qui manquent.',
      'Dites-y ce qu’il est advenu de chaque questionnaire : sans cela, un silence passerait pour une absence de lien.',
      'Recopiez chaque questionnaire dans « Liens » : une ligne par organisation citée, avec en « Déclarant » qui a répondu.',
      `Les lignes qui commencent par « ${exampleMark.trim()} » montrent comment faire : l’import les laisse de côté, vous pouvez les effacer.`,
      'N’écrivez aucun nom de personne : Maillage ne connaît que des organisations.',
      'À l’import, dites que le fichier contient des réponses à une enquête, et de quand elle date.',
    ]),
  },
}
