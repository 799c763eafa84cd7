import { errorFor, form, type Filling } from '#kernel/forms.ts'
import { button, input, radios } from '#kernel/govuk/all.ts'
import { one, type View } from '#kernel/http.ts'
import { gradeLabel, gradeSchemes, type Scheme } from '#features/people/index.ts'

/** First, which grades somebody's employer has. */
export function schemeView({
  typed,
  errors = [],
  scheme = '',
}: Filling & { scheme?: string }): View {
  return {
    title: 'What kind of grade do you have?',
    errors,
    back: '/account',
    body: form(
      { action: '/account/grade' },
      radios({
        name: 'scheme',
        fieldset: {
          legend: {
            text: 'What kind of grade do you have?',
            isPageHeading: true,
            classes: 'govuk-fieldset__legend--l',
          },
        },
        hint: { text: 'It depends on who you work for.' },
        items: [
          ...gradeSchemes.map(({ key, label, hint }) => ({
            value: key,
            text: label,
            hint: { text: hint },
          })),
          { divider: 'or' },
          { value: 'none', text: 'I would rather not say' },
        ],
        value: typed ? one(typed, 'scheme') : scheme,
        errorMessage: errorFor(errors, 'scheme'),
      }),
      button({ text: 'Continue', preventDoubleClick: true }),
    ),
  }
}

/** Then, which of them. */
export function gradeView({
  typed,
  errors = [],
  scheme,
  grade = '',
}: Filling & { scheme: Scheme; grade?: string }): View {
  const question = { text: 'What is your grade?', isPageHeading: true }
  const errorMessage = errorFor(errors, 'grade')
  const value = typed ? one(typed, 'grade') : grade
  return {
    title: question.text,
    errors,
    back: '/account/grade',
    body: form(
      { action: `/account/grade/${scheme.key}` },
      scheme.freeText
        ? input({
            id: 'grade',
            name: 'grade',
            label: { ...question, classes: 'govuk-label--l' },
            hint: { text: scheme.hint },
            classes: 'govuk-!-width-one-half',
            spellcheck: false,
            errorMessage,
            value: typed ? value : (gradeLabel(scheme.key, grade) ?? ''),
          })
        : radios({
            name: 'grade',
            fieldset: { legend: { ...question, classes: 'govuk-fieldset__legend--l' } },
            hint: { text: scheme.label },
            items: scheme.grades.map(({ key, label }) => ({ value: key, text: label })),
            value,
            errorMessage,
          }),
      save,
    ),
  }
}

const save = button({ text: 'Save', preventDoubleClick: true })
