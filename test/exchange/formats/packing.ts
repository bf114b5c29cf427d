import { strToU8, zipSync } from 'fflate'

/** A ZIP file of parts given as texts. */
export function zipOf(parts: Readonly<Record<string, string>>): Uint8Array {
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])))
}

/** A workbook of one sheet, whose rows are given as SpreadsheetML. */
export function xlsxOf(rows: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    '_rels/.rels':
      '<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/xl/workbook.xml"/></Relationships>',
    'xl/workbook.xml': '<workbook><sheets><sheet name="Feuille" sheetId="1" r:id="s1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': [
      '<Relationships><Relationship Id="s1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/>',
      '<Relationship Id="s2" Type="http://x/sharedStrings" Target="sharedStrings.xml"/>',
      '<Relationship Id="s3" Type="http://x/styles" Target="styles.xml"/></Relationships>',
    ].join(''),
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
    ...more,
  })
}

export function odsOf(rows: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipOf({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `<office:document-content><office:body><office:spreadsheet><table:table table:name="Feuille">${rows}</table:table></office:spreadsheet></office:body></office:document-content>`,
    ...more,
  })
}
