/** npm run build:kernel: writes what paths.ts compiles to into server/analysis/kernel-code.ts, which is kept with the source. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import asc from 'assemblyscript/asc'

const options = ['-O3', '--noAssert', '--runtime', 'stub', '--enable', 'simd', '--use', 'abort=']

/** The module of server/analysis/kernel-code.ts. */
export async function compiledKernel(): Promise<string> {
  let code = ''
  const { error, stderr } = await asc.main(
    ['paths.ts', '--baseDir', import.meta.dirname, '-o', 'paths.wasm', ...options],
    {
      writeFile: (_, contents) => {
        code = Buffer.from(contents).toString('base64')
      },
    },
  )
  if (error) throw new Error(stderr.toString(), { cause: error })
  return `/** kernel/paths.ts, compiled by \`npm run build:kernel\`: WebAssembly in base64. */\nexport const kernelCode =\n  '${code}'\n`
}

if (import.meta.main)
  await writeFile(join(import.meta.dirname, '../server/analysis/kernel-code.ts'), await compiledKernel())
