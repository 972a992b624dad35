import { h } from './dom';

/** A question for one line of text. */
export interface Question {
  title: string;
  why: string;
  go: string;
}

/** Asks; answers `known` when nothing is typed or the question is closed, which `must` forbids. */
export function ask(question: Question, known: string, must = false): Promise<string> {
  return new Promise((resolve) => {
    const answer = h('input', { value: known, required: must, maxLength: 60, autofocus: true, 'aria-label': question.title });
    const dialog = h(
      'dialog',
      {},
      h(
        'form',
        { method: 'dialog' },
        h('h2', {}, question.title),
        h('p', {}, question.why),
        answer,
        h('button', { type: 'submit', className: 'main' }, question.go),
      ),
    );
    dialog.addEventListener('cancel', (event) => must && event.preventDefault());
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(answer.value.trim() === '' ? known : answer.value.trim());
    });
    document.body.append(dialog);
    dialog.showModal();
    answer.select();
  });
}
