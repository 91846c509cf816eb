// Chooses a plane: a model, a texture of it and a seed. Pages with a plane share it.
import { field, h, toast } from './dom.js';
import { oneOf } from './one-of.js';
import { modelPicker, texturePicker } from './picker.js';
import { seedField } from './seed.js';
import { among } from './state.js';

// The model of an address, which names it or one version of it; else the first.
export function modelOf(models, key) {
  return known(models, key) ?? models[0];
}

// The same of an address that somebody opened; where it is not here, that is said.
export function openedModel(models, key, usual = models[0]) {
  const model = known(models, key);
  if (key && !model) toast(`There is no model ${key} to use here; showing ${usual.name}.`, 'error');
  return model ?? usual;
}

// A name may look like that of a version, so that what is named exactly comes first.
function known(models, key) {
  const name = String(key).replace(/@[0-9a-f]{12}$/, '');
  const called = (text) => models.find((model) => model.name === text);
  return models.find((model) => model.id === key) ?? called(key) ?? called(name);
}

// The model of an address among all that there are, though a page may not be able to use it.
export const namedModel = (models, key) => (key ? known(models, key) : undefined);

// What stands for a model in an address: one's own may be made anew under the same name.
const keyOf = (model) => (model.own ? model.id : model.name);

// Where the fine detail comes from; '' for what the model shows by itself.
export const detailOf = among('', 'network', 'woven');

const several = (model) => model.globalChannels > 0;

// The values of a state that the controls change, each by itself worth a step back.
export const CHOSEN = ['model', 'texture', 'seed', 'detail'];

// The controls. They change {model, texture, seed, detail} of a state and tell so; `restore()` shows others.
// `refuse(sentence)` shows what the studio says about the texture; '' takes it back.
export function planeChoice(models, state, onchange) {
  let model = openedModel(models, state.model);
  const texture = h('div.choice-texture');
  const detail = h('div.choice-detail');
  const seed = seedField(state.seed, (to) => {
    state.seed = to;
    onchange();
  });
  state.model = keyOf(model);
  if (!several(model)) state.texture = '';
  else state.texture ||= model.textures[0] ?? '';

  const picker = modelPicker(models, model.name, (chosen) => {
    model = chosen;
    state.model = keyOf(model);
    state.texture = model.textures[0] ?? '';
    showTextures();
    showDetail();
    onchange();
  });
  const box = h(
    'div.choice',
    {},
    h('fieldset', {}, h('legend', {}, 'Model'), picker),
    texture,
    seed,
    detail,
  );

  // Only a model that holds its pictures has a choice, and a link of another model may say one.
  function showDetail() {
    if (!model.woven) state.detail = '';
    detail.replaceChildren(...(model.woven && 'detail' in state ? [detailField(model, state, onchange)] : []));
  }

  function showTextures() {
    texture.hidden = !several(model);
    const parts = several(model) ? textureFields(model, state, onchange) : {};
    texture.replaceChildren(...Object.values(parts));
    box.refuse = (sentence) => parts.expression?.refuse(sentence);
  }

  showTextures();
  showDetail();
  Object.defineProperty(box, 'model', { get: () => model });
  box.restore = () => {
    model = modelOf(models, state.model);
    picker.set(model.name);
    seed.set(state.seed);
    showTextures();
    showDetail();
    onchange();
  };
  box.onKey = seed.onKey;
  return box;
}

function detailField(model, state, onchange) {
  const ways = [['woven', 'Woven from the picture'], ['network', 'Network alone']];
  return oneOf('Detail', ways, state.detail || model.detail, (way) => {
    state.detail = way === model.detail ? '' : way;
    onchange();
  });
}

function textureFields(model, state, onchange) {
  const choose = (words) => {
    state.texture = words;
    onchange();
  };
  const expression = expressionField(model, state.texture, (words) => {
    thumbs?.set(words);
    choose(words);
  });
  if (!model.textures.length) return { expression };
  const thumbs = texturePicker(model, state.texture, (name) => {
    expression.set(name);
    choose(name);
  });
  return { thumbs: h('fieldset', {}, h('legend', {}, 'Texture'), thumbs), expression };
}

// A texture in words, also a mixture of several.
function expressionField(model, words, onchange) {
  const [one, other] = model.textures;
  const input = h('input', {
    type: 'text',
    value: words,
    maxLength: 400,
    spellcheck: false,
    autocomplete: 'off',
    placeholder: other ? `0.7*${one}+0.3*${other}` : 'random:7',
    onchange: () => onchange(input.value.trim()),
  });
  const example = other ? `Such as 0.7*${one}+0.3*${other}, or random:7` : 'Such as random:7';
  const box = field(model.textures.length ? 'Or a mixture' : 'Texture', input, example);
  const note = box.querySelector('small');
  box.set = (to) => (input.value = to);
  box.refuse = (sentence) => {
    note.textContent = sentence || example;
    note.classList.toggle('error', Boolean(sentence));
    if (sentence) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
  return box;
}
