import { h } from '../lib/dom.js';
import { models } from '../lib/api.js';
import { TilePlane } from '../lib/tiles.js';
export async function mount(root) {
  const list = await models();
  const canvas = h('canvas', { tabIndex: 0 });
  canvas.style.cssText = 'width:100%;height:100%;position:absolute;inset:0';
  root.append(h('div.split', {}, h('div.stage', {}, canvas)));
  const plane = new TilePlane(canvas, { onstate: (s) => console.info(JSON.stringify(s)) });
  plane.show({ modelId: list[0].id, seed: 0, texture: list[0].textures[0] });
  window.ikat = { plane };
  return () => plane.destroy();
}
