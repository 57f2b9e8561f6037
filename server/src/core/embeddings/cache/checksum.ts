/** CRC-32 (IEEE 802.3, as in gzip and PNG): no flip of up to 32 neighbouring bits goes unnoticed. */
const POLYNOMIAL = 0xedb88320;

/** What eight bytes at a time need: `TABLES[k]` advances a byte by `k` further bytes ("slicing by eight"). */
const TABLES = makeTables();

let sum: (bytes: Uint8Array) => number = plainChecksum;

/** The CRC-32 of `bytes`, in [0, 2³²). */
export function checksum(bytes: Uint8Array): number {
  return sum(bytes);
}

/** Has all checksums made in a way that the platform knows better; the same numbers. */
export function sumBy(better: (bytes: Uint8Array) => number): void {
  sum = better;
}

/** The same, without the platform. */
function plainChecksum(bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = TABLES;
  const last = bytes.length - (bytes.length % 8);
  let crc = -1;
  let i = 0;
  for (; i < last; i += 8) {
    crc ^=
      (bytes[i] as number) |
      ((bytes[i + 1] as number) << 8) |
      ((bytes[i + 2] as number) << 16) |
      ((bytes[i + 3] as number) << 24);
    crc =
      (t7[crc & 255] as number) ^
      (t6[(crc >>> 8) & 255] as number) ^
      (t5[(crc >>> 16) & 255] as number) ^
      (t4[crc >>> 24] as number) ^
      (t3[bytes[i + 4] as number] as number) ^
      (t2[bytes[i + 5] as number] as number) ^
      (t1[bytes[i + 6] as number] as number) ^
      (t0[bytes[i + 7] as number] as number);
  }
  for (; i < bytes.length; i++) {
    crc = (crc >>> 8) ^ (t0[(crc ^ (bytes[i] as number)) & 255] as number);
  }
  return ~crc >>> 0;
}

type Tables = readonly [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];

function makeTables(): Tables {
  const first = new Int32Array(256).map((_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL : crc >>> 1;
    return crc;
  });
  const tables = [first];
  for (let table = first; tables.length < 8; ) {
    table = table.map((crc) => (crc >>> 8) ^ (first[crc & 255] as number));
    tables.push(table);
  }
  return tables as unknown as Tables;
}
