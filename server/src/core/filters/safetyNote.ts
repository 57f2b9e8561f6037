import type { Filter } from './filter';

const NOTE = /^SAFETY\s?:/;

/** `// SAFETY: …`, which Rust's linters want above each unsafe block, also where two are safe for one reason. */
export const safetyNote: Filter = {
  name: 'safety-note',
  reason: 'Each unsafe block has to say why it is sound.',
  scope: 'passage',
  matches: ({ kind, text }) => kind === 'comment' && NOTE.test(text),
};
