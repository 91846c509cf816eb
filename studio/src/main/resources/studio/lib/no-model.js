// What stands where nothing has been trained that a page could use.
import { empty, h } from './dom.js';

export const noModel = (text, title = 'No model yet') => empty(title, text, h('a.button', { href: '/train' }, 'Train one'));
