import type { TerritoryRecord } from '../record.ts'

export function Method({ record }: { record: TerritoryRecord }) {
  return <main id="content">{record.name}</main>
}
