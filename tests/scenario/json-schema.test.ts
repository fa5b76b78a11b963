import { describe, expect, it } from 'vitest';
import { schemaText } from '../../src/scenario/json-schema.ts';
import { filesBelow, textOf } from '../helpers/source.ts';

describe('the JSON Schema for editors', () => {
  it('lies beside the scenarios as the schema generates it (vitest -u writes it anew)', async () => {
    await expect(schemaText()).toMatchFileSnapshot('../../scenarios/scenario.schema.json');
  });

  it('is named by every shipped file, by a path that leads to it', () => {
    for (const path of filesBelow('scenarios').filter((file) => file.endsWith('.json') && !file.endsWith('.schema.json'))) {
      const content = JSON.parse(textOf(path)) as { $schema?: string };
      const depth = path.split('/').length - 2;
      expect([path, content.$schema]).toEqual([path, `${depth === 0 ? './' : '../'.repeat(depth)}scenario.schema.json`]);
    }
  });

  it('tells an editor the unit and bounds of a value', () => {
    const schema = JSON.parse(schemaText()) as { $defs: Record<string, unknown> };
    expect(Object.keys(schema.$defs).slice(0, 5)).toEqual(['siege-file', 'facts-file', 'variant-file', 'rules-file', 'map-file']);
    expect(schema.$defs['siege-file']).toMatchObject({
      type: 'object',
      additionalProperties: false,
      properties: { climate: { properties: { mud: { type: 'integer', minimum: 0, maximum: 1000 } } } },
    });
  });
});
