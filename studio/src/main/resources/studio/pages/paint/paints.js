// What one paints with: an expression for a texture of the painting's model, or {model, texture} of another.

const DRAWN = [1, 2, 3, 4, 5, 6].map((seed) => `random:${seed}`);

// The textures of a model to choose from: its names, or some draws where it has none.
export function texturesOf(model) {
  if (!model.globalChannels) return [];
  return model.textures.length ? model.textures : DRAWN;
}

// The paints of a painting's own model; one of a single texture is a paint, too, that covers what others painted.
export function paintsOf(model) {
  const textures = texturesOf(model);
  return textures.length ? textures : [{ model: model.name }];
}

// The paint of a texture of any model; without a texture it is the only one, or a draw by the painting's seed.
export function paintOf(own, model, texture) {
  if (model.name === own.name && texture) return texture;
  return texture ? { model: model.name, texture } : { model: model.name };
}

// Equal paints have equal keys.
export const keyOf = (paint) => (typeof paint === 'string' ? paint : JSON.stringify([paint.model, paint.texture ?? '']));

export function titleOf(paint) {
  if (typeof paint === 'string') return paint;
  return paint.texture ? `${paint.texture} (${paint.model})` : paint.model;
}

export function distinct(paints) {
  return [...new Map(paints.map((paint) => [keyOf(paint), paint])).values()];
}

// The names of all models of a painting, that of the ground first.
export function modelNames({ model, textures }) {
  return [...new Set([model, ...textures.flatMap((paint) => (typeof paint === 'string' ? [] : [paint.model]))])];
}

// What is known of the models of paintings; those that are not here are left out.
export function modelsIn(list, ...documents) {
  const names = new Set(documents.flatMap(modelNames));
  return list.filter(({ name }) => names.has(name));
}

// The model and the texture of a paint, for its picture; no model where it is not here.
export function shownBy(list, own, paint) {
  if (typeof paint === 'string') return { model: own, texture: paint };
  const model = list.find(({ name }) => name === paint.model);
  return { model, texture: paint.texture };
}
