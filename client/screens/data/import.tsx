import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Button, FileTrigger } from 'react-aria-components'
import type { ImportedWire } from '#wire/exchange.ts'
import { type ImportedFile, type ImportedWave, importFiles } from '../../data/api.ts'
import { forgetTerritory } from '../../data/queries.ts'
import type { TerritoryRecord } from '../../data/record.ts'
import { useText } from '../../text/language.tsx'
import { problemSentence } from '../../text/problems.ts'
import { ImportPreview } from './import-preview.tsx'
import { WaveForm } from './wave-form.tsx'

/** From spreadsheets saved as CSV: files, then what they would change, then the change. */
export function Import({ record }: { record: TerritoryRecord }) {
  const t = useText()
  const client = useQueryClient()
  const [files, setFiles] = useState<readonly ImportedFile[]>([])
  const [wave, setWave] = useState<ImportedWave | null>(null)
  const preview = useMutation({
    mutationFn: (asked: { files: readonly ImportedFile[]; wave: ImportedWave | null }) =>
      importFiles(record.id, asked.files, asked.wave),
  })
  const commit = useMutation({
    mutationFn: (base: number) => importFiles(record.id, files, wave, base),
    onSuccess: async () => {
      setFiles([])
      preview.reset()
      await forgetTerritory(client, record.id)
    },
  })

  const read = async (chosen: FileList | null) => {
    if (!chosen || chosen.length === 0) return
    commit.reset()
    const read = await Promise.all([...chosen].map(importedFile))
    setFiles(read)
    preview.mutate({ files: read, wave })
  }
  const nameWave = (named: ImportedWave) => {
    setWave(named)
    preview.mutate({ files, wave: named })
  }
  const cancel = () => {
    setFiles([])
    preview.reset()
    commit.reset()
  }

  const shown = files.length > 0 ? preview.data : undefined
  return (
    <div className="import">
      <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} allowsMultiple onSelect={read}>
        <Button className="button primary" isPending={preview.isPending}>
          {preview.isPending ? t.data.reading : t.data.chooseFiles}
        </Button>
      </FileTrigger>
      <div aria-live="polite">
        {preview.isError && <p className="problem">{problemSentence(t, preview.error)}</p>}
        {commit.isError && <p className="problem">{problemSentence(t, commit.error)}</p>}
        {commit.data && <p className="success">{t.data.imported(commit.data.changes)}</p>}
      </div>
      {shown && (
        <>
          <ImportPreview preview={shown} />
          {lacksWave(shown) && <WaveForm onName={nameWave} />}
          <div className="row">
            <Button
              className="button primary"
              isDisabled={shown.changes === 0}
              isPending={commit.isPending}
              onPress={() => commit.mutate(shown.base)}
            >
              {t.data.commit(shown.changes)}
            </Button>
            <Button className="button" onPress={cancel}>
              {t.page.cancel}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}

function lacksWave({ refusals }: ImportedWire): boolean {
  return refusals.some(({ code }) => code === 'missing_wave')
}

async function importedFile(file: File): Promise<ImportedFile> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  let binary = ''
  // In slices: a call takes only so many arguments.
  for (let i = 0; i < bytes.length; i += 0x8000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return { name: file.name, content: btoa(binary), encoding: 'base64' }
}
