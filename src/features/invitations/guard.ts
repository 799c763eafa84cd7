/**
 * Words in a note that tell a person what they are, or what somebody takes them for: `as a disabled person`,
 * `because you are gay`, `your faith`, `people like you`. Only words that turn to the reader count: a network
 * may always say whom it is for. In: a note. Out: the words, as they were written, each once.
 */
export function takenFor(note: string): string[] {
  const found = turns.flatMap((turn) => [...note.matchAll(turn)].map((match) => tidy(match[0])))
  return [...new Set(found)].slice(0, 5)
}

/** Groups that people are taken to be of: what the law protects, and what staff networks are often about. */
const groups = String.raw`(?:gay|lesbians?|bi|bisexual|queer|straight|lgbt\w*\+?|trans|transgender|non-?binary|intersex|disabled|deaf|blind|autistic|dyslexic|neuro-?diverse|neuro-?divergent|adhd|ill|depressed|bipolar|black|brown|asian|african|caribbean|chinese|white|mixed|roma|travellers?|bame|minority|muslims?|jewish|jews?|christians?|catholics?|hindus?|sikhs?|buddhists?|religious|wom[ae]n|m[ae]n|female|male|mothers?|fathers?|parents?|carers?|pregnant|menopausal|older|younger|working.class|migrants?|immigrants?|refugees?|foreign\w*|veterans?)`
const traits = String.raw`(?:disabilit\w+|condition|illness|diagnosis|mental health|autism|adhd|dyslexia|depression|faith|religion|beliefs|race|ethnicity|ethnic\w*|skin|accent|heritage|sexuality|sexual orientation|orientation|gender\w*|transition|pregnancy|menopause|age|background)`
const few = String.raw`(?:[\w’'-]+ ){0,3}`

const turns = [
  `as (?:an?|one of (?:the|our|us)|our|another|fellow) ${few}${groups}\\b`,
  `(?:you are|you’re|you're|you being|you might be|you may be|you seem) ${few}${groups}\\b`,
  `(?:because of|given|with|about) your ${few}${traits}\\b`,
  `you (?:have|had|live with|suffer from|struggle with) ${few}${traits}\\b`,
  String.raw`(?:people|colleagues|someone|others|folks?|women|men) like (?:you|yourself)\b`,
].map((turn) => new RegExp(`\\b${turn}`, 'gi'))

const tidy = (words: string) => words.replace(/\s+/g, ' ').trim()
