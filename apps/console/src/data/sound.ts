import type { Severity } from './severity.js';

/** What each severity sounds like: so many tones of so many hertz; the graver, the higher and the more. */
const tones: Readonly<Record<Severity, { readonly times: number; readonly hertz: number }>> = {
  critical: { times: 3, hertz: 880 },
  major: { times: 2, hertz: 740 },
  minor: { times: 1, hertz: 620 },
  warning: { times: 1, hertz: 520 },
  indeterminate: { times: 1, hertz: 440 },
};

const TONE_S = 0.16;
const PAUSE_S = 0.1;
const LOUDNESS = 0.18;
let audio: AudioContext | undefined;

/** Sounds a severity. Before the first click or key in the page browsers keep it silent. */
export async function sound(severity: Severity): Promise<void> {
  audio ??= new AudioContext();
  if (audio.state === 'suspended') await audio.resume();
  const { times, hertz } = tones[severity];
  for (let place = 0; place < times; place++)
    tone(audio, hertz, audio.currentTime + place * (TONE_S + PAUSE_S));
}

function tone(context: AudioContext, hertz: number, at: number): void {
  const [source, volume] = [context.createOscillator(), context.createGain()];
  source.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
  volume.gain.setValueAtTime(LOUDNESS, at + TONE_S - 0.03);
  volume.gain.linearRampToValueAtTime(0, at + TONE_S);
  source.connect(volume).connect(context.destination);
  source.start(at);
  source.stop(at + TONE_S);
}
