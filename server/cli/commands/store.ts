import { configFrom, placeOf } from '../../config.ts'
import type { CopyOptions } from '../copy.ts'
import type { Commanding, Json } from '../options.ts'

/** The data as a whole: saved, put back, read again, copied. */
export function store({ command, print, text }: Commanding): void {
  const { help } = text

  command('backup <file>', help.backup)
    .option('--force', help.backupForce)
    .action(async (file: string, { json, ...options }: Json & { force?: boolean }) => {
      const { backUp } = await import('../backup.ts')
      const { territories, commits } = await backUp(file, options, configFrom(process.env))
      await print(json ? JSON.stringify({ file, territories, commits }) : text.backedUp(file, territories, commits))
    })

  command('restore <file>', help.restore).action(async (file: string, { json }: Json) => {
    const { store } = configFrom(process.env)
    const { restore } = await import('../backup.ts')
    const restored = restore(file, store)
    const { aside, territories, commits } = restored
    await print(json ? JSON.stringify(restored) : text.restored(placeOf(store), aside, territories, commits))
  })

  command('check [file]', help.check).action(async (given: string | undefined, { json }: Json) => {
    const { checkStore } = await import('../backup.ts')
    const checked = checkStore(given, () => configFrom(process.env).store)
    const { file, territories, commits } = checked
    await print(json ? JSON.stringify(checked) : text.checked(file, territories, commits))
  })

  command('copy <territory>', help.copy)
    .requiredOption('--from <url>', help.copyFrom)
    .requiredOption('--to <url>', help.copyTo)
    .action(async (territory: string, { json, from, to }: Json & CopyOptions) => {
      const { copyBetween } = await import('../copy.ts')
      const shown = process.stderr.isTTY && !json
      const copied = await copyBetween(territory, { from, to }, ({ done, of }) => {
        if (shown) process.stderr.write(`\r${text.copying(done, of)}${done === of ? '\n' : ''}`)
      })
      await print(json ? JSON.stringify(copied) : text.copied(territory, copied.revision))
    })
}
