import type { Node } from '@vscode/tree-sitter-wasm';

/** Strings that are the first statement of a module, class or function; `b''` and `f''` document nothing. */
export function pythonDocuments(root: Node): Node[] {
  const bodies = ofType(root, ['class_definition', 'function_definition']).map((definition) =>
    definition.childForFieldName('body'),
  );
  return [root, ...bodies].flatMap((body) => {
    const first = body === null ? undefined : named(body)[0];
    // More children: a tuple.
    const string = first?.type === 'expression_statement' ? first.firstChild : null;
    if (string?.type !== 'string' || first?.childCount !== 1) return [];
    return /^[ru]?["']/i.test(string.text) ? [string] : [];
  });
}

const ATTRIBUTES = new Set(['doc', 'moduledoc', 'typedoc', 'shortdoc']);

/** The strings behind `@doc` and its like. */
export function elixirDocuments(root: Node): Node[] {
  return ofType(root, ['unary_operator']).flatMap((attribute) => {
    const call = attribute.childForFieldName('operand');
    if (attribute.child(0)?.type !== '@' || call?.type !== 'call') return [];
    const [name, values] = named(call);
    const value = values === undefined ? undefined : named(values)[0];
    if (value === undefined || !ATTRIBUTES.has(name?.text ?? '')) return [];
    const prose = value.type === 'string' || /^~s/i.test(value.text);
    return prose ? [value] : [];
  });
}

function ofType(root: Node, types: string[]): Node[] {
  return root.descendantsOfType(types).filter((node) => node !== null);
}

function named(node: Node): Node[] {
  return node.namedChildren.filter((child) => child !== null && child.type !== 'comment') as Node[];
}
