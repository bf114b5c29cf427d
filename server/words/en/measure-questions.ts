import type { QuestionWords } from '../measure-questions.ts'

export const measureQuestions: QuestionWords = {
  surrounded: 'Who has many around them?',
  connects: 'Who connects?',
  depends: 'Who depends?',
  missed: 'Who would be missed?',
  reaches: 'Who reaches others fast?',
  opens: 'Who opens to other groups?',
  clusters: 'Who keeps to themselves?',
  anchors: 'Who is at the core?',
  counts: 'Who is looked to?',
}
