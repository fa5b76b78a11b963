/** `siege params`: every number of how sieges work. */
import { paramsOf, type Param } from '../scenario/params.ts';
import { SWITCH, VALUE, type Command } from './command.ts';
import { scenarioOf } from './files.ts';

/** The siege whose numbers are listed when none is named: all shipped ones share its rule set. */
const DEFAULT_SCENARIO = 'dien-bien-phu';

/** Lists every tunable with value, unit, range and source. */
export const params: Command = {
  usage: 'params [--scenario ID|FILE] [--json]',
  about: 'lists every tunable with value, unit, range and source',
  flags: { scenario: VALUE, json: SWITCH },
  files: { least: 0, most: 0 },
  async run(given, out) {
    const list = paramsOf(await scenarioOf(given.text('scenario') ?? DEFAULT_SCENARIO));
    out.print(given.isOn('json') ? `${JSON.stringify(list)}\n` : list.map(asLine).join(''));
    return 0;
  },
};

function asLine({ id, value, unit, min, max, source, note }: Param): string {
  const shown = typeof value === 'number' ? String(value) : value.map(([x, y]) => `${String(x)}:${String(y)}`).join(' ');
  const range = `${String(min)} to ${String(max)}${typeof value === 'number' ? '' : ' permille of its values'}`;
  return `${id} = ${shown} ${unit} (${range}; ${source})${note === '' ? '' : `: ${note}`}\n`;
}
