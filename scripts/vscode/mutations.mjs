// `npm run mutations [-- NAME]`: breaks the extension on purpose, one promise at a time, and sees which journey
// notices. Prints a table; fails when a broken extension goes unnoticed.
import { cp, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { bundles } from './bundles.mjs';
import { ensureChromium } from './debian.mjs';
import { startHost } from './host.mjs';
import { loadTests, work } from './loadTests.mjs';
import { root } from './project.mjs';

const tell = (line) => console.log(line);
const [filter = ''] = process.argv.slice(2);

/** What the bundles are made of. */
const sources = ['client', 'server', 'package.json', 'tsconfig.json', 'scripts/noFetch.cjs'];

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
  const control = await go(
    journeys.filter(({ name }) => wanted.some(({ caughtBy }) => new RegExp(caughtBy).test(name))),
  );
  const rows = [];
  for (const mutation of wanted) rows.push(await tryOut(mutation, control));
  tell(table(rows));
  const missed = rows.filter(({ outcome }) => outcome !== 'caught');
  tell(`${rows.length - missed.length} of ${rows.length} caught`);
  process.exitCode = missed.length > 0 ? 1 : 0;
} finally {
  await host.stop();
  await rm(copy, { recursive: true, force: true });
}

/** Breaks one promise, goes the journey that is to notice, and mends it. */
async function tryOut(mutation, control) {
  const { promise, file, from, to, caughtBy } = mutation;
  const [journey] = journeys.filter(({ name }) => new RegExp(caughtBy).test(name));
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
    await install(file);
    const { failures } = await go([journey]);
    const failure = failures.get(journey.name);
    const isSound = !control.failures.has(journey.name);
    const outcome = failure === undefined ? 'MISSED' : isSound ? 'caught' : 'fails anyway';
    return { promise, file, journey: journey.name, outcome, failure };
  } finally {
    await writeFile(target, sound);
    await install(file);
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

/** Puts what is built from a file in place of the installed extension's. */
async function install(file) {
  if (file === 'package.json') {
    await host.replace('package.json', path.join(copy, file));
    return;
  }
  const side = file.startsWith('client/') ? 'extension' : 'server';
  await host.replace(`dist/${side}.js`, await bundles[side](copy));
}

function table(rows) {
  const lines = rows.map(
    ({ promise, file, journey, outcome, failure = '' }) =>
      `| ${promise} | \`${file}\` | ${outcome} | ${journey} | ${failure.replaceAll('|', '\\|').slice(0, 110)} |`,
  );
  return [
    '| promise, broken | in | outcome | journey | what it said |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}
