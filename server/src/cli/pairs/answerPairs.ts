import type { TextPair } from '../../core/twins/finder';
import type { Comparison } from '../../core/twins/twin';
import type { CliEnvironment } from '../environment';
import { EXIT } from '../errors';
import { readLines } from './lines';
import type { PairSource } from './openPairs';
import { type PairRequest, parsePair } from './parsePair';

/** Pairs compared in one call: enough to fill the encoder's batches, little enough to stream. */
const BATCH = 2048;

/**
 * Answers each pair by a line of JSON, in the order of the input.
 *
 * @returns the exit status: 2 when a line was bad.
 * @throws InputError when the input breaks off.
 */
export async function answerPairs(
  source: PairSource,
  compareAll: (pairs: readonly TextPair[]) => Promise<readonly Comparison[]>,
  { terminal }: CliEnvironment,
): Promise<number> {
  let status: number = EXIT.done;
  let lineNumber = 0;
  for await (const lines of readLines(source)) {
    for (let start = 0; start < lines.length; start += BATCH) {
      if (terminal.stdout.closed) return status;
      const requests: PairRequest[] = [];
      for (const line of lines.slice(start, start + BATCH)) {
        const request = parsePair(line);
        lineNumber++;
        if (request) requests.push(locate(request, lineNumber));
      }
      if (requests.some((request) => 'error' in request)) status = EXIT.unusable;
      await terminal.stdout.write(await answer(requests, compareAll));
    }
  }
  return status;
}

function locate(request: PairRequest, line: number): PairRequest {
  return 'error' in request ? { ...request, error: `line ${line}: ${request.error}` } : request;
}

async function answer(
  requests: readonly PairRequest[],
  compareAll: (pairs: readonly TextPair[]) => Promise<readonly Comparison[]>,
): Promise<string> {
  const pairs = requests.flatMap((request) => ('pair' in request ? [request.pair] : []));
  const comparisons = (pairs.length > 0 ? await compareAll(pairs) : []).values();
  const answers = requests.map((request) => {
    if ('error' in request) return request;
    const { pair: _, ...id } = request;
    const comparison = comparisons.next().value;
    if (!comparison) throw new Error(`${pairs.length} pairs were not answered one by one`);
    return { ...id, ...comparison };
  });
  return answers.map((line) => `${JSON.stringify(line)}\n`).join('');
}
