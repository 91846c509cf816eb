// Where the lamp stands, as a point on a ball: to drag, and with arrow keys.
import { h } from '../../lib/dom.js';
import { clamp } from './shapes/curves.js';

const STEP = 10;
const KEYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
const degrees = (radians) => (radians * 180) / Math.PI;
const around = (value) => ((((value + 180) % 360) + 360) % 360) - 180;

// `onmove({side, height})`, in degrees to the right and up from the front.
export function lightBall(light, onmove) {
  const point = h('span.light-point', { 'aria-hidden': 'true' });
  const ball = h(
    'div.light-ball',
    {
      role: 'slider',
      tabIndex: 0,
      title: 'Drag the light; on the picture, drag with Shift',
      'aria-label': 'Light',
      'aria-roledescription': 'two-dimensional slider',
      'aria-valuemin': -180,
      'aria-valuemax': 180,
    },
    point,
  );
  let now = light;

  function follow(event) {
    const box = ball.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * 2 - 1;
    const y = 1 - ((event.clientY - box.top) / box.height) * 2;
    const away = Math.min(1, Math.hypot(x, y));
    const [right, up] = [x, y].map((value) => (value / (Math.hypot(x, y) || 1)) * away);
    const front = Math.sqrt(Math.max(0, 1 - away * away));
    onmove({ side: Math.round(degrees(Math.atan2(right, front))), height: Math.round(clamp(degrees(Math.asin(up)), -10, 90)) });
  }

  ball.addEventListener('pointerdown', (event) => {
    ball.setPointerCapture(event.pointerId);
    follow(event);
  });
  ball.addEventListener('pointermove', (event) => ball.hasPointerCapture(event.pointerId) && follow(event));
  ball.addEventListener('keydown', (event) => {
    const way = KEYS[event.key];
    if (!way) return;
    onmove({ side: around(now.side + way[0] * STEP), height: clamp(now.height + way[1] * STEP, -10, 90) });
    event.preventDefault();
  });

  ball.show = ({ side, height }) => {
    now = { side, height };
    const [turn, up] = [side, height].map((value) => (value * Math.PI) / 180);
    const behind = Math.cos(turn) < 0;
    point.style.left = `${50 + 50 * Math.sin(turn) * Math.cos(up)}%`;
    point.style.top = `${50 - 50 * Math.sin(up)}%`;
    point.classList.toggle('behind', behind);
    const where = `${Math.abs(side)}° ${side < 0 ? 'left' : 'right'}, ${height}° up${behind ? ', from behind' : ''}`;
    ball.setAttribute('aria-valuenow', side);
    ball.setAttribute('aria-valuetext', where);
  };
  ball.show(light);
  return ball;
}
