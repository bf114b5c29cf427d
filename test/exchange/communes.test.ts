import { describe, expect, test } from 'vitest'
import {
  communeName,
  communesBeginning,
  communesCalled,
  communesMeant,
  communeTable,
  departmentOf,
} from '../../server/exchange/communes/communes.ts'

const called = (text: string) => communesCalled(text).map((commune) => communeName(commune))

describe('communes of France', () => {
  test('are those of the official code of 2026, nearly all with a position', () => {
    const { communes, epcis } = communeTable()
    expect(communes).toHaveLength(34_969)
    expect(epcis.size).toBe(1_255)
    expect(communes.filter(({ position }) => position === null).length).toBeLessThan(400)
    const dieppe = communeTable().byCode.get('76217')
    expect(epcis.get(dieppe?.epci ?? '')).toBe('CA de la Région Dieppoise')
    expect(dieppe?.position?.latitude).toBeCloseTo(49.92, 1)
  })

  test('stand where their department does', () => {
    const byDepartment = Map.groupBy(communeTable().communes, departmentOf)
    for (const [department, communes] of byDepartment) {
      // French Guiana is as long as a third of France, and those of the Pacific are archipelagos.
      if (department.length > 2) continue
      const latitudes = communes.flatMap(({ position }) => (position ? [position.latitude] : [])).sort((a, b) => a - b)
      const middle = latitudes[latitudes.length >> 1] ?? 0
      // Gironde, the longest of them, is 1.5 degrees from south to north.
      for (const latitude of latitudes) expect(Math.abs(latitude - middle)).toBeLessThan(1.2)
    }
  })

  test.each([
    ['DIEPPE CEDEX 1', ['Dieppe']],
    ['76201 Dieppe Cedex', ['Dieppe']],
    ['St-Étienne du Rouvray', ['Saint-Étienne-du-Rouvray']],
    ['Neuville s/ Saône', ['Neuville-sur-Saône']],
    ['Havre (Le)', ['Le Havre']],
    ['L ABERGEMENT CLEMENCIAT', ["L'Abergement-Clémenciat"]],
    ['Paris 12e', ['Paris']],
    ['MARSEILLE 13EME ARRONDISSEMENT', ['Marseille']],
    ['76217', ['Dieppe']],
    ['Saint-Nazaire', ['Saint-Nazaire (30)', 'Saint-Nazaire (44)', 'Saint-Nazaire (66)']],
    ['44600 ST NAZAIRE', ['Saint-Nazaire (44)']],
    ['Saint-Nazaire (44)', ['Saint-Nazaire (44)']],
    ['Arbignieu', ['Arboys en Bugey']],
    ['Brumeval', []],
    ['constructor', []],
    ['', []],
  ])('« %s »', (text, expected) => {
    expect(called(text)).toEqual(expected)
  })

  test('the name of each means it alone', () => {
    for (const commune of communeTable().communes) {
      const found = communesCalled(communeName(commune))
      expect(
        found.includes(commune) && found.every(({ name }) => name === commune.name || found.length === 1),
        commune.name,
      ).toBe(true)
    }
  })

  test('homonyms go where the others are, or are asked', () => {
    const meant = communesMeant(['Saint-Nazaire', 'Trignac', 'Pornichet', 'Saint-Denis'])
    expect(meant.get('Saint-Nazaire')).toMatchObject({ commune: { code: '44184' }, isSure: false })
    expect(meant.get('Saint-Denis')).toMatchObject({ commune: null })
    expect(communesMeant(['Saint-Nazaire']).get('Saint-Nazaire')?.commune).toBeNull()
  })

  test('complete what one types', () => {
    expect(communesBeginning('deca', 3).map(({ name }) => name)).toEqual(['Decazeville'])
    expect(communesBeginning('', 3)).toEqual([])
  })
})
