// How alike the plane is to the picture that it was learned from: the line between both, the score and what was found.
import { ask, json, send } from '../../lib/api.js';
import { h, toast } from '../../lib/dom.js';
import { go } from '../../lib/go.js';
import { sentence } from '../../lib/words.js';
import { wipe } from './wipe.js';

const MORE = 180;

// `show(model, state)` follows what is shown; `lay()` the view.
export function likeness(stage, plane) {
  const text = h('div', { 'aria-live': 'polite' });
  const rate = h('button', { type: 'button', onclick: () => score() }, 'Score it');
  const open = h('button', { type: 'button', onclick: () => compared?.set(0.5) }, 'Compare with the picture');
  const longer = h('button', { type: 'button', hidden: true }, 'Train longer');
  const pair = h('div.row', {}, open, rate);
  const box = h('fieldset.likeness', {}, h('legend', {}, 'The picture it was learned from'), pair, text, h('div.row', {}, longer));
  let compared;
  let key = '';
  let shown; // {model, query}

  function show(model, { texture, seed, detail }) {
    const query = new URLSearchParams({ seed, ...(texture && model.globalChannels ? { texture } : {}), ...(detail ? { detail } : {}) });
    const held = model.woven && (!model.textures.length || !texture || model.textures.includes(texture));
    shown = { model, query };
    text.replaceChildren(...(held ? [] : [h('p.soft', {}, model.woven ? 'A mixture has no picture of its own.' : 'This model does not hold its picture.')]));
    pair.hidden = !held;
    rate.disabled = false;
    const next = held ? `${model.id} ${texture}` : '';
    if (next !== key) {
      compared?.();
      compared = held ? wipe(stage, plane, `/api/models/${model.id}/exemplar.png?${new URLSearchParams(texture ? { texture } : {})}`, 'The picture that was learned') : undefined;
      key = next;
      training(model);
    }
  }

  async function score() {
    const mine = shown;
    rate.disabled = true;
    text.replaceChildren(h('p', {}, 'Scoring three pictures of the plane; this takes some seconds …'));
    try {
      const found = await (await ask(`/api/models/${mine.model.id}/score?${mine.query}`)).json();
      if (mine === shown) text.replaceChildren(...scoreText(found));
    } catch (failure) {
      if (mine === shown) text.replaceChildren(h('p.error', {}, sentence(failure.message)));
    }
    if (mine === shown) rate.disabled = false;
  }

  // What this studio has learned itself can be learned for longer.
  async function training(model) {
    longer.hidden = true;
    if (!model.own) return;
    const { trainings } = await json('/api/trainings').catch(() => ({ trainings: [] }));
    const job = trainings.find((one) => one.model === model.name);
    if (!job || shown.model !== model) return;
    longer.hidden = false;
    longer.onclick = async () => {
      try {
        await send(`/api/trainings/${job.id}/longer`, { seconds: MORE });
        go(`/look?training=${job.id}`);
      } catch (failure) {
        toast(failure.message, 'error');
      }
    };
  }

  box.show = show;
  box.lay = () => compared?.lay();
  box.end = () => compared?.();
  return box;
}

// A score in words, with what is wrong first.
export function scoreText({ overall, findings }) {
  const raised = findings.filter((finding) => finding.raised);
  return [
    h('p', {}, h('strong', {}, `Score ${overall.toFixed(2)}`), ' – 1 is as alike as the picture is to itself, higher is further off.'),
    ...(raised.length ? raised : findings).map((finding) => h(finding.raised ? 'p.error' : 'p.soft', {}, sentence(finding.words))),
  ];
}
