/**
 * Names of organisations and places inside French sentences. A name is never altered, but for the article it begins with,
 * which contracts: « du Hangar », « aux Ateliers ». It is given an article only where its first word surely takes one:
 * « l’Office de l’habitat », « la CCI », but « Airbus ». A plural noun takes none, since a verb stands in the singular
 * beside a name.
 */

/** « l’Office de l’habitat », « le CNRS », « Airbus », « La Poste »: as a subject, or after « par », « sans », « pour ». */
export function le(name: string): string {
  return `${articleOf(name)}${name}`
}

/** The same at the beginning of a sentence. A name without article keeps its first letter as it is. */
export function Le(name: string): string {
  const article = articleOf(name)
  return `${article.charAt(0).toUpperCase()}${article.slice(1)}${name}`
}

/** « du Hangar », « des Ateliers », « de la CCI », « de l’Office », « d’Airbus », « de La Poste ». */
export function de(name: string): string {
  return contracted(name, 'du', 'des') ?? `${elided('de', le(name))}${le(name)}`
}

/** « au Havre », « aux Ateliers », « à la CCI », « à Airbus ». */
export function à(name: string): string {
  return contracted(name, 'au', 'aux') ?? `à ${le(name)}`
}

/** « qu’Airbus », « que la CCI », « que Le Hangar ». */
export function que(name: string): string {
  return `${elided('que', le(name))}${le(name)}`
}

/** The name after a preposition that swallows « le » and « les »; null where there is none to swallow. */
function contracted(name: string, singular: string, plural: string): string | null {
  const [own, article] = /^(les?)\s+(?=\S)/i.exec(name) ?? []
  if (own !== undefined && article !== undefined) {
    return `${article.length === 2 ? singular : plural} ${name.slice(own.length)}`
  }
  return articleOf(name) === 'le ' ? `${singular} ${name}` : null
}

/** « le », « la » or « l’», with the space after it; empty where the name goes without, or has its own. */
function articleOf(name: string): '' | 'l’' | 'le ' | 'la ' {
  const [, word = '', next = ''] = /^([\p{L}\p{M}-]*)(?![\p{L}\p{M}\p{N}-])(.*)$/su.exec(name) ?? []
  const noun = unaccented(word)
  const described = /^\s+(?:\p{Ll}|D(?:E|U|ES)\s|D['’])/u.test(next)
  const has = (words: Words) =>
    words.acronyms.has(word) || words.nouns.has(noun) || (described && words.described.has(noun))
  if (/^pole emploi(?!\p{L})/u.test(unaccented(name))) return ''
  if (has(masculine)) return soundsAsVowel(name) ? 'l’' : 'le '
  return has(feminine) ? (soundsAsVowel(name) ? 'l’' : 'la ') : ''
}

function elided(word: 'de' | 'que', next: string): string {
  return soundsAsVowel(next) ? `${word.slice(0, -1)}’` : `${word} `
}

/** Whether a text is said with a vowel first, quotes and brackets aside: « d’« Osons » », but « de 🌻 Osons ». */
function soundsAsVowel(text: string): boolean {
  const [word = ''] = /^[\p{L}\p{M}\p{N}]+/u.exec(text.replace(/^[\p{Pi}\p{Pf}\p{Ps}"'\s]+/u, '')) ?? []
  const sound = unaccented(word)
  if (sound.startsWith('h')) return !aspirated.has(sound) && !aspiratedBeginnings.test(sound)
  if (sound.startsWith('y')) return vocalicY.has(sound) || (/^y[^aeiou]/.test(sound) && sound !== 'ymca')
  return /^[aeiou]/.test(sound) && !closedBeginnings.test(sound)
}

function unaccented(text: string): string {
  const lower = text.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae')
  return lower.normalize('NFD').replace(/\p{M}/gu, '')
}

interface Words {
  /** As they are written. */
  readonly acronyms: ReadonlySet<string>
  /** Like those below without accents: whatever follows, such a name is said with its article. */
  readonly nouns: ReadonlySet<string>
  /** Only before an adjective or a complement: « la Maison de l’emploi », but « Maison Martin ». */
  readonly described: ReadonlySet<string>
}

const masculine: Words = {
  acronyms: listed(
    'BRGM CAUE CCAS CEA CETIM CFA CHU CIAS CNAM CNFPT CNRS CPIE CREPS CROUS EPCI EPF ESAT IUT INSEE IRT',
  ),
  nouns: listed(
    'aeroport club cluster college college-lycee comite commissariat conseil conservatoire consortium credit departement',
    'ecomusee etablissement etat festival gouvernement greta groupe groupement hopital incubateur institut lycee',
    'medef ministere musee observatoire office pole rectorat syndicat territoire theatre tribunal',
  ),
  described: listed(
    'atelier bassin cafe campus centre comptoir entrepreneur espace fonds foyer hotel industriel laboratoire parc',
    'pays port reseau service site val',
  ),
}

const feminine: Words = {
  acronyms: listed(
    'ADEME ADIL ADT AFPA ANAH ANCT ANRU ARS CA CAF CAPEB CC CCI CFDT CGT CMA CPAM CPME CRESS CU CUMA DDT DDTM DDETS DRAAF',
    'DRAC DREAL DREETS FFB MJC MSA ONF OPCO SCIC SCOP SEM SPL UIMM URSSAF',
  ),
  nouns: listed(
    'academie afpa agence agglomeration antenne association banque bibliotheque caisse chambre commune communaute',
    'confederation cooperative delegation direction ecole faculte federation fondation gare grappe inspection',
    'intercommunalite ligue mairie mediatheque metropole mission pepiniere plateforme prefecture regie region societe',
    'sous-prefecture universite urssaf ville',
  ),
  described: listed('cite compagnie entreprise ferme maison ressourcerie union usine vallee zone'),
}

/** Words in h that nothing is elided before, wherever the dictionary and use agree; other words in h are mute. */
const aspirated = listed(
  'hague haie haies hainaut halte haltes ham hambach hameau hameaux hanse happy haras harpe havre hem hero heros hetre',
  'hetres hip hit hobby home honda hop hot huawei hub hubs huche huit huitieme hutte huttes hyundai heineken hewlett',
)
const aspiratedBeginnings =
  /^(?:hach|hack|haguen|hall|hand|hangar|hard|haricot|hasard|haut|hayang|heriss|heron|heurt|hibou|hierarch|hockey|hold|holland|homard|hongr|hors|houbl|houill|houl|hous|hugue|hurl|hussard)/

/** Names in y that are said with the vowel though one follows. */
const vocalicY = listed('yainville yebleron yenne yermenonville yerres yerville yeu yeuse yevre yevres yonne yzeure')

/** « de Ouistreham », « de onze » ; « d’Ouessant ». */
const closedBeginnings = /^(?:onz|oui(?!e$)|ouag|uhlan)/

function listed(...lines: readonly string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(' ')))
}
