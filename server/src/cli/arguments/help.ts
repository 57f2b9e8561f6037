import { type CommandSpec, commonOptions, type OptionSpec } from './specs';

const WIDTH = 80;

/** The help of one command. */
export function renderCommandHelp(spec: CommandSpec): string {
  const usage = spec.usage.map((line, i) => `${i === 0 ? 'Usage:' : '      '} text-twin ${line}`);
  const options = [...spec.options, ...commonOptions].map((option) => [
    label(option),
    help(option),
  ]);
  const notes = (spec.notes ?? []).map((note) => wrap(note, '').join('\n'));
  return `${[spec.summary, usage.join('\n'), `Options:\n${columns(options)}`, ...notes].join(
    '\n\n',
  )}\n`;
}

/** The help of the program. */
export function renderProgramHelp(commands: readonly CommandSpec[]): string {
  return `Finds comments, docs and prose that say the same thing twice.

Usage: text-twin COMMAND [arguments]

Commands:
${columns(commands.map(({ name, summary }) => [name, summary]))}

Options:
${columns([
  ['-h, --help', 'Show this help, or that of a command.'],
  ['-V, --version', 'Show the version.'],
])}
`;
}

function label({ name, short, value }: OptionSpec): string {
  const long = value === undefined ? `--${name}` : `--${name} ${value}`;
  return short === undefined ? long : `-${short}, ${long}`;
}

function help({ help: text, repeatable }: OptionSpec): string {
  return repeatable ? `${text} May be repeated.` : text;
}

function columns(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([left = '']) => left.length)) + 2;
  const lines = rows.map(([left = '', right = '']) => {
    const indent = ' '.repeat(width + 2);
    return `  ${left.padEnd(width)}${wrap(right, indent).join('\n').trimStart()}`;
  });
  return lines.join('\n');
}

function wrap(text: string, indent: string): string[] {
  const lines: string[] = [];
  let line = indent;
  for (const word of text.split(' ')) {
    if (line.trim() !== '' && line.length + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}
