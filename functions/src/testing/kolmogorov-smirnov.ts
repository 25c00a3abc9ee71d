/** How far two samples are apart, and how often two samples of one distribution would be as far apart by chance. */
export interface Comparison {
  /** The greatest distance between their distribution functions: 0 alike, 1 nothing in common. */
  readonly distance: number;
  readonly p: number;
}

const ascending = (sample: readonly number[]) => [...sample].sort((a, b) => a - b);

function distanceOf(one: readonly number[], other: readonly number[]): number {
  let [i, j, most] = [0, 0, 0];
  while (i < one.length && j < other.length) {
    const at = Math.min(one[i]!, other[j]!);
    while (i < one.length && one[i]! <= at) i += 1;
    while (j < other.length && other[j]! <= at) j += 1;
    most = Math.max(most, Math.abs(i / one.length - j / other.length));
  }
  return most;
}

const TERMS = 100;

/** Kolmogorov's distribution: 2 Σ (−1)^(k−1) exp(−2k²λ²). */
function chanceBeyond(lambda: number): number {
  if (lambda < 0.2) return 1;
  let sum = 0;
  for (let k = 1; k <= TERMS; k += 1) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * lambda * lambda);
  return Math.min(1, Math.max(0, 2 * sum));
}

/** The two-sample test of Kolmogorov and Smirnov, with Stephens' correction for samples of finite size. */
export function compared(one: readonly number[], other: readonly number[]): Comparison {
  const distance = distanceOf(ascending(one), ascending(other));
  const size = Math.sqrt((one.length * other.length) / (one.length + other.length));
  return { distance, p: chanceBeyond((size + 0.12 + 0.11 / size) * distance) };
}
