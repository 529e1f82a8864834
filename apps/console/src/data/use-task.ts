import { useState } from 'react';

/** How a dialog ends: with what was done, in words, or without. */
export interface TaskEnds {
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

/** What is being done on a page in a dialog, and what was done last. */
export function useTask<Task>() {
  const [task, begin] = useState<Task | null>(null);
  const [said, say] = useState('');
  const [ends] = useState<TaskEnds>(() => {
    const onDone = (text: string) => {
      say(text);
      begin(null);
    };
    return { onDone, onClose: () => onDone('') };
  });
  return { task, begin, said, say, ends };
}
