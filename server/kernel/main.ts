// The encoder's kernel. `scripts/build.mjs` compiles this file; `server/src/core/embeddings/kernel` calls it.
export { runDirection } from './lstm';
export { meanWords, quantise } from './tokens';
export { poolState, toUnit } from './features';
export { multiply } from './product';
