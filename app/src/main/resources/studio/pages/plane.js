import { empty } from '../lib/dom.js';
export function mount(root) { root.append(empty('Plane', 'soon')); }
