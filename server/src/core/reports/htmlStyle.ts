/**
 * The style sheet of the HTML report. Its colours keep a contrast of 4.5 to 1, light and dark. A change here needs the new hash below; a test says which.
 */
export const HTML_STYLE = `
:root { color-scheme: light dark; --ground: #fff; --ink: #1b1b1b; --line: #8884; --faint: #595959; --accent: #9a4408; --same: #86198f; }
@media (prefers-color-scheme: dark) {
:root { --ground: #1b1b1b; --ink: #eee; --faint: #adadad; --accent: #f2a65e; --same: #e79bf2; }
}
body { background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.4rem; margin: 0; }
h2 { font-size: 1rem; margin: 0; color: var(--accent); }
.duplicate h2 { color: var(--same); }
p, .faint { color: var(--faint); }
section { border: 1px solid var(--line); border-radius: 8px; margin: 1rem 0; padding: .8rem 1rem; }
header { display: flex; flex-wrap: wrap; gap: .3rem 1rem; align-items: baseline; }
ol, ul { list-style: none; padding: 0; margin: 0; }
li { border-top: 1px solid var(--line); padding: .5rem 0; margin-top: .5rem; }
code { font: .85rem ui-monospace, monospace; overflow-wrap: anywhere; }
blockquote { margin: .3rem 0 0; overflow-wrap: anywhere; }
`;

/** Base64 of the SHA-256 of `HTML_STYLE`, by which the page's policy admits it and nothing else. */
export const HTML_STYLE_SHA256 = 'lz8IroTvTldsVqI7MIkmWZ4IluaIHvZSRqMOUeJBGhc=';
