/** `siege schema`: the JSON Schema that editors complete and check scenario files with. */
import { schemaText } from '../scenario/json-schema.ts';
import { SWITCH, type Command } from './command.ts';
import { writeText } from './files.ts';

const DEFAULT_FILE = 'scenarios/scenario.schema.json';

/** Writes the JSON Schema of scenario files from the one schema definition. */
export const schema: Command = {
  usage: 'schema [FILE] [--json]',
  about: `writes the JSON Schema of scenario files (${DEFAULT_FILE}); with --json to stdout`,
  flags: { json: SWITCH },
  files: { least: 0, most: 1 },
  run(given, out) {
    const [file = DEFAULT_FILE] = given.files;
    if (given.isOn('json')) out.print(schemaText());
    else writeText(file, schemaText());
    return Promise.resolve(0);
  },
};
