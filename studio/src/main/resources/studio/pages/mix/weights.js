// From a place on the pad to shares of textures.

// Upper left, upper right, lower left, lower right; x and y from 0 to 1.
export function corners(x, y) {
  return [(1 - x) * (1 - y), x * (1 - y), (1 - x) * y, x * y];
}

// Places around a circle in the square from 0 to 1, the first above.
export function ring(count) {
  return Array.from({ length: count }, (_, i) => {
    const angle = (2 * Math.PI * i) / count - Math.PI / 2;
    return [0.5 + 0.5 * Math.cos(angle), 0.5 + 0.5 * Math.sin(angle)];
  });
}

// The nearer a place of the ring, the more of it, by the squared distance; on it there is it alone.
export function ringWeights(x, y, count) {
  return normal(ring(count).map(([px, py]) => 1 / (1e-6 + (px - x) ** 2 + (py - y) ** 2)));
}

export function normal(weights) {
  const sum = weights.reduce((a, b) => a + b, 0);
  return weights.map((weight) => weight / sum);
}

// What the studio makes of weights: 1 leaves them, 0 leaves the heaviest alone.
export function softened(weights, softness) {
  const most = Math.max(...weights);
  return normal(weights.map((w) => (softness === 0 ? Math.floor(w / most) : (w / most) ** (1 / softness))));
}

// The shares by name, the largest first, in hundredths that sum to 100.
export function hundredths(names, shares) {
  const sums = new Map();
  names.forEach((name, i) => sums.set(name, (sums.get(name) || 0) + shares[i]));
  const parts = [...sums].map(([name, share]) => ({ name, share: 100 * share, whole: Math.floor(100 * share) }));
  let left = 100 - parts.reduce((sum, part) => sum + part.whole, 0);
  parts.sort((a, b) => b.share - b.whole - (a.share - a.whole));
  for (const part of parts) {
    if (left-- > 0) part.whole += 1;
  }
  return parts.filter((part) => part.whole > 0).sort((a, b) => b.whole - a.whole);
}

// What such an expression says, as far as it is a name or shares of names; nothing where it is something else.
export function terms(words) {
  const parts = words.split('+').map((part) => /^(?:(\d*\.?\d+)\*)?([^*\s]+)$/.exec(part.trim()));
  if (!words || parts.includes(null)) return [];
  return parts.map(([, share, name]) => ({ name, share: Number(share ?? 1) }));
}

// The place in the upper row where the first two corners are mixed so.
export const between = ([one, other]) => (other ? other.share / (one.share + other.share) : 0);

// How the rest of Ikat writes the mixture, such as 0.7*bark+0.3*moss.
export function expression(names, shares) {
  const parts = hundredths(names, shares);
  return parts.length === 1 ? parts[0].name : parts.map(({ name, whole }) => `${whole / 100}*${name}`).join('+');
}
