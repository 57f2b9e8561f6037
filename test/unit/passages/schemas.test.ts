// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the strings are sources to be read
import { describe } from 'vitest';
import { checkNone, checkPassages } from './checkPassages';

describe('Terraform', () => {
  for (const language of ['terraform', 'terraform-vars', 'hcl']) {
    checkNone(language, [
      'a = "# no ${f("// no")} /* no */"\nb = "http://c/#d"',
      'a = <<EOT\n# no // no\n  EOT\nb = <<-X\n  # no\n  X\n',
    ]);
    checkPassages(
      `three kinds of comments (${language})`,
      language,
      '«# the first setting»\na = 1 «// the second remark»\n«/* a whole block */»\nb = <<E «# reads the text»\n# no\nE\nc = "${d «/* the inner value */»}"\n',
      [
        ['comment', 'the first setting'],
        ['comment', 'the second remark'],
        ['comment', 'a whole block'],
        ['comment', 'reads the text'],
        ['comment', 'the inner value'],
      ],
    );
  }
});

describe('Protobuf', () => {
  checkNone('proto3', ['option a = "// no"; option b = \'/* no */\';']);
  checkPassages(
    'comments above declarations document them',
    'proto3',
    '«// A file on disk.»\nmessage File {\n  «// Where it lies.»\n  string path = 1; «// never empty here»\n  «/* kept for old readers» */\n  repeated string tags = 2;\n}\n',
    [
      ['doc', 'A file on disk.'],
      ['comment', 'Where it lies.'],
      ['comment', 'never empty here'],
      ['doc', 'kept for old readers'],
    ].map(([kind, text]) => [kind as 'doc' | 'comment', text as string] as const),
  );
});

describe('GraphQL', () => {
  checkNone('graphql', [
    '{ a(b: "# no", c: """\n# no "\n""", d: ["x", "y"]) }',
    'directive @a(b: String = "no docs") on FIELD',
    '"unclosed\n',
  ]);
  checkPassages(
    'descriptions and comments',
    'graphql',
    '«"""\nA file on disk.»\n"""\ntype File {\n  «"Where it lies.»"\n  path: String «# never empty here»\n  tags(«"How many of them.»" first: Int = 1, after: String): [String]\n}\n',
    [
      ['doc', 'A file on disk.'],
      ['doc', 'Where it lies.'],
      ['comment', 'never empty here'],
      ['doc', 'How many of them.'],
    ],
  );
});

describe('Vue and Svelte', () => {
  for (const language of ['vue', 'svelte']) {
    checkPassages(
      `template, scripts and style sheets (${language})`,
      language,
      '<script setup lang="ts">\nconst a: A = b; «// in the script»\n</script>\n\n«<!-- about the template -->»\n<Title/>\n<p :title="a > b">// no</p>\n<style lang="scss" scoped>\na { b: url(//c) } «// in a line»\n</style>\n<style>a { } «/* in the sheet */» // no\n</style>\n',
      [
        ['comment', 'in the script'],
        ['comment', 'about the template'],
        ['comment', 'in a line'],
        ['comment', 'in the sheet'],
      ],
    );
    checkNone(language, [
      '<template lang="pug">\np <!-- no -->\n</template>',
      '<script lang="coffee"># no // no</script>',
      '<script type="application/json">{"a": 1} // no</script>',
      '<script lang="tsx">const a = <p>// no</p>;</script>',
    ]);
  }
});
