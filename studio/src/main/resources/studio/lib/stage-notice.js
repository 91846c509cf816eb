// What is being done, and what goes wrong, over a stage and without moving anything.
import { refused } from './api.js';
import { h } from './dom.js';
import { sentence } from './words.js';

export function stageNotice(words) {
  const notice = h('p.plane-notice', { role: 'status' }, words);
  const busy = h('div.plane-busy', { 'aria-hidden': 'true' });
  notice.classList.toggle('hidden', !words);

  const working = (on) => busy.classList.toggle('on', on);
  const say = (text, failed = false) => {
    notice.textContent = text;
    notice.classList.toggle('failed', failed);
    notice.classList.toggle('hidden', !text);
  };
  const trouble = (failure) => {
    const text = sentence(failure.message);
    say(refused(failure) ? text : `${text} Trying again …`, true);
  };
  // How tiles come along; only what is true just now is said.
  const tell = ({ waiting, failure }) => {
    working(waiting > 0);
    if (failure) trouble(failure);
    else if (!waiting || notice.classList.contains('failed')) say('');
  };
  return { parts: [busy, notice], working, say, trouble, tell };
}
