import type { ImportedFile } from '../../data/api.ts'
import { csvOf } from '../../grid/clipboard.ts'

/** A file as it is on disk, ready to be sent. Rejects when it cannot be read, as a folder cannot. */
export async function sourceOfFile(file: File): Promise<ImportedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  // In slices: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return { name: file.name, content: btoa(binary), encoding: 'base64' }
}

/** Whether a file is read whole before anything of it is shown, as its name tells; what an archive holds is not known. */
export function isWorkbook(name: string): boolean {
  return /\.(xlsx|xlsm|xlsb|xls|ods)$/i.test(name)
}

/** Cells that were pasted, as the file they might have been. */
export function sourceOfCells(name: string, rows: readonly (readonly string[])[]): ImportedFile {
  return { name, content: csvOf(rows), encoding: 'utf8' }
}
