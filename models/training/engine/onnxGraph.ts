import { onnx } from 'onnx-proto';

type Attribute = number | string | readonly number[] | onnx.IGraphProto;

/** Element types of ONNX tensors (onnx.proto, `TensorProto.DataType`). */
const FLOAT = 1;
const INT32 = 6;
const INT64 = 7;
/** Operator set the graphs are written for, and the file format that goes with it. */
const OPERATOR_SET = 17;
const FORMAT = 8;

/** A value in a graph under construction. */
export type Value = string;

/** Writes an ONNX graph, operator by operator; every method answers the name of the value it made. */
export class GraphBuilder {
  readonly #nodes: onnx.INodeProto[] = [];
  readonly #constants: onnx.ITensorProto[] = [];
  readonly #inputs: onnx.IValueInfoProto[] = [];
  readonly #outputs: onnx.IValueInfoProto[] = [];
  readonly #prefix: string;
  #count = 0;

  /** @param prefix keeps the names of a nested graph apart from those around it */
  constructor(prefix = 'v') {
    this.#prefix = prefix;
  }

  /** An input; dimensions are left open, the runtime takes them from what it is fed. */
  input(name: string, rank: number, type: 'float' | 'int32' = 'float'): Value {
    this.#inputs.push(valueInfo(name, rank, type === 'float' ? FLOAT : INT32));
    return name;
  }

  output(name: string, value: Value, rank: number): void {
    this.#nodes.push({ opType: 'Identity', input: [value], output: [name] });
    this.#outputs.push(valueInfo(name, rank, FLOAT));
  }

  /** One operator with one result. */
  op(opType: string, input: readonly Value[], attributes: Record<string, Attribute> = {}): Value {
    return this.ops(opType, input, 1, attributes)[0] as Value;
  }

  /** One operator with `count` results. */
  ops(
    opType: string,
    input: readonly Value[],
    count: number,
    attributes: Record<string, Attribute> = {},
  ): Value[] {
    const output = Array.from({ length: count }, () => this.#fresh());
    const attribute = Object.entries(attributes).map(([name, value]) => toAttribute(name, value));
    this.#nodes.push({ opType, input: [...input], output, attribute });
    return output;
  }

  integers(values: readonly number[]): Value {
    const name = this.#fresh();
    this.#constants.push({ name, dataType: INT64, dims: [values.length], int64Data: [...values] });
    return name;
  }

  scalar(value: number): Value {
    const name = this.#fresh();
    this.#constants.push({ name, dataType: FLOAT, dims: [], floatData: [value] });
    return name;
  }

  graph(): onnx.IGraphProto {
    return {
      name: this.#prefix,
      node: this.#nodes,
      initializer: this.#constants,
      input: this.#inputs,
      output: this.#outputs,
    };
  }

  /** The finished model as bytes of an `.onnx` file. */
  encode(): Uint8Array {
    const opsetImport = [{ domain: '', version: OPERATOR_SET }];
    return onnx.ModelProto.encode({
      irVersion: FORMAT,
      opsetImport,
      graph: this.graph(),
    }).finish();
  }

  #fresh(): Value {
    this.#count++;
    return `${this.#prefix}${this.#count}`;
  }
}

function valueInfo(name: string, rank: number, elemType: number): onnx.IValueInfoProto {
  const dim = Array.from({ length: rank }, (_, axis) => ({ dimParam: `${name}_${axis}` }));
  return { name, type: { tensorType: { elemType, shape: { dim } } } };
}

function toAttribute(name: string, value: Attribute): onnx.IAttributeProto {
  const { AttributeType } = onnx.AttributeProto;
  if (typeof value === 'number') return { name, type: AttributeType.INT, i: value };
  if (typeof value === 'string') {
    return { name, type: AttributeType.STRING, s: new TextEncoder().encode(value) };
  }
  if (Array.isArray(value)) return { name, type: AttributeType.INTS, ints: [...value] };
  return { name, type: AttributeType.GRAPH, g: value as onnx.IGraphProto };
}
