import { benchEncoder } from './encoder';

/** Prints the encoder's rows: the part of the benchmark that can be run alone. */
async function main(): Promise<void> {
  for (const { measure, value, unit, target, met } of await benchEncoder()) {
    const figure = value < 0.01 ? value.toExponential(1) : value.toPrecision(3);
    const verdict = target === undefined ? '' : `   ${target} ${met ? 'met' : 'MISSED'}`;
    console.log(`${measure}: ${figure} ${unit}${verdict}`);
  }
}

void main();
