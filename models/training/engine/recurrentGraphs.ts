import { GraphBuilder, type Value } from './onnxGraph';

/** What the way back needs of each step: gates, cell state and output. */
export const TRACES = ['i', 'f', 'g', 'o', 'c', 'h'] as const;

/**
 * Both directions of the LSTM, pooled, as a graph of standard operators.
 *
 * Inputs: `table` `[2·unique, 4·units]`, what W·x + b is for each distinct token and direction; `places`
 * `[steps, 2, batch]`, the row of `table` that each step reads; `recurrent` `[2, units, 4·units]`;
 * `mask` `[steps, 1, batch, 1]`, 1 at real steps; `lengths` `[1, batch, 1]`.
 * Outputs: `means` and `maxima` `[2, batch, units]`, and what the way back needs (`i f g o c h`, each
 * `[steps, 2, batch, units]`).
 *
 * Sequences are padded at the end and the backward direction reads them back to front, so no state needs
 * masking: a real step never sees a padded one.
 */
export function forwardGraph(units: number): Uint8Array {
  const g = new GraphBuilder();
  const table = g.input('table', 2);
  const places = g.input('places', 3, 'int32');
  g.input('recurrent', 3);
  const mask = g.input('mask', 4);
  const lengths = g.input('lengths', 3);
  const projected = g.op('Gather', [table, places], { axis: 0 });
  const start = zeroState(g, projected, units);
  const [, , ...traces] = g.ops('Scan', [start, start, projected], 8, {
    body: stepForward(),
    num_scan_inputs: 1,
  }) as [Value, Value, ...Value[]];
  const hidden = traces[5] as Value;
  const real = g.op('Mul', [hidden, mask]);
  const sum = g.op('ReduceSum', [real, g.integers([0])], { keepdims: 0 });
  g.output('means', g.op('Div', [sum, lengths]), 3);
  const shifted = g.op('Add', [hidden, paddingPenalty(g, mask)]);
  g.output('maxima', g.op('ReduceMax', [shifted], { axes: [0], keepdims: 0 }), 3);
  for (const [i, name] of TRACES.entries()) {
    g.output(name, traces[i] as Value, 4);
  }
  return g.encode();
}

/** −4 at padded steps, 0 at real ones: beyond any output of an LSTM, which lie within ±1. */
function paddingPenalty(g: GraphBuilder, mask: Value): Value {
  return g.op('Mul', [g.op('Sub', [mask, g.scalar(1)]), g.scalar(4)]);
}

/** `[2, batch, units]` of zeros, shaped after `[steps, 2, batch, 4·units]`. */
function zeroState(g: GraphBuilder, like: Value, units: number): Value {
  const shape = g.op('Shape', [like]);
  const batch = g.op('Slice', [shape, g.integers([2]), g.integers([3])]);
  const state = g.op('Concat', [g.integers([2]), batch, g.integers([units])], { axis: 0 });
  return g.op('Expand', [g.scalar(0), state]);
}

function stepForward() {
  const s = new GraphBuilder('s');
  const h = s.input('step_h', 3);
  const c = s.input('step_c', 3);
  const x = s.input('step_x', 3);
  const z = s.op('Add', [x, s.op('MatMul', [h, 'recurrent'])]);
  const [zi, zf, zg, zo] = s.ops('Split', [z], 4, { axis: 2 }) as [Value, Value, Value, Value];
  const i = s.op('Sigmoid', [zi]);
  const f = s.op('Sigmoid', [zf]);
  const candidate = s.op('Tanh', [zg]);
  const o = s.op('Sigmoid', [zo]);
  const next = s.op('Add', [s.op('Mul', [f, c]), s.op('Mul', [i, candidate])]);
  const hidden = s.op('Mul', [o, s.op('Tanh', [next])]);
  s.output('next_h', hidden, 3);
  s.output('next_c', next, 3);
  const traces = { i, f, g: candidate, o, c: next, h: hidden };
  for (const [name, value] of Object.entries(traces)) s.output(`trace_${name}`, value, 3);
  return s.graph();
}

/**
 * The way back through {@link forwardGraph}.
 *
 * Inputs: `d_means`, `d_maxima`, `maxima` `[2, batch, units]`, the traces `i f g o c h`, `back`
 * `[2, 4·units, units]` (the recurrent kernel transposed), `mask`, `lengths`.
 * Outputs: `dz` `[steps, 2, batch, 4·units]`, the gradient of each step's pre-activation, and `d_recurrent`
 * `[2, units, 4·units]`.
 */
export function backwardGraph(units: number): Uint8Array {
  const g = new GraphBuilder();
  const dMeans = g.input('d_means', 3);
  const dMaxima = g.input('d_maxima', 3);
  const maxima = g.input('maxima', 3);
  const [i, f, candidate, o, c, h] = TRACES.map((n) => g.input(n, 4)) as [
    Value,
    Value,
    Value,
    Value,
    Value,
    Value,
  ];
  g.input('back', 3);
  const mask = g.input('mask', 4);
  const lengths = g.input('lengths', 3);

  const fromMean = g.op('Mul', [g.op('Div', [dMeans, lengths]), mask]);
  const isPeak = g.op('Equal', [g.op('Add', [h, paddingPenalty(g, mask)]), maxima]);
  const fromMaximum = g.op('Mul', [g.op('Cast', [isPeak], { to: 1 }), dMaxima]);
  const dHidden = g.op('Add', [fromMean, fromMaximum]);

  const squashed = g.op('Tanh', [c]);
  const slope = (x: Value) => g.op('Mul', [x, g.op('Sub', [g.scalar(1), x])]);
  const tanhSlope = (x: Value) => g.op('Sub', [g.scalar(1), g.op('Mul', [x, x])]);
  const viaOutput = g.op('Mul', [squashed, slope(o)]);
  const viaCell = g.op('Mul', [o, tanhSlope(squashed)]);
  const viaInput = g.op('Mul', [candidate, slope(i)]);
  const viaForget = g.op('Mul', [shifted(g, c, units), slope(f)]);
  const viaCandidate = g.op('Mul', [i, tanhSlope(candidate)]);
  const scanned = [dHidden, viaOutput, viaCell, viaInput, viaForget, viaCandidate, f];
  const start = zeroState(g, c, units);
  const [, , dz] = g.ops('Scan', [start, start, ...scanned], 3, {
    body: stepBack(),
    num_scan_inputs: scanned.length,
    scan_input_directions: scanned.map(() => 1),
    scan_output_directions: [1],
  }) as [Value, Value, Value];
  g.output('dz', dz, 4);
  const flatten = (x: Value, width: number) =>
    g.op('Reshape', [g.op('Transpose', [x], { perm: [1, 0, 2, 3] }), g.integers([2, -1, width])]);
  const before = g.op('Transpose', [flatten(shifted(g, h, units), units)], { perm: [0, 2, 1] });
  g.output('d_recurrent', g.op('MatMul', [before, flatten(dz, 4 * units)]), 3);
  return g.encode();
}

/** The trace one step later: zeros first, the last step dropped. */
function shifted(g: GraphBuilder, trace: Value, units: number): Value {
  const start = g.op('Unsqueeze', [zeroState(g, trace, units), g.integers([0])]);
  const earlier = g.op('Slice', [trace, g.integers([0]), g.integers([-1]), g.integers([0])]);
  return g.op('Concat', [start, earlier], { axis: 0 });
}

function stepBack() {
  const s = new GraphBuilder('s');
  const later = s.input('step_dh', 3);
  const dState = s.input('step_dc', 3);
  const names = ['dHidden', 'viaOutput', 'viaCell', 'viaInput', 'viaForget', 'viaCandidate', 'f'];
  const [dHidden, viaOutput, viaCell, viaInput, viaForget, viaCandidate, f] = names.map((name) =>
    s.input(`step_${name}`, 3),
  ) as [Value, Value, Value, Value, Value, Value, Value];
  const dh = s.op('Add', [dHidden, later]);
  const dc = s.op('Add', [dState, s.op('Mul', [dh, viaCell])]);
  const gates = [
    s.op('Mul', [dc, viaInput]),
    s.op('Mul', [dc, viaForget]),
    s.op('Mul', [dc, viaCandidate]),
    s.op('Mul', [dh, viaOutput]),
  ];
  const dz = s.op('Concat', gates, { axis: 2 });
  s.output('next_dh', s.op('MatMul', [dz, 'back']), 3);
  s.output('next_dc', s.op('Mul', [dc, f]), 3);
  s.output('trace_dz', dz, 3);
  return s.graph();
}

/** `y` = `a`·`b` for matrices; with `bias`, `y` = `a`·`b` + `bias`. */
export function productGraph(options: {
  transposeA?: boolean;
  transposeB?: boolean;
  bias?: boolean;
}): Uint8Array {
  const g = new GraphBuilder();
  const inputs = [g.input('a', 2), g.input('b', 2)];
  if (options.bias) inputs.push(g.input('bias', 1));
  const attributes = { transA: options.transposeA ? 1 : 0, transB: options.transposeB ? 1 : 0 };
  g.output('y', g.op('Gemm', inputs, attributes), 2);
  return g.encode();
}
