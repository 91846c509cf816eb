// A place between two textures, as an expression.
import { expression } from '../mix/weights.js';

// The two textures as the rest of Ikat writes their mixture.
export function mixtureOf({ texture, to, mix }) {
  return to && to !== texture && mix > 0 ? expression([texture, to], [1 - mix, mix]) : texture;
}
