const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** A number of bytes in words: `512 bytes`, `1.5 MB` (1 KB = 1024 bytes). */
export function describeSize(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < UNITS.length - 1) {
    value /= 1024;
    unit++;
  }
  const rounded = unit === 0 ? value : Math.round(value * 10) / 10;
  return `${rounded} ${UNITS[unit]}`;
}
