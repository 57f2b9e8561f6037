import { type SettingDeclaration, settingDeclarations } from './settings';

const declarations = Object.entries(settingDeclarations) as [string, SettingDeclaration<unknown>][];

/** `contributes.configuration.properties` of `package.json`. */
export function contributedProperties(): Record<string, unknown> {
  return Object.fromEntries(
    declarations.map(([key, { kind, default: value, description, scope }], order) => [
      `textTwin.${key}`,
      { ...kind.schema, default: value, markdownDescription: description, scope, order },
    ]),
  );
}

/** The README's settings table, in Markdown, ending in a line feed. */
export function renderSettingsTable(): string {
  const rows = declarations.map(([key, { kind, default: value, description }]) => {
    const shown = key === 'exclude' ? 'see the settings editor' : `\`${JSON.stringify(value)}\``;
    const meaning = description.replace(/#(textTwin\.[\w.]+)#/g, '$1');
    const expected =
      key === 'filters'
        ? 'an object with true or false by name, see docs/filters.md'
        : kind.expected;
    return `| \`textTwin.${key}\` | ${shown} | ${expected} | ${meaning} |`;
  });
  return `${['| Setting | Default | Value | Meaning |', '| --- | --- | --- | --- |', ...rows].join('\n')}\n`;
}
