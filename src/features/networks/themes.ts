/** What a network is about, for finding one in the directory. */
export type Theme = (typeof list)[number]['key']

const list = [
  { key: 'race-and-ethnicity', label: 'Race and ethnicity' },
  { key: 'disability', label: 'Disability' },
  { key: 'lgbt', label: 'LGBT+' },
  { key: 'gender', label: 'Gender' },
  { key: 'faith-and-belief', label: 'Faith and belief' },
  { key: 'carers-and-parents', label: 'Carers and parents' },
  { key: 'mental-health-and-wellbeing', label: 'Mental health and wellbeing' },
  { key: 'neurodiversity', label: 'Neurodiversity' },
  { key: 'age', label: 'Age' },
  { key: 'social-mobility', label: 'Social mobility' },
  { key: 'armed-forces-community', label: 'Armed forces community' },
  { key: 'sustainability', label: 'Sustainability' },
  { key: 'digital-and-data', label: 'Digital and data' },
  { key: 'policy', label: 'Policy' },
  { key: 'project-delivery', label: 'Project delivery' },
  { key: 'operational-delivery', label: 'Operational delivery' },
  { key: 'commercial', label: 'Commercial' },
  { key: 'analysis', label: 'Analysis' },
  { key: 'science-and-engineering', label: 'Science and engineering' },
  { key: 'leadership', label: 'Leadership' },
  { key: 'public-speaking', label: 'Public speaking' },
  { key: 'other', label: 'Something else' },
] as const

/** Every theme, in the order in which the directory offers them. */
export const themes: readonly { key: Theme; label: string }[] = list

/**
 * The name of a theme as people read it.
 * In: its key. Out: its label, or undefined when there is no such theme.
 */
export function themeLabel(key: string): string | undefined {
  return themes.find((theme) => theme.key === key)?.label
}
