import type { JSX } from 'preact';
import type { Problem } from '../scenario/problem.ts';
import { IconButton } from './controls.tsx';
import type { Desk } from './desk.ts';
import { Icon } from './icon.tsx';
import { say } from './text/say.ts';

/** Problems of a file that are shown; the first ones say what is wrong. */
const MOST_PROBLEMS = 5;

/** What has just been told: a file that was saved, or everything that is wrong with one. */
export function Notices({ desk }: { readonly desk: Desk }): JSX.Element {
  const notice = desk.notice.value;
  const lang = desk.lang.value;
  const close = (): void => void (desk.notice.value = null);
  return (
    <div class="notices">
      <div aria-live="polite">
        {notice?.kind === 'good' ? (
          <p class="notice good"><Icon name="check" size={16} /> {notice.text} <IconButton name="close" size={14} label={say(lang, 'dialog.close')} onPress={close} /></p>
        ) : null}
      </div>
      <div role="alert">
        {notice?.kind === 'bad-file' ? (
          <div class="notice bad" id="bad-file">
            <h2><Icon name="warning" size={18} /> {notice.title} <IconButton name="close" size={14} label={say(lang, 'dialog.close')} onPress={close} /></h2>
            <ul>{notice.problems.slice(0, MOST_PROBLEMS).map((problem, index) => <ProblemLine key={index} desk={desk} problem={problem} />)}</ul>
            {notice.untouched ? <p>{say(lang, 'file.untouched')}</p> : null}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** The place and the finding come from the checks, which speak English and the JSON of the file. */
function ProblemLine({ desk, problem }: { readonly desk: Desk; readonly problem: Problem }): JSX.Element {
  const lang = desk.lang.value;
  return (
    <li>
      {problem.path === '' ? null : <code>{say(lang, 'file.place', { path: problem.path })}</code>}
      <span lang="en">{problem.message}{problem.expected === '' ? '' : ` (${problem.expected})`}</span>
    </li>
  );
}
