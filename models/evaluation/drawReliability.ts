import type { Reliability } from './reliability';

/** Side of the plot and space around it for the labels, in pixels. */
const SIDE = 240;
const MARGIN = 48;
const TICKS = [0, 0.5, 1] as const;

/**
 * A reliability diagram as SVG: per bin a bar as high as the share of genuine pairs, a dot at the mean similarity,
 * and the diagonal on which both agree. Colours follow the reader's text colour, for light and dark pages.
 */
export function drawReliability({ ece, bins }: Reliability): string {
  const filled = bins.filter(({ count }) => count > 0);
  const bars = filled.map(({ from, to, count, genuineShare }) => {
    const box = `x="${x(from)}" y="${y(genuineShare)}" width="${length(to - from)}" height="${length(genuineShare)}"`;
    return `<rect ${box} fill-opacity="0.25"><title>${count} pairs</title></rect>`;
  });
  const dots = filled.map(
    ({ meanSimilarity, genuineShare }) =>
      `<circle cx="${x(meanSimilarity)}" cy="${y(genuineShare)}" r="3"/>`,
  );
  const ticks = TICKS.flatMap((tick) => [
    `<text x="${x(tick)}" y="${y(0) + 16}" text-anchor="middle">${tick}</text>`,
    `<text x="${x(0) - 6}" y="${y(tick) + 4}" text-anchor="end">${tick}</text>`,
  ]);
  const size = SIDE + 2 * MARGIN;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" width="${size}" height="${size}" fill="currentColor" font-family="sans-serif" font-size="12">`,
    `<text x="${x(0.5)}" y="${MARGIN / 2}" text-anchor="middle">expected calibration error ${ece.toFixed(3)}</text>`,
    `<path d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}" stroke="currentColor" stroke-dasharray="4"/>`,
    `<path d="M${x(0)} ${y(1)}V${y(0)}H${x(1)}" fill="none" stroke="currentColor"/>`,
    ...bars,
    ...dots,
    ...ticks,
    `<text x="${x(0.5)}" y="${y(0) + 34}" text-anchor="middle">similarity shown</text>`,
    `<text transform="translate(${MARGIN / 3} ${y(0.5)}) rotate(-90)" text-anchor="middle">share that says the same</text>`,
    '</svg>',
  ].join('\n');
}

const length = (value: number) => round(value * SIDE);
const x = (value: number) => round(MARGIN + value * SIDE);
const y = (value: number) => round(MARGIN + (1 - value) * SIDE);
const round = (value: number) => Math.round(value * 10) / 10;
