import { existsSync } from 'node:fs'
import { Snapshot } from '../answer/snapshot.ts'
import { storyAsked } from '../answer/story.ts'
import type { StoreChoice } from '../config.ts'
import { openStore } from '../open-store.ts'
import { refuseStaging } from '../store/store.ts'
import type { Language } from '../words/language.ts'
import { writeWhole } from './convert.ts'
import type { DrawnFile } from './draw.ts'
import { Refusal } from './refusal.ts'

export interface StoryOptions {
  readonly story: string
  /** The file that is written. */
  readonly output: string
  readonly language: Language
  readonly force?: true
}

/** Writes a story as a presentation. Refuses `unknown_format`, `existing_file`, `unwritable_file`, `unknown_story`. */
export async function tellTerritory(
  id: string,
  { story, output, language, force }: StoryOptions,
  choice: StoreChoice,
): Promise<DrawnFile> {
  refuseStaging(id)
  if (!output.toLowerCase().endsWith('.pptx'))
    throw new Refusal('unknown_format', { file: output, endings: ['.pptx'], option: null })
  if (existsSync(output) && !force) throw new Refusal('existing_file', { file: output })
  await using store = await openStore(choice)
  const snapshot = new Snapshot(await store.load(id))
  await writeWhole(output, await storyAsked(snapshot, { story, language, positions: await store.positions(id) }))
  return { territory: id, revision: snapshot.territory.revision, file: output }
}
