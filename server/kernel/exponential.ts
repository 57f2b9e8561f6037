// AssemblyScript (a dialect of TypeScript that compiles to WebAssembly), as everything in this folder.

/** The exponents that are told apart: 2^±30 saturates every gate, and the product of three such powers is finite. */
const LIMIT: f32 = 30;
/** 1.5 · 2^23: adding it rounds to the nearest integer, which then is in the low bits. */
export const ROUNDER: f32 = 12582912;

/**
 * 2^y in four lanes, y limited to ±30; relative error below 2e-7.
 *
 * 2^y = 2^n · 2^f with n the nearest integer: n goes into the exponent's bits, 2^f is the polynomial of degree 5
 * with the smallest greatest relative error on [−½, ½] (7.5e-8; found by Lawson's iteration).
 */
// @ts-ignore: decorator
@inline
export function power2(y: v128): v128 {
  const limited = f32x4.pmax(f32x4.splat(-LIMIT), f32x4.pmin(f32x4.splat(LIMIT), y));
  const rounded = f32x4.add(limited, f32x4.splat(ROUNDER));
  const f = f32x4.sub(limited, f32x4.sub(rounded, f32x4.splat(ROUNDER)));
  let p = f32x4.add(f32x4.mul(f, f32x4.splat(0.001327647151945974)), f32x4.splat(0.00967554133067769));
  p = f32x4.add(f32x4.mul(f, p), f32x4.splat(0.055507132749613525));
  p = f32x4.add(f32x4.mul(f, p), f32x4.splat(0.24022119723933957));
  p = f32x4.add(f32x4.mul(f, p), f32x4.splat(0.6931469670638648));
  p = f32x4.add(f32x4.mul(f, p), f32x4.splat(1.000000071654655));
  return i32x4.add(p, i32x4.shl(rounded, 23));
}
