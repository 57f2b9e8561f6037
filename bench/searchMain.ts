import { searchRows } from './search';

/** Prints the search's rows. Arguments: a folder, see `readPassages`, and among how many passages to query. */
async function main([folder, most]: readonly string[]): Promise<void> {
  if (folder === undefined) throw new Error('Name a folder with texts.jsonl and vectors.f32.');
  for await (const rows of searchRows(folder, Number(most ?? 1e6))) {
    for (const { measure, value, unit, target, met } of rows) {
      const verdict = target === undefined ? '' : `   ${target} ${met ? 'met' : 'MISSED'}`;
      console.log(`${measure}: ${value.toPrecision(6)} ${unit}${verdict}`);
    }
  }
}

void main(process.argv.slice(2));
