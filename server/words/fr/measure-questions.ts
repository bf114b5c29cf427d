import type { QuestionWords } from '../measure-questions.ts'

export const measureQuestions: QuestionWords = {
  surrounded: 'Qui est entouré ?',
  connects: 'Qui relie ?',
  depends: 'Qui dépend ?',
  missed: 'Qui manquerait s’il partait ?',
  reaches: 'Qui joint vite les autres ?',
  opens: 'Qui s’ouvre aux autres groupes ?',
  clusters: 'Qui reste entre soi ?',
  anchors: 'Qui est au cœur ?',
  counts: 'Qui fait référence ?',
}
