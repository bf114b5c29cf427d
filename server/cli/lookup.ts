import { type Company, CompanySearch, officialRegister } from '../register/company-search.ts'

/** Companies of the register of the address that is named, else the official one. Refuses `register_unavailable`. */
export function companySearch(address: string | undefined): CompanySearch {
  return new CompanySearch({ address: address ?? officialRegister })
}

/** How a language says what the register answers. */
export interface LookupText {
  readonly sent: (asked: string, address: string) => string
  readonly none: string
  readonly closed: string
}

/** A line for each company. */
export function companyLine(
  { name, siren, siret, naf, postcode, commune, headcount, position, isOpen }: Company,
  closed: string,
): string {
  const where = position ? `${position.latitude}, ${position.longitude}` : ''
  const known = [siret || siren, naf, headcount, `${postcode} ${commune}`.trim(), where, isOpen ? '' : closed]
  return `${name} · ${known.filter((one) => one !== '').join(' · ')}`
}
