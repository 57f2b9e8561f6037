/** A small file with texts to select, one on each line, and where they stand, counted from 1. */
export const texts = {
  path: 'notes/compare.txt',
  lines: { held: 1, heldAgain: 3, kettle: 5, ascending: 7, descending: 9 },
  content: [
    'Messages are held between 21:00 and 07:00 in the time zone of the recipient.',
    '',
    "Messages are held between 21:00 and 07:00 in the recipient's time zone.",
    '',
    'The kitchen rota hangs beside the kettle on the second floor.',
    '',
    'Sorts the parcels of a route by weight in ascending order.',
    '',
    'Sorts the parcels of a route by weight in descending order.',
    '',
  ].join('\n'),
} as const;
