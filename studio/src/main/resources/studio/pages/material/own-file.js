// Takes a glTF file of the user's, chosen or dropped.
import { field, h } from '../../lib/dom.js';
import { sentence } from '../../lib/words.js';
import { MOST_BYTES, readOwn } from './own.js';

// `onmesh(mesh)` when one can be shown, `onfail(sentence)` otherwise.
export function ownFile(stage, { onmesh, onfail }) {
  const input = h('input', { type: 'file', accept: '.glb,.gltf,model/gltf-binary,model/gltf+json', onchange: () => input.files[0] && take(input.files[0]) });

  async function take(file) {
    try {
      if (file.size > MOST_BYTES) throw new Error(`${file.name} has ${Math.ceil(file.size / 2 ** 20)} MB, but at most ${MOST_BYTES / 2 ** 20} are read`);
      onmesh(readOwn(await file.arrayBuffer(), file.name));
    } catch (failure) {
      onfail(sentence(failure.message));
    }
  }

  const over = (event) => {
    event.preventDefault();
    stage.classList.add('dropping');
  };
  const leave = () => stage.classList.remove('dropping');
  const drop = (event) => {
    event.preventDefault();
    leave();
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  };
  stage.addEventListener('dragover', over);
  stage.addEventListener('dragleave', leave);
  stage.addEventListener('drop', drop);
  const box = field('A shape of your own', input, 'A .glb or .gltf with UVs, up to 64 MB. It stays in this page.');
  box.end = () => {
    for (const [name, handler] of [['dragover', over], ['dragleave', leave], ['drop', drop]]) stage.removeEventListener(name, handler);
  };
  return box;
}
