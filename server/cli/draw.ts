import { existsSync } from 'node:fs'
import { type AskedPicture, pictureAsked } from '../answer/picture.ts'
import { Snapshot } from '../answer/snapshot.ts'
import type { StoreChoice } from '../config.ts'
import { openStore } from '../open-store.ts'
import { refuseStaging } from '../store/store.ts'
import { type PictureFormat, pictureFormats } from '../wire/picture.ts'
import { writeWhole } from './convert.ts'
import { Refusal } from './refusal.ts'

export interface DrawOptions extends AskedPicture {
  /** The file that is written; the end of its name says how. */
  readonly output: string
  readonly force?: true
}

export interface DrawnFile {
  readonly territory: string
  readonly revision: number
  readonly file: string
}

/** Writes the map of a perimeter. Refuses `unknown_format`, `existing_file`, `unwritable_file`, `unknown_wave`, `unknown_word`, `unknown_measure`. */
export async function drawTerritory(
  id: string,
  { output, force, ...asked }: DrawOptions,
  choice: StoreChoice,
): Promise<DrawnFile> {
  refuseStaging(id)
  const format = formatOf(output)
  if (existsSync(output) && !force) throw new Refusal('existing_file', { file: output })
  await using store = await openStore(choice)
  const snapshot = new Snapshot(await store.load(id))
  await writeWhole(output, await pictureAsked(snapshot, { ...asked, format, positions: await store.positions(id) }))
  return { territory: id, revision: snapshot.territory.revision, file: output }
}

function formatOf(file: string): PictureFormat {
  const format = pictureFormats.find((each) => file.toLowerCase().endsWith(`.${each}`))
  if (!format)
    throw new Refusal('unknown_format', { file, endings: pictureFormats.map((each) => `.${each}`), option: null })
  return format
}
