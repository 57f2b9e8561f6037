import { power2, ROUNDER } from './exponential';

/** h is kept as a whole number of 1/16383: 15 bits with the sign. */
const HIDDEN_SCALE: f32 = 16383;
/** Bytes of one row's state of four units: c, the sum of h, the maximum of h; four floats each. */
export const STATE_BYTES: usize = 48;
/** 2 / ln 2, negated: tanh(c) needs exp(−2c), which is a power of two of this much c. */
const TANH_SCALE: f32 = -2.8853900817779268;

/**
 * The gates of four units of one row, once their pre-activations are known. The gates' factors −1/ln 2 (−2/ln 2 for
 * the candidate) are in the weights, so that 2^z is exp(−i), exp(−f), exp(−2g), exp(−o).
 *
 * c = σ(f)·c₋₁ + σ(i)·tanh(g), h = σ(o)·tanh(c), each over one common denominator: a division is dear.
 *
 * @returns h of the four units in whole numbers, 32 bits each
 */
// @ts-ignore: decorator
@inline
export function cell(state: usize, zi: v128, zf: v128, zg: v128, zo: v128): v128 {
  const one = f32x4.splat(1);
  const i = f32x4.add(one, power2(zi));
  const f = f32x4.add(one, power2(zf));
  const eg = power2(zg);
  const ig = f32x4.mul(i, f32x4.add(one, eg));
  const kept = f32x4.mul(v128.load(state), ig);
  const added = f32x4.mul(f32x4.sub(one, eg), f);
  const c = f32x4.div(f32x4.add(kept, added), f32x4.mul(ig, f));
  const ec = power2(f32x4.mul(c, f32x4.splat(TANH_SCALE)));
  const o = f32x4.mul(f32x4.add(one, power2(zo)), f32x4.add(one, ec));
  const h = f32x4.div(f32x4.sub(one, ec), o);
  v128.store(state, c);
  v128.store(state, f32x4.add(v128.load(state, 16), h), 16);
  v128.store(state, f32x4.pmax(v128.load(state, 32), h), 32);
  const rounded = f32x4.add(f32x4.mul(h, f32x4.splat(HIDDEN_SCALE)), f32x4.splat(ROUNDER));
  return i32x4.sub(rounded, f32x4.splat(ROUNDER));
}
