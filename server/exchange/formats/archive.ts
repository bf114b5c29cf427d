import type { SourceFile } from '../csv.ts'
import { formatOf } from '../encoding.ts'
import { Unreadable } from './unreadable.ts'
import { Zip } from './zip.ts'

/** Files of an archive that are read at most. */
const mostFiles = 200

/**
 * The files that a ZIP file holds, such as the CSV files we export, each named after it; archives within are not opened. Null: it is none, or is a workbook or a document,
 * which are ZIP files too, or is damaged, which whoever reads it tells.
 */
export function filesOfArchive({ name, bytes }: SourceFile): readonly SourceFile[] | null {
  if (formatOf(bytes) !== 'xlsx') return null
  try {
    const zip = new Zip(bytes)
    if (zip.names.some((part) => documentParts.test(part))) return null
    const files = zip.names.filter((part) => !part.endsWith('/') && !hidden.test(part))
    if (files.length > mostFiles) return null
    return files.map((part) => ({ name: `${name}/${part}`, bytes: zip.part(part) ?? new Uint8Array() }))
  } catch (error) {
    if (error instanceof Unreadable) return null
    throw error
  }
}

/** What programs keep in the ZIP files that are their own format. */
const documentParts =
  /^(?:\[Content_Types\]\.xml|_rels\/.*|content\.xml|mimetype|xl\/.*|Project(?:_xml)?|Workspace_\d+(?:_\w+)?)$/
/** What systems leave beside the files that people put in. */
const hidden = /(?:^|\/)(?:\.|__MACOSX\/|Thumbs\.db$|desktop\.ini$)/
