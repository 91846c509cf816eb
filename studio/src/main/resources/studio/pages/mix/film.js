// Keeps a loop as a film: the studio makes it, the browser downloads it.
import { json, send } from '../../lib/api.js';
import { h, toast } from '../../lib/dom.js';
import { sentence } from '../../lib/words.js';

const EVERY = 400; // milliseconds between looks at how far it is
const WORDS = 'Keep the loop as a film';

// A button; `order()` gives what the studio is asked for. `release()` ends looking.
export function filmButton(order) {
  let id = '';
  let left = false;
  const button = h('button', { type: 'button', onclick: () => (id ? stop() : make()) }, WORDS);

  // Only a loop can be kept.
  button.suits = (loops) => {
    button.disabled = !loops && !id;
    button.title = loops ? 'As MP4, as long as one round takes' : 'Choose Loop first';
  };

  async function make() {
    try {
      let film = await send('/api/films', order());
      id = film.id;
      while (['queued', 'running'].includes(film.state) && !left) {
        button.textContent = `Stop the film, ${Math.floor(100 * film.share)} % made`;
        await new Promise((done) => setTimeout(done, EVERY));
        film = await json(`/api/films/${id}`);
      }
      if (left) return;
      if (film.state === 'done') h('a', { href: film.file, download: film.name }).click();
      else if (film.state === 'failed') toast(sentence(film.failure || 'the film could not be made'), 'error');
    } catch (failure) {
      if (!left) toast(sentence(failure.message), 'error');
    } finally {
      id = '';
      button.textContent = WORDS;
    }
  }

  const stop = () => send(`/api/films/${id}/stop`, {}).catch((failure) => toast(sentence(failure.message), 'error'));
  button.release = () => (left = true);
  return button;
}
