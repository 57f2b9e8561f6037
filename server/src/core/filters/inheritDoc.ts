import { type Filter, headOf } from './filter';

const INHERIT =
  /\{@inheritdoc\b[^}]{0,120}\}|(?:^|\s)[@\\]inherit[dD]oc\b|<inheritdoc\b[^>]{0,200}>/i;
const SEE_TAGS = new Set(['see', 'seealso', 'sa', 'link', 'see also']);
/** `See Foo#bar.`, `See also the documentation of Foo`, `See https://…`: one reference and nothing else. */
const SEE_ONLY =
  /^see(?: also)?:? (?:the )?(?:(?:docs?|documentation|comments?|javadoc|definition|description) (?:of|for|on|in|at) )?(?:the )?[^\s,]{1,300}(?: (?:above|below|method|function|class|interface|type|module|file|for (?:details|more|more (?:information|details|info)|documentation)))?\.?$/i;

/** Documentation that only points to other documentation. */
export const inheritDoc: Filter = {
  name: 'inherit-doc',
  reason: 'It takes its text from elsewhere, which is the remedy for repetition.',
  scope: 'passage',
  matches(passage, { source }) {
    const raw = source.slice(passage.start, Math.min(passage.end, passage.start + 4000));
    const head = /inheritdoc/i.test(raw) ? headOf(passage) : '';
    if (INHERIT.test(head)) return countWords(head.replace(INHERIT, ' ')) < 4;
    if (!passage.described && passage.tags.length > 0) {
      return passage.tags.every((tag) => SEE_TAGS.has(tag.name));
    }
    return passage.text.length < 400 && SEE_ONLY.test(passage.text);
  },
};

function countWords(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}
