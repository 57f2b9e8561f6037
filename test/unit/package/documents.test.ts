import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import manifest from '../../../package.json';
import { LANGUAGES } from '../../../server/src/core/passages/languageTable';
import { renderSettingsTable } from '../../../server/src/settingsContribution';

const readme = readFileSync('README.md', 'utf8');
const architecture = readFileSync('ARCHITECTURE.md', 'utf8');

describe('the documents', () => {
  it('README shows the settings as they are declared', () => {
    const [, shown] = /<!-- settings -->\n([\s\S]*?)\n<!-- \/settings -->/.exec(readme) ?? [];
    expect(shown?.trim()).toBe(renderSettingsTable().trim());
  });

  it('README names every command', () => {
    for (const { title } of manifest.contributes.commands) expect(readme).toContain(`**${title}**`);
  });

  it('CHANGELOG counts the languages that are read', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`${LANGUAGES.length} languages`);
  });

  it('ARCHITECTURE gives each dependency its reason', () => {
    const { dependencies, devDependencies, optionalDependencies } = manifest;
    const all = Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies });
    for (const name of all.filter((dependency) => !dependency.startsWith('@types/'))) {
      // Rows name a family once: `tfjs-core`, `-layers`.
      const short = name.replace(/^(@tensorflow\/tfjs|vscode-languageserver)(?=-)/, '');
      expect(
        architecture.includes(`\`${name}\``) || architecture.includes(`\`${short}\``),
        name,
      ).toBe(true);
    }
  });

  it.each([
    ['README.md', readme],
    ['ARCHITECTURE.md', architecture],
  ])('%s links to files that exist', (_, text) => {
    for (const [, target] of text.matchAll(/\]\((?!https?:)([^)#]+)/g)) {
      expect(() => readFileSync(target as string)).not.toThrow();
    }
  });
});
