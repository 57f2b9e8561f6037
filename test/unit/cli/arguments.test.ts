import { describe, expect, it } from 'vitest';
import { nearest } from '../../../server/src/cli/arguments/nearest';
import { parseCommand } from '../../../server/src/cli/arguments/parseCommand';
import { compareSpec, scanSpec } from '../../../server/src/cli/arguments/specs';
import { runFake } from './support/runFake';

describe('parseCommand', () => {
  it('tells options, values and positionals apart', () => {
    const argv = ['a', '--include', 'x', '--include=y', '--no-cache', 'b'];
    const args = parseCommand(argv, scanSpec);
    expect(args.positionals).toEqual(['a', 'b']);
    expect(args.values('include')).toEqual(['x', 'y']);
    expect(args.has('no-cache')).toBe(true);
    expect(args.has('verbose')).toBe(false);
    expect(args.value('output')).toBeUndefined();
  });

  it('lets the last value of an option hold', () => {
    expect(parseCommand(['--format=json', '--format', 'text'], scanSpec).value('format')).toBe(
      'text',
    );
  });

  it('takes everything after -- as positional', () => {
    expect(parseCommand(['--', '--format', '-x'], compareSpec).positionals).toEqual([
      '--format',
      '-x',
    ]);
  });
});

describe('nearest', () => {
  it.each([
    ['--treshold', '--threshold'],
    ['--formta', '--format'],
    ['--fial-on', '--fail-on'],
    ['--banana', undefined],
    ['', undefined],
  ])('takes %j for %j', (word, expected) => {
    expect(nearest(word, ['--threshold', '--format', '--fail-on'])).toBe(expected);
  });
});

describe('arguments that cannot be used', () => {
  it.each([
    [['scan', '--treshold', '0.5'], /unknown option "--treshold"; did you mean "--threshold"\?/],
    [['scan', '--xyzzyx'], /unknown option "--xyzzyx"; see text-twin scan --help/],
    [['scan', '-x'], /unknown option "-x"/],
    [['scan', '--format', 'xml'], /--format must be one of text, json, sarif, html, got "xml"/],
    [['scan', '--format'], /--format needs a value: --format FORMAT/],
    [['scan', '--output', '--verbose'], /--output needs a value/],
    [['scan', '--output='], /--output needs a value/],
    [['scan', '--verbose=yes'], /--verbose takes no value, got "yes"/],
    [['scan', '--threshold', '1.5'], /--threshold must be a number from 0 to 1, got "1.5"/],
    [['scan', '--threshold', '0x1'], /--threshold must be a number/],
    [['scan', '--threshold', '-1'], /--threshold needs a value/],
    [['scan', '--sensitivity', 'lax'], /--sensitivity must be one of strict, balanced, loose/],
    [['scan', '--threshold', '1', '--sensitivity', 'loose'], /exclude each other/],
    [['scan', '--fail-on', '0'], /--fail-on must be a whole number from 1, got "0"/],
    [['scan', '--fail-on', '1e3'], /--fail-on must be a whole number/],
    [['similar'], /similar needs a TEXT/],
    [['similar', ' '], /similar needs a TEXT/],
    [['similar', 'x', '--top', '-3'], /--top needs a value/],
    [['similar', 'x', '--top', '0'], /--top must be a whole number from 1/],
    [['compare', 'a'], /compare needs two texts, got 1/],
    [['compare', 'a', 'b', 'c'], /compare needs two texts, got 3/],
    [['compare', '--files', 'a'], /compare needs two files, got 1/],
    [['compare', '-1 is bad', 'b'], /put -- before texts that begin with a dash/],
    [['compare', '--files', '--pairs', 'a'], /--files and --pairs exclude each other/],
    [['compare', '--pairs', 'a', 'b'], /--pairs takes one file/],
    [['compare', '--pairs', '--format', 'text'], /leave out --format text/],
    [['serve'], /serve --stdio/],
    [['scna'], /unknown command "scna"; did you mean "scan"\?/],
    [['--frobnicate'], /unknown option "--frobnicate"/],
    [['help', 'nothing'], /unknown command "nothing"/],
  ])('%j', async (argv, expected) => {
    const { code, out, err } = await runFake(argv);
    expect(err).toMatch(expected);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
    expect({ code, out }).toEqual({ code: 2, out: '' });
  });
});

describe('help and version', () => {
  it.each([
    [['--help'], /Usage: text-twin COMMAND/],
    [['-h'], /scan +Find passages/],
    [['help'], /Usage: text-twin COMMAND/],
    [['help', 'scan'], /Usage: text-twin scan/],
    [['scan', '--help'], /--fail-on N +Exit 1/],
    [['scan', '--nonsense', '-h'], /Usage: text-twin scan/],
    [['compare', '--help'], /compare --pairs \[FILE\.jsonl\]/],
    [['similar', '--help'], /--top K/],
    [['serve', '--help'], /serve --stdio/],
    [['--version'], /^1\.2\.3\n$/],
    [['-V'], /^1\.2\.3\n$/],
  ])('%j', async (argv, expected) => {
    const { code, out, err } = await runFake(argv);
    expect(out).toMatch(expected);
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  it('fits 80 columns', async () => {
    const lines = (await runFake(['scan', '--help'])).out.split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('takes --help after -- for a text', async () => {
    expect((await runFake(['compare', '--', '--help', '-h'])).out).toMatch(/^different/);
  });

  it('shows the help on stderr when there is nothing to do', async () => {
    expect(await runFake([])).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringMatching(/Usage/),
    });
  });
});
