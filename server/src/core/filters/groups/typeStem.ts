/** Words that tell an implementation, a builder or a stand-in from the type it belongs to. */
const AFFIX =
  '(?:Abstract|Base|Default|Simple|Standard|Basic|Generic|Impl|Implementation|Builder|Factory|Mock|Fake|Stub|Null|NoOp|Noop|Dummy|Delegating|Forwarding|Filter|Wrapped|Wrapper|Proxy|Caching|Cached|InMemory|Local|Remote|Async|Sync|Native|Immutable|Mutable|Synchronized|Unmodifiable|Concurrent|Options|Config|Configuration|Settings|Properties|Props|Spec|Interface|Trait|Protocol|Contract)';
const BEFORE = new RegExp(`^(?:I(?=\\p{Lu}\\p{Ll})|_+|${AFFIX}(?=\\p{Lu}))`, 'u');
const AFTER = new RegExp(`(?<=[\\p{Ll}\\p{N}])(?:${AFFIX}|Base\\d?|_+)$`, 'u');

/** The name of a type without what tells an implementation from its contract: `AbstractFooImpl` → `foo`. */
export function typeStem(name: string): string {
  let stem = name;
  for (let last = ''; last !== stem; ) {
    last = stem;
    stem = stem.replace(BEFORE, '').replace(AFTER, '');
  }
  return stem.toLowerCase();
}
