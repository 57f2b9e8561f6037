import { readAsciiDoc } from '../dialects/asciiDoc';
import { css, cssWithLineComments } from '../dialects/css';
import { scanComponent, scanHtml } from '../dialects/html';
import { readLatex } from '../dialects/latex';
import { readMarkdown } from '../dialects/markdown';
import { readPlaintext } from '../dialects/plaintext';
import { readRestructuredText } from '../dialects/restructuredText';
import type { Language } from '../languageTable';
import { code } from './code';

/** Markup, style sheets, and prose itself. */
export const DOCUMENTS: readonly Language[] = [
  { id: 'html', extensions: ['.html', '.htm', '.xhtml'], dialect: { comments: scanHtml } },
  { id: 'vue', extensions: ['.vue'], dialect: { comments: scanComponent } },
  { id: 'svelte', extensions: ['.svelte'], dialect: { comments: scanComponent } },
  { id: 'css', extensions: ['.css'], dialect: code(css) },
  { id: 'scss', extensions: ['.scss'], dialect: code(cssWithLineComments) },
  { id: 'less', extensions: ['.less'], dialect: code(cssWithLineComments) },
  { id: 'latex', extensions: ['.tex', '.ltx'], dialect: { prose: readLatex } },
  {
    id: 'tex',
    extensions: ['.sty', '.cls', '.bbx', '.cbx'],
    dialect: code({ lines: [{ open: '%%%' }, { open: '%%' }, { open: '%' }] }),
  },
  { id: 'restructuredtext', extensions: ['.rst'], dialect: { prose: readRestructuredText } },
  { id: 'asciidoc', extensions: ['.adoc', '.asciidoc'], dialect: { prose: readAsciiDoc } },
  {
    id: 'markdown',
    extensions: ['.md', '.markdown', '.mdown', '.mkd'],
    dialect: { prose: readMarkdown },
  },
  {
    id: 'plaintext',
    extensions: ['.txt', '.text'],
    names: ['readme', 'authors', 'contributing', 'install', 'news', 'todo'],
    dialect: { prose: readPlaintext },
  },
];
