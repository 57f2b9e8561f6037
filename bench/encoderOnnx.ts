import { onnx } from 'onnx-proto';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import type { NetworkSizes } from '../server/src/core/embeddings/network';
import { batchTokens } from '../server/src/core/embeddings/tokenBatch';
import {
  type EncoderArrays,
  type LstmArrays,
  widen,
} from '../server/src/core/embeddings/weightFile';

const FLOAT = 1;
const INT32 = 6;
const INT64 = 7;

/** Writes a graph whose weights are constants, so that the runtime may pack them once. */
export class ConstantGraph {
  readonly #nodes: onnx.INodeProto[] = [];
  readonly #constants: onnx.ITensorProto[] = [];
  readonly #inputs: onnx.IValueInfoProto[] = [];
  #count = 0;

  input(name: string, rank: number, elemType: 'float' | 'int32'): string {
    const dim = Array.from({ length: rank }, (_, axis) => ({ dimParam: `${name}${axis}` }));
    const type = elemType === 'float' ? FLOAT : INT32;
    this.#inputs.push({ name, type: { tensorType: { elemType: type, shape: { dim } } } });
    return name;
  }

  weights(values: Float32Array, dims: readonly number[]): string {
    const rawData = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    return this.#constant({ dataType: FLOAT, dims: [...dims], rawData });
  }

  scalar(value: number): string {
    return this.#constant({ dataType: FLOAT, dims: [], floatData: [value] });
  }

  integers(values: readonly number[]): string {
    return this.#constant({ dataType: INT64, dims: [values.length], int64Data: [...values] });
  }

  op(
    opType: string,
    input: readonly string[],
    attributes: Record<string, number | string | readonly number[]> = {},
  ): string {
    const output = this.#fresh();
    const { AttributeType } = onnx.AttributeProto;
    const attribute = Object.entries(attributes).map(([name, value]) => {
      if (typeof value === 'number') return { name, type: AttributeType.INT, i: value };
      if (typeof value !== 'string') return { name, type: AttributeType.INTS, ints: [...value] };
      return { name, type: AttributeType.STRING, s: new TextEncoder().encode(value) };
    });
    this.#nodes.push({ opType, input: [...input], output: [output], attribute });
    return output;
  }

  /** Opens a session of one thread whose only output, `[batch, …]`, is `result`. */
  open(result: string, rank: number): Promise<InferenceSession> {
    this.#nodes.push({ opType: 'Identity', input: [result], output: ['result'] });
    const dim = Array.from({ length: rank }, (_, axis) => ({ dimParam: `result${axis}` }));
    const type = { tensorType: { elemType: FLOAT, shape: { dim } } };
    const graph = {
      name: 'bench',
      node: this.#nodes,
      initializer: this.#constants,
      input: this.#inputs,
      output: [{ name: 'result', type }],
    };
    const model = { irVersion: 8, opsetImport: [{ domain: '', version: 17 }], graph };
    return InferenceSession.create(onnx.ModelProto.encode(model).finish(), {
      intraOpNumThreads: 1,
      interOpNumThreads: 1,
      logSeverityLevel: 3,
    });
  }

  #constant(tensor: onnx.ITensorProto): string {
    const name = this.#fresh();
    this.#constants.push({ name, ...tensor });
    return name;
  }

  #fresh(): string {
    this.#count++;
    return `v${this.#count}`;
  }
}

/** Keras' gates i, f, c, o in the order of ONNX: i, o, f, c. */
const GATES = [0, 3, 1, 2];

/** Columns of a Keras matrix `[rows, 4·units]` as rows of ONNX's `[4·units, rows]`. */
function turnGates(matrix: Float32Array, rows: number, units: number): Float32Array {
  const turned = new Float32Array(matrix.length);
  GATES.forEach((gate, place) => {
    for (let unit = 0; unit < units; unit++) {
      for (let row = 0; row < rows; row++) {
        turned[(place * units + unit) * rows + row] = matrix[
          row * 4 * units + gate * units + unit
        ] as number;
      }
    }
  });
  return turned;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The encoder with its own weights as an ONNX graph around the standard LSTM operator. */
export async function openOnnxEncoder(
  { embedding, units, vocabulary, dimensions }: NetworkSizes,
  arrays: EncoderArrays,
): Promise<(sequences: readonly (readonly number[])[]) => Promise<Float32Array>> {
  const g = new ConstantGraph();
  const both = [arrays.forward, arrays.backward];
  const per = (turn: (lstm: LstmArrays) => Float32Array) => joined(both.map(turn));
  const table = new Float32Array(arrays.words.stored.length);
  widen(arrays.words, 0, table.length, table);
  const ids = g.input('ids', 2, 'int32');
  const lengths = g.input('lengths', 1, 'int32');
  const mask = g.input('mask', 3, 'float');
  const words = g.op('Gather', [g.weights(table, [vocabulary, embedding]), ids], { axis: 0 });
  const zeros = new Float32Array(4 * units);
  const hidden = g.op(
    'LSTM',
    [
      words,
      g.weights(
        per((lstm) => turnGates(lstm.kernel, embedding, units)),
        [2, 4 * units, embedding],
      ),
      g.weights(
        per((lstm) => turnGates(lstm.recurrentKernel, units, units)),
        [2, 4 * units, units],
      ),
      g.weights(
        per((lstm) => joined([turnGates(lstm.bias, 1, units), zeros])),
        [2, 8 * units],
      ),
      lengths,
    ],
    { hidden_size: units, direction: 'bidirectional' },
  );
  const counts = g.op('Cast', [g.op('Unsqueeze', [lengths, g.integers([1])])], { to: FLOAT });
  const sum = (values: string) => g.op('ReduceSum', [values, g.integers([0])], { keepdims: 0 });
  const mean = g.op('Div', [sum(g.op('Mul', [words, mask])), counts]);
  const penalty = g.op('Mul', [g.op('Sub', [mask, g.scalar(1)]), g.scalar(4)]);
  const shifted = g.op('Add', [hidden, g.op('Unsqueeze', [penalty, g.integers([1])])]);
  const maxima = g.op('ReduceMax', [shifted], { axes: [0], keepdims: 0 });
  const means = g.op('Div', [sum(hidden), counts]);
  // [2, batch, 2·units] → [batch, 4·units]: mean and maximum forward, then backward.
  const pooled = g.op('Transpose', [g.op('Concat', [means, maxima], { axis: 2 })], {
    perm: [1, 0, 2],
  });
  const flat = g.op('Reshape', [pooled, g.integers([0, 4 * units])]);
  const features = g.op('Concat', [mean, flat], { axis: 1 });
  const projected = g.op('Gemm', [
    features,
    g.weights(arrays.projection, [embedding + 4 * units, dimensions]),
    g.weights(arrays.projectionBias, [dimensions]),
  ]);
  const norm = g.op('ReduceL2', [projected], { axes: [1] });
  const session = await g.open(g.op('Div', [projected, norm]), 2);
  return async (sequences) => {
    const batch = batchTokens(sequences);
    const { steps, size } = batch;
    const mask = new Float32Array(steps * size);
    sequences.forEach((sequence, row) => {
      for (let t = 0; t < sequence.length; t++) mask[t * size + row] = 1;
    });
    const { result } = await session.run({
      ids: new Tensor('int32', batch.ids, [steps, size]),
      lengths: new Tensor('int32', Int32Array.from(batch.lengths), [size]),
      mask: new Tensor('float32', mask, [steps, size, 1]),
    });
    return (result as Tensor).data as Float32Array;
  };
}
