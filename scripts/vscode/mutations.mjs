// `npm run mutations [-- [--resume] NAME]`: breaks the extension on purpose, one promise at a time, and sees which
// journey notices. Prints a table; fails when a broken extension goes unnoticed. `--resume` goes on where an
// interrupted run ended.
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { packedReadme } from '../packedReadme.mjs';
import { bundles } from './bundles.mjs';
import { ensureChromium } from './debian.mjs';
import { startHost } from './host.mjs';
import { loadTests, work } from './loadTests.mjs';
import { log, openLog } from './mutationLog.mjs';
import { root } from './project.mjs';

const tell = (line) => console.log(line);
const args = process.argv.slice(2);
const isResumed = args.includes('--resume');
const [filter = ''] = args.filter((arg) => arg !== '--resume');

/** What the bundles are made of. */
const sources = [
  'client',
  'server',
  'package.json',
  'README.md',
  'tsconfig.json',
  'scripts/noFetch.cjs',
];

// A failing journey waits for what never comes: less patience than where failing is the exception. The sound
// extension must pass with as much.
process.env.TEXT_TWIN_PATIENCE ??= '60000';
const { journeys, mutations, runJourneys } = await loadTests();
const wanted = mutations.filter(({ promise }) => new RegExp(filter).test(promise));
const copy = path.join(work, 'mutant');
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(2));

const chromium = await ensureChromium();
const host = await startHost({ tell });
try {
  await copySources();
  const known = await openLog(isResumed);
  const missing = wanted.filter(({ promise }) => !known.some((row) => row.promise === promise));
  const isSound = new Map(known.filter(({ sound }) => sound).map((row) => [row.sound, row.passed]));
  await goSound(missing, isSound);
  const rows = known.filter(({ promise }) => wanted.some((one) => one.promise === promise));
  for (const mutation of missing) {
    const row = await tryOut(mutation, isSound);
    await log(row);
    rows.push(row);
  }
  tell(table(rows));
  const missed = rows.filter(({ outcome }) => outcome !== 'caught');
  tell(`${rows.length - missed.length} of ${rows.length} caught`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await host.stop();
  await rm(copy, { recursive: true, force: true });
}

/** Goes the journeys of mutations with the sound extension, but those known already; fills in whether they passed. */
async function goSound(chosen, isSound) {
  const needed = journeys.filter((one) => chosen.some((mutation) => journeyOf(mutation) === one));
  const unknown = needed.filter(({ name }) => !isSound.has(name));
  const { failures } = await go(unknown);
  for (const { name } of unknown) {
    isSound.set(name, !failures.has(name));
    await log({ sound: name, passed: isSound.get(name) });
  }
}

/** The journey that is to notice. */
function journeyOf({ promise, caughtBy }) {
  const found = journeys.find(({ name }) => new RegExp(caughtBy).test(name));
  if (!found) throw new Error(`No journey is called ${caughtBy}: ${promise}`);
  return found;
}

/** Breaks one promise, goes the journey that is to notice, and mends it. */
async function tryOut(mutation, isSound) {
  const { promise, file, from, to, program } = mutation;
  const journey = journeyOf(mutation);
  const target = path.join(copy, file);
  const sound = await readFile(target, 'utf8');
  if (sound.split(from).length !== 2)
    throw new Error(`${file} holds no, or more than one: ${from}`);
  tell(`broken: ${promise}`);
  try {
    await writeFile(
      target,
      sound.replace(from, () => to),
    );
    await install(file, program);
    const start = performance.now();
    const { failures } = await go([journey]);
    const seconds = Math.round((performance.now() - start) / 1000);
    const failure = failures.get(journey.name);
    const caught = isSound.get(journey.name) ? 'caught' : 'fails anyway';
    const outcome = failure === undefined ? 'MISSED' : caught;
    return { promise, file, journey: journey.name, outcome, seconds, failure };
  } finally {
    await writeFile(target, sound);
    await install(file, program);
  }
}

/** Goes journeys once each. */
async function go(chosen) {
  return runJourneys(chosen, {
    host,
    chromium,
    pictures: path.join(work, 'mutants'),
    goes: 1,
    tell,
  });
}

async function copySources() {
  await rm(copy, { recursive: true, force: true });
  await mkdir(path.join(copy, 'scripts'), { recursive: true });
  for (const name of sources)
    await cp(path.join(root, name), path.join(copy, name), { recursive: true });
  await symlink(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
}

/** Puts what is made of a file, a program by its name if it is not the usual one, in place of the installed extension's. */
async function install(file, program = file.startsWith('client/') ? 'extension' : 'server') {
  const changed = path.join(copy, file);
  if (file === 'package.json') {
    await host.replace(file, changed);
  } else if (file === 'README.md') {
    const packed = path.join(copy, 'packed.md');
    await writeFile(packed, await packedReadme(changed));
    await host.replace('readme.md', packed);
  } else {
    await host.replace(`dist/${program}.js`, await bundles[program](copy));
  }
}

function table(rows) {
  const lines = rows.map(
    ({ promise, file, journey, outcome, seconds, failure = '' }) =>
      `| ${promise} | \`${file}\` | ${outcome} | ${journey} | ${seconds} | ${failure.replaceAll('|', '\\|').slice(0, 110)} |`,
  );
  return [
    '| promise, broken | in | outcome | journey | s | what it said |',
    '| --- | --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
