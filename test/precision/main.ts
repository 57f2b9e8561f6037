import path from 'node:path';
import { parseArgs } from 'node:util';
import { filters, ROOT, recall, report, sample } from './commands';
import { PLANTINGS } from './planting';
import { listRepositories, SENSITIVITIES } from './scanRepository';

const OWN = path.join(ROOT, 'test', 'precision');

const USAGE = `Usage: npm run precision -- --repositories DIR [options]
       npm run precision -- filters PATH... [--sensitivity NAME]

Draws warnings for people to label, measures precision from labels, or recall from planted duplicates; or, with
filters, counts the warnings per 10,000 lines of each PATH before and after each filter.

  --repositories DIR   folder with a folder per repository
  --sensitivity NAME   strict, balanced or loose           (balanced)
  --seed N             of the draw and of the planting     (1)

  --output FILE        write a worksheet of warnings to FILE, and FILE's name with .labels.jsonl
  --count N            how many warnings                   (300)

  --report             precision from the labels and a fresh scan
  --labels FILE        (test/precision/labels.jsonl)

  --recall             plant duplicates in copies of the repositories and count what is found
  --where PLACE        comments: in place of comments above code; ends: at the ends of files   (comments)
  --plants FILE        (test/precision/plants.jsonl)
  --peers DIR          folder with potion-base-4m-int8     (../shared/peers)
`;

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      repositories: { type: 'string' },
      sensitivity: { type: 'string', default: 'balanced' },
      seed: { type: 'string', default: '1' },
      output: { type: 'string' },
      count: { type: 'string', default: '300' },
      report: { type: 'boolean', default: false },
      labels: { type: 'string', default: path.join(OWN, 'labels.jsonl') },
      recall: { type: 'boolean', default: false },
      peers: { type: 'string', default: path.join(ROOT, '..', 'shared', 'peers') },
      where: { type: 'string', default: 'comments' },
      plants: { type: 'string', default: path.join(OWN, 'plants.jsonl') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const sensitivity = SENSITIVITIES.find((known) => known === values.sensitivity);
  if (!sensitivity) throw new Error(`--sensitivity must be one of ${SENSITIVITIES.join(', ')}`);
  const [command, ...paths] = positionals;
  if (command !== undefined) {
    if (command !== 'filters') throw new Error(`there is no command "${command}"`);
    if (paths.length === 0) throw new Error('filters needs a PATH');
    return filters(paths, sensitivity);
  }
  const wanted = [values.output !== undefined, values.report, values.recall].filter(Boolean);
  if (wanted.length !== 1) throw new Error('give one of --output FILE, --report and --recall');
  if (values.repositories === undefined) throw new Error('--repositories DIR is missing');
  const request = {
    repositories: await listRepositories(values.repositories),
    sensitivity,
    seed: readWhole('seed', values.seed),
  };
  if (values.report) return report(request, values.labels);
  if (values.recall) {
    const planting = PLANTINGS.get(values.where);
    if (!planting) throw new Error(`--where must be one of ${[...PLANTINGS.keys()].join(', ')}`);
    return recall(request, planting, values.plants, values.peers);
  }
  return sample(request, readWhole('count', values.count), path.resolve(values.output ?? ''));
}

function readWhole(name: string, value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw new Error(`--${name} must be a whole number, got "${value}"`);
}

main().catch((error: unknown) => {
  process.stderr.write(`precision: ${(error as Error).message}\n`);
  process.exitCode = 2;
});
