import { french } from '../formats.ts'
import type { RowsOfExtract } from '../register.ts'

const { count, list } = french

/** « 12 lignes lues : 9 établissements retenus, 2 établissements fermés écartés et 1 ligne sans SIRET lisible. » */
export function extractRows({ read, kept, beyond, closed, repeated, unread }: RowsOfExtract): string {
  const parts = [
    count(kept, 'établissement retenu', 'établissements retenus'),
    ...(beyond > 0
      ? [`${count(beyond, 'établissement', 'établissements')} d’une autre activité ou d’un autre effectif`]
      : []),
    ...(closed > 0 ? [count(closed, 'établissement fermé écarté', 'établissements fermés écartés')] : []),
    ...(repeated > 0 ? [count(repeated, 'ligne en double', 'lignes en double')] : []),
    ...(unread > 0 ? [`${count(unread, 'ligne', 'lignes')} sans SIRET lisible`] : []),
  ]
  return `${count(read, 'ligne lue', 'lignes lues')} : ${list(parts)}.`
}
