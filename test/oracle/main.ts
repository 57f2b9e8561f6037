import path from 'node:path';
import { parseArgs } from 'node:util';
import { Oracle } from './oracle';
import { type ComparedFile, compareRepository } from './repository';
import { renderAgreement } from './table';

const USAGE = `Usage: npm run oracle -- DIR... [--list]

Compares the comments that we find in repositories with those that tree-sitter's grammars find.

  DIR      a repository
  --list   list each disagreement, those of files that a grammar could not parse marked with (!)
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      list: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  if (positionals.length === 0) throw new Error('name at least one repository');
  // The program runs from `dist`.
  const oracle = await Oracle.create(path.join(__dirname, '..'));
  const repositories = new Map<string, ComparedFile[]>();
  for (const folder of positionals) {
    process.stderr.write(`oracle: ${folder}\n`);
    repositories.set(path.basename(folder), await compareRepository(folder, oracle));
  }
  process.stdout.write(`${renderAgreement(repositories)}\n`);
  if (values.list) process.stdout.write(`\n${listOf([...repositories.values()].flat())}`);
}

function listOf(files: readonly ComparedFile[]): string {
  const lines = files.flatMap(({ failed, notes }) =>
    notes.map((note) => `${failed ? '(!) ' : ''}${note}\n`),
  );
  return lines.join('');
}

main().catch((error: unknown) => {
  process.stderr.write(`oracle: ${(error as Error).message}\n`);
  process.exitCode = 2;
});
