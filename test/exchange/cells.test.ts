import { expect, test } from 'vitest'
import type { Actor } from '../../server/domain/territory.ts'
import { emptyTerritory } from '../../server/domain/territory.ts'
import { territoryToCsv } from '../../server/exchange/csv.ts'
import { after, territoryOf } from './fixture.ts'

const head = 'id,name,type,sphere,scope,inside,collective,aliases,siren,siret,commune,latitude,longitude,groups'

test('attributes keep their type: a number, a boolean, and texts that look like them', () => {
  const attributes = { count: 12, text: '12', flag: true, word: 'true', code: '08000', decimal: 1.5 }
  expect(lines({ attributes })).toEqual([
    `${head},source,confidence,note,tags,code,count,decimal,flag,text,word`,
    "a,A,commune,culture,local,true,false,,,,,,,,,,,,08000,12,1.5,true,'12,'true",
  ])
})

test('an empty text is not an absent one', () => {
  expect(lines({ note: '' })[1]).toBe("a,A,commune,culture,local,true,false,,,,,,,,,,',")
})

test('formulas are defused (OWASP, CSV Injection) and come back as they were', () => {
  for (const name of ['=1+1', '+33 1', '-x', '@SUM(A1)', '＝1', "'=1", "''=1"]) {
    const actor = { ...base, name, tags: [name] }
    const csv = territoryToCsv(after(emptyTerritory('e'), [{ put: 'actor', value: actor }]))
    expect(csv.get('actors.csv')).toContain(`'${name}`)
    expect(territoryOf(Object.fromEntries(csv)).actors.get('a')).toEqual(actor)
  }
  const noted = { ...base, note: '\t=1' }
  const csv = territoryToCsv(after(emptyTerritory('e'), [{ put: 'actor', value: noted }]))
  expect(csv.get('actors.csv')).toContain("'\t'=1")
  expect(territoryOf(Object.fromEntries(csv)).actors.get('a')).toEqual(noted)
})

test('what cannot be seen is left out of cells, and a name stands on one line', () => {
  const { actors } = territoryOf({
    'actors.csv':
      'id,name,type,sphere,scope,inside,tags,note,"att\u00adribut"\n"a\u200b","\u202eE\u0301cole\r\nAmpère",com\u00admune,culture,local,1,"u\u0008n;deux\ntrois","ligne\r\nautre","\ufeff1"',
  })
  expect(actors.get('a')).toMatchObject({
    name: 'École Ampère',
    type: 'commune',
    tags: ['un', 'deux trois'],
    note: 'ligne\nautre',
    attributes: { attribut: 1 },
  })
})

test.each([
  ['a semicolon', 'a;=cmd|x', "a;'=cmd|x"],
  ['a bar', 'a|=cmd', "a|'=cmd"],
  ['a semicolon and a space', 'a; -1', "a; '-1"],
  ['a semicolon and a quote', 'a;"=1', 'a;""\'=1'],
  ['a tab', 'a\t@x', "a\t'@x"],
  ['a line end', 'a\n+1', "a\n'+1"],
  ['an apostrophe of one’s own', "a;'=1", "a;''=1"],
  ['full width', 'a;＝1', "a;'＝1"],
])('a formula after %s is defused for those who part cells there', (_, note, written) => {
  const csv = territoryToCsv(after(emptyTerritory('e'), [{ put: 'actor', value: { ...base, note } }]))
  expect(csv.get('actors.csv')).toContain(`"${written}"`)
  expect(territoryOf(Object.fromEntries(csv)).actors.get('a')?.note).toBe(note)
})

test('apostrophes in front of ordinary words stay where people put them', () => {
  const { actors } = territoryOf({
    'actors.csv': "id,name,type,sphere,scope,inside\na,'t Zand,commune,culture,local,1",
  })
  expect(actors.get('a')?.name).toBe("'t Zand")
})

test('lists: a semicolon parts, a backslash keeps', () => {
  const tags = ['énergie', 'eau; air', 'C:\\', ' au bord ']
  expect(lines({ tags })[1]).toContain('énergie; eau\\; air; C:\\\\; \\ au bord\\ ')
  expect(lines({ tags: [] })[1]).toMatch(/,";"$/)
  const { actors } = territoryOf({
    'actors.csv': 'id,name,type,sphere,scope,inside,tags\na,A,commune,culture,local,1,"énergie;eau ; ; C:\\temp;"',
  })
  expect(actors.get('a')?.tags).toEqual(['énergie', 'eau', 'C:\\temp'])
})

test('what French spreadsheets write is read for what it means', () => {
  const { actors, ties } = territoryOf({
    'acteurs.csv': [
      'Identifiant;Nom;Type;Sphère;Échelle;Interne;Collectif;SIREN;Latitude;Ouvert;Effectif;Ancienneté',
      'a;A;Entreprise;Économie;Départemental;VRAI;non;552 081 317;48,85;FAUX;12,5;oui',
      'b;B;Association d’entreprises;economie;RÉGION;0;;;;VRAI;1 200;',
    ].join('\r\n'),
    'vagues.csv': 'id;libellé;date;base\nw;Enquête;1/6/2024;Enquête',
    'liens.csv': 'vague;nature;de;vers;orienté;fréquence;dernier contact\nw;Coopération;A;b;faux;Mensuelle;31/12/2023',
  })
  expect(actors.get('a')).toEqual({
    id: 'a',
    name: 'A',
    type: 'entreprise',
    sphere: 'economie',
    scope: 'departmental',
    inside: true,
    collective: false,
    siren: '552081317',
    latitude: 48.85,
    // « oui » may be a boolean or a word of a questionnaire: in a free column it stays a word.
    attributes: { Ouvert: false, Effectif: 12.5, Ancienneté: 'oui' },
  })
  expect(actors.get('b')).toMatchObject({ type: 'association_entreprises', scope: 'regional', inside: false })
  expect(actors.get('b')?.attributes).toEqual({ Ouvert: true, Effectif: '1 200' })
  expect([...ties.values()]).toEqual([
    {
      wave: 'w',
      kind: 'cooperation',
      from: 'a',
      to: 'b',
      reporter: null,
      directed: false,
      regularity: 'monthly',
      lastContact: '2023-12-31',
    },
  ])
})

test('a territory’s own words are read by id and by label', () => {
  const files = {
    'vocabulaire.csv': 'vocabulaire;mot;français\nnature de lien;pret_salaries;Prêt de salariés',
    'acteurs.csv': 'id,nom,type,sphère,échelle,interne\na,A,commune,culture,local,oui',
    'waves.csv': 'id,label,date,basis\nw,W,2024-01-01,documents',
    'liens.csv': 'vague,nature,de,vers,orienté\nw,PRET DE SALARIES,a,a,non',
  }
  expect([...territoryOf(files).ties.values()][0]?.kind).toBe('pret_salaries')
})

test('a column that bears the name of a field is none of the attributes’ business', () => {
  const attributes = { nom: 'autre', Sphère: 'x', 'attribute:note': 1, '=cmd': 'y' }
  const [header] = lines({ attributes })
  expect(header?.split(',').slice(-4)).toEqual([
    'attribute:=cmd',
    'attribute:Sphère',
    'attribute:attribute:note',
    'attribute:nom',
  ])
  expect(read({ attributes })?.attributes).toEqual(attributes)
})

const base: Actor = {
  id: 'a',
  name: 'A',
  type: 'commune',
  sphere: 'culture',
  scope: 'local',
  inside: true,
  collective: false,
}

function lines(fields: Partial<Actor>): string[] {
  const territory = after(emptyTerritory('e'), [{ put: 'actor', value: { ...base, ...fields } }])
  return (territoryToCsv(territory).get('actors.csv') ?? '').trimEnd().split('\r\n')
}

function read(fields: Partial<Actor>): Actor | undefined {
  return territoryOf({ 'actors.csv': lines(fields).join('\r\n') }).actors.get('a')
}
