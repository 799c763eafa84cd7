import { type Chapter, example, list, note, section, text } from './chapter.ts'

export const tools: Chapter = {
  slug: 'tools',
  title: 'Tools',
  promise: 'Choose the few tools that take work off you, and that everyone can use.',
  time: 'About 20 minutes',
  sections: [
    section(
      'People first, then tools',
      text(
        'This is step six for a reason. By now you know your people and what they want to do.',
        'Only then can you tell which tools will help.',
        'Turn on one thing at a time, and show people how it works.',
      ),
    ),
    section(
      'What a network needs',
      list(
        'A small set of tools will do:',
        'a sign-up form that adds people by itself, so no one keeps a list by hand',
        'private places to talk, which meet government rules on security',
        'events, online or hybrid, with reminders and with recordings kept in one place',
        'a library for papers, guides and good practice',
        'numbers on who takes part and what is growing',
        'privacy settings: hidden lists of members, and data scrambled (encrypted) so that others cannot read it',
      ),
      text(
        'Sign-up, lists of members and privacy settings are here.',
        'For the rest, start with what your work already has, if it does the job well.',
        'If your members live in Microsoft Teams or Outlook, meet and talk there.',
        'If you have a list in Microsoft Forms, Lists or a spreadsheet, you can bring it in.',
      ),
      note(
        'Check with your IT team before you send members’ details to any new tool.',
        'For a network that needs care, fewer copies of its list are always better.',
      ),
    ),
    section(
      'Make it work for everyone',
      text(
        'If one person cannot join in, it is the tool that has failed.',
        'Some people use a screen reader, some use only the keyboard, some need strong contrast.',
        'Every page here is made to work for them. Your own files need the same care.',
      ),
      list(
        'In Word and PowerPoint:',
        'use real headings, and a title on each slide',
        'describe each picture that matters',
        'write links that say where they go',
        'leave text on the left, in a plain typeface of at least 12 point',
        'do not use colour alone to tell people something',
      ),
      text('Where you can, share a web page as well as a file. It works on every phone.'),
    ),
    section(
      'Explain short forms and name files well',
      text(
        'Public service is full of short forms. New people feel left out by them.',
        'Write the full name the first time, with the short form after it.',
        'Or ask if you need it at all.',
      ),
      example(
        'A name that tells you what is inside',
        'Hard to find: “FINAL notes v3 (new).docx”',
        'Easy to find: “2026-11-21 steering group notes v1.0.docx”',
        'The date comes first and back to front, so files line up by date.',
      ),
    ),
    section(
      'Ask what people need before they come',
      text(
        'Ask at sign-up for each event, not once for ever. Needs change.',
        'Think of a sign language interpreter, captions, large print, a lift, or a room for prayer.',
        'Only the person who plans the event should see the answers.',
        'Let people say “please contact me” if they would rather talk.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Choose your tools', place: 'setup:tools' },
    { text: 'Bring in a list that you have', place: 'network:import' },
    { text: 'Check the privacy settings', place: 'network:settings' },
    { text: 'Read how we make these pages easy to use', place: '/accessibility' },
  ],
}
