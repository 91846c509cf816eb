// Records some seconds of a canvas.
const KINDS = ['video/webm;codecs=vp9', 'video/webm;codecs=vp8', 'video/webm', 'video/mp4'];

export async function film(canvas, seconds, onprogress) {
  const kind = KINDS.find((type) => window.MediaRecorder?.isTypeSupported(type));
  if (!kind || !canvas.captureStream) throw new Error('this browser cannot record films');
  const stream = canvas.captureStream(30);
  const recorder = new MediaRecorder(stream, { mimeType: kind, videoBitsPerSecond: 8e6 });
  const parts = [];
  recorder.ondataavailable = ({ data }) => parts.push(data);
  const ended = new Promise((done, fail) => {
    recorder.onstop = done;
    recorder.onerror = () => fail(new Error('the browser could not record the film'));
  });
  recorder.start(500);
  const begun = performance.now();
  const ticks = setInterval(() => onprogress((performance.now() - begun) / 1000 / seconds), 200);
  setTimeout(() => recorder.state !== 'inactive' && recorder.stop(), 1000 * seconds);
  try {
    await ended;
  } finally {
    clearInterval(ticks);
    stream.getTracks().forEach((track) => track.stop());
  }
  return { blob: new Blob(parts, { type: kind.split(';')[0] }), ending: kind.startsWith('video/mp4') ? 'mp4' : 'webm' };
}
