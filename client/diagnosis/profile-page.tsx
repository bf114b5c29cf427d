import type { DiagnosisWire } from '#wire/diagnosis.ts'
import type { TerritoryRecord, Wave } from '../record.ts'
import type { TerritoryPlace } from '../state/place.ts'

export function ProfilePage({ record }: ProfilePageProps) {
  return <main id="content">{record.name}</main>
}

interface ProfilePageProps {
  readonly record: TerritoryRecord
  readonly place: TerritoryPlace
  readonly wave: Wave
  readonly diagnosis: DiagnosisWire
}
