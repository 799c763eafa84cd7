export type GoalPreset = {
  key: string
  statement: string
  /** What is counted, in words. */
  measure: string
  unit: string
  target: number
  /** By when, in months from today. */
  months: number
}

/** Goals to start from, with numbers that other networks have used. */
export const goalPresets: readonly GoalPreset[] = [
  goal('Welcome 100 new members in six months', 'new-members', 'New members', 'people', 100, 6),
  goal('See 20 posts a week in our channels', 'weekly-posts', 'Posts each week', 'posts', 20, 6),
  goal('Get 30 clicks on a link that we share', 'clicks', 'Clicks on the link', 'clicks', 30, 3),
  goal('Be of value to 80% of members', 'valued', 'Members who say we are of value', '%', 80, 12),
  goal('Hold a webinar every three months', 'webinars', 'Webinars held', 'webinars', 4, 12),
  goal('See 20% more people take part', 'engagement', 'Rise in people taking part', '%', 20, 12),
  goal('Meet in person every three months', 'meet-ups', 'Meet-ups held', 'meet-ups', 4, 12),
  goal('Write one guide together', 'guidance', 'Guides published', 'guides', 1, 12),
]

function goal(
  statement: string,
  key: string,
  measure: string,
  unit: string,
  target: number,
  months: number,
): GoalPreset {
  return { key, statement, measure, unit, target, months }
}
