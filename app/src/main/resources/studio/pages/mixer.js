import { h } from '../lib/dom.js';
import { models } from '../lib/api.js';
import { LivePicture } from '../lib/live.js';
export async function mount(root) {
  const all = await models(); const model = all.find((m) => m.textures.length > 3);
  const canvas = h('canvas', { width: 512, height: 512 });
  root.append(canvas);
  const live = new LivePicture(canvas, { onerror: (t) => t && console.error(t) });
  window.ikat = { live };
  live.scene({ model: model.id, textures: model.textures.slice(0, 4), weights: [1, 1, 1, 1], play: 'drift', drift: 0.2 });
  return () => live.close();
}
