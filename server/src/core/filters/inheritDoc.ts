import { type Filter, headOf } from './filter';

const INHERIT =
  /\{@inheritdoc\b[^}]{0,120}\}|(?:^|\s)[@\\]inherit[dD]oc\b|<inheritdoc\b[^>]{0,200}>/i;
/** Documentation that is inherited. */
export const inheritDoc: Filter = {
  name: 'inherit-doc',
  reason: 'It takes its text from elsewhere, which is the remedy for repetition.',
  scope: 'passage',
  matches(passage, { source }) {
    const raw = source.slice(passage.start, Math.min(passage.end, passage.start + 4000));
    const head = /inheritdoc/i.test(raw) ? headOf(passage) : '';
    return INHERIT.test(head) && countWords(head.replace(INHERIT, ' ')) < 4;
  },
};

function countWords(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}
