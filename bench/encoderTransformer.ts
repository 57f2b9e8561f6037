import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { ConstantGraph } from './encoderOnnx';

/** The shape of all-MiniLM-L6: layers, width, heads, width of the feed-forward layer, vocabulary. */
const LAYERS = 6;
const WIDTH = 384;
const HEADS = 12;
const INNER = 1536;
const VOCABULARY = 30_522;

/** A sentence transformer of MiniLM's shape with random weights: for its speed alone. */
export async function openTransformer(): Promise<
  (size: number, tokens: number) => Promise<Float32Array>
> {
  const g = new ConstantGraph();
  let seed = 1;
  const random = (...dims: readonly number[]) => {
    const values = new Float32Array(dims.reduce((product, n) => product * n, 1));
    for (let i = 0; i < values.length; i++) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      values[i] = (seed / 2 ** 32 - 0.5) * 0.1;
    }
    return g.weights(values, dims);
  };
  const linear = (x: string, from: number, to: number) =>
    g.op('Add', [g.op('MatMul', [x, random(from, to)]), random(to)]);
  const normalised = (x: string) =>
    g.op('LayerNormalization', [x, random(WIDTH), random(WIDTH)], { axis: -1 });
  const heads = (x: string, perm: readonly number[]) =>
    g.op('Transpose', [g.op('Reshape', [x, g.integers([0, 0, HEADS, WIDTH / HEADS])])], { perm });

  const ids = g.input('ids', 2, 'int32');
  let x = normalised(g.op('Gather', [random(VOCABULARY, WIDTH), ids], { axis: 0 }));
  for (let layer = 0; layer < LAYERS; layer++) {
    const query = heads(linear(x, WIDTH, WIDTH), [0, 2, 1, 3]);
    const key = heads(linear(x, WIDTH, WIDTH), [0, 2, 3, 1]);
    const value = heads(linear(x, WIDTH, WIDTH), [0, 2, 1, 3]);
    const scores = g.op('Mul', [g.op('MatMul', [query, key]), g.scalar((WIDTH / HEADS) ** -0.5)]);
    const mixed = g.op('MatMul', [g.op('Softmax', [scores], { axis: -1 }), value]);
    const merged = g.op('Reshape', [
      g.op('Transpose', [mixed], { perm: [0, 2, 1, 3] }),
      g.integers([0, 0, WIDTH]),
    ]);
    x = normalised(g.op('Add', [x, linear(merged, WIDTH, WIDTH)]));
    const inner = linear(x, WIDTH, INNER);
    const half = g.op('Mul', [inner, g.scalar(0.5)]);
    const erf = g.op('Erf', [g.op('Mul', [inner, g.scalar(Math.SQRT1_2)])]);
    const gelu = g.op('Mul', [half, g.op('Add', [erf, g.scalar(1)])]);
    x = normalised(g.op('Add', [x, linear(gelu, INNER, WIDTH)]));
  }
  const session: InferenceSession = await g.open(
    g.op('ReduceMean', [x], { axes: [1], keepdims: 0 }),
    2,
  );
  return async (size, tokens) => {
    const batch = Int32Array.from({ length: size * tokens }, (_, i) => (i * 7919) % VOCABULARY);
    const { result } = await session.run({ ids: new Tensor('int32', batch, [size, tokens]) });
    return (result as Tensor).data as Float32Array;
  };
}
