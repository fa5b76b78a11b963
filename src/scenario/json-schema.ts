/** The JSON Schema of scenario files, generated from the one schema definition, for editors. */
import { toJsonSchema } from '@valibot/to-json-schema';
import * as v from 'valibot';
import { KINDS } from './document.ts';
import { words } from './schema-parts.ts';
import { ROW_SCHEMAS } from './schema-rules.ts';
import { LISTS } from './schema.ts';

/** The text of `scenarios/scenario.schema.json`. */
export function schemaText(): string {
  const any = v.union(Object.values(KINDS) as v.GenericSchema[]);
  const schema = toJsonSchema(any, { definitions: definitions(), typeMode: 'input', errorMode: 'ignore' });
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title: 'Scenario files of Vòng Vây: siege, facts, variant, rules, map', ...rest }, null, 1)}\n`;
}

/** What is used in several places is written once, and the five kinds of file by name. */
function definitions(): Record<string, v.GenericSchema> {
  const files = Object.entries(KINDS).map(([kind, schema]) => [`${kind}-file`, schema] as const);
  const entries = Object.entries(LISTS).map(([name, schema]) => [`entry-of-${name}`, schema] as const);
  const rows = [...ROW_SCHEMAS].map(([unit, schema]) => [`tunable-${unit.replace(/[^a-z0-9]+/g, '-')}`, schema] as const);
  return Object.fromEntries<v.GenericSchema>([...files, ...entries, ['words', words], ...rows]);
}
