/** A time of day as people type it (`12:30`, `2pm`, `2.30 pm`) in minutes; undefined when it is none. */
export function readTime(typed: string): number | undefined {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?$/i.exec(typed.trim())
  if (/^(noon|midday)$/i.test(typed.trim())) return 720
  if (!parts) return undefined
  const [hours, minutes, half] = [Number(parts[1]), Number(parts[2] ?? 0), parts[3]?.toLowerCase()]
  if (minutes > 59 || hours > 23 || (half && (hours < 1 || hours > 12))) return undefined
  if (!half && parts[2] === undefined) return undefined
  const hour = half ? (hours % 12) + (half === 'pm' ? 12 : 0) : hours
  return hour * 60 + minutes
}

/** Minutes of the day → 12:30pm. Past midnight it goes on the next day. */
export function timeWords(minutes: number): string {
  const of = ((minutes % 1440) + 1440) % 1440
  const [hour, minute] = [Math.floor(of / 60), of % 60]
  const shown = hour % 12 || 12
  return `${shown}${minute ? `:${String(minute).padStart(2, '0')}` : ''}${hour < 12 ? 'am' : 'pm'}`
}

/** When something happens that many minutes from a start: `1:05pm`, or `The day after, 12:30pm`. */
export function whenWords(starts: number, minute: number): string {
  const at = starts + minute
  const day = { '-1': 'The day before, ', 0: '', 1: 'The day after, ' }[Math.floor(at / 1440)]
  return `${day ?? 'Two days after, '}${timeWords(at)}`
}

/** Minutes from the start, in words: `20 minutes before`, `At the start`, `1 hour 5 minutes in`. */
export function fromStart(minute: number): string {
  if (minute === 0) return 'At the start'
  const away = Math.abs(minute)
  const [days, hours, minutes] = [
    Math.floor(away / 1440),
    Math.floor((away % 1440) / 60),
    away % 60,
  ]
  const words = [
    days > 0 && `${days} ${days === 1 ? 'day' : 'days'}`,
    hours > 0 && `${hours} ${hours === 1 ? 'hour' : 'hours'}`,
    minutes > 0 && `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  ]
    .filter(Boolean)
    .join(' ')
  return minute < 0 ? `${words} before` : `${words} in`
}
