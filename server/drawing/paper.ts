/** Sheets of ISO 216, lying, in points. */
const sizes = {
  A4: [841.89, 595.28],
  A3: [1190.55, 841.89],
  A2: [1683.78, 1190.55],
  A1: [2383.94, 1683.78],
  A0: [3370.39, 2383.94],
} as const

export const papers = ['A4', 'A3', 'A2', 'A1', 'A0'] as const
export type Paper = (typeof papers)[number]

export function sizeOf(paper: Paper): { readonly width: number; readonly height: number } {
  const [width, height] = sizes[paper]
  return { width, height }
}

/** How much larger what is read is on a sheet than on A4: less than the sheet, which is read from nearer than its size. */
export function scaleOf(paper: Paper): number {
  return (sizes[paper][1] / sizes.A4[1]) ** 0.8
}
