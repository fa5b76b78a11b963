import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Choices } from '../engine/index.ts';
import { Card } from './card.tsx';
import type { OrderInHand } from './desk.ts';
import { ForecastFigures } from './forecast-figures.tsx';
import { Icon } from './icon.tsx';
import { formOf, pickableIds, textOfValue, valuePicked, type FieldStep } from './order-fields.ts';
import { orderKey } from '../session/order-key.ts';
import type { PlanProps } from './plan-card.tsx';
import { timeOf } from './text/dates.ts';
import { plainText, type Names } from './text/names.ts';
import { count, number, odds } from './text/numbers.ts';
import { fixAge, fixWords, problemWords, targetWords } from './text/order-words.ts';
import { isKey, say } from './text/say.ts';

type FormProps = PlanProps & { readonly hand: OrderInHand };

/** The form of one order: field by field, each chosen here or on the map, with its forecast as soon as it is whole. */
export function OrderFormCard(props: FormProps): JSX.Element {
  const { play, names, hand } = props;
  const { lang } = names;
  const form = formOf(play, hand.kind, hand.fields);
  const last = form.steps.at(-1);
  const asked = form.order === null ? last : form.steps.find((step) => step.choices.form === 'one');
  usePicking(props, asked?.choices ?? null);
  const problem = form.order === null ? null : (play.problemsWith(form.order)[0] ?? null);
  const clash = problem !== null && !(hand.replaces !== null && problem.reason === 'already-ordered') ? problem : null;
  const forecast = form.order === null ? null : play.forecast(form.order);
  return (
    <Card id="order-form" title={say(lang, `kind.${hand.kind}`)} fact={form.order === null ? openField(last, names) : say(lang, 'form.ready')} actions={<FormActions {...props} ready={form.order !== null && clash === null} onGive={() => give(props)} />}>
      <p class="help">{say(lang, `kind.${hand.kind}.help`)}</p>
      {clash === null ? null : <p class="problem" role="alert"><Icon name="warning" size={14} /> {problemWords(clash, names)}</p>}
      {form.steps.map((step) => <Field key={step.choices.field} {...props} step={step} />)}
      {forecast === null ? null : <ForecastFigures forecast={forecast} names={names} />}
      {form.order !== null && forecast === null ? <p class="help">{say(lang, 'forecast.none')}</p> : null}
    </Card>
  );
}

function openField(last: FieldStep | undefined, names: Names): string {
  return last === undefined ? '' : say(names.lang, 'form.last', { field: fieldWords(last.choices.field, names) });
}

function fieldWords(field: string, names: Names): string {
  const key = `field.${field}`;
  return isKey(key) ? say(names.lang, key) : field;
}

/** While a field is open the map offers what may stand in it, and a click there fills it. */
function usePicking({ desk, hand }: FormProps, choices: Choices | null): void {
  const ids = choices === null || choices.form === 'number' ? null : pickableIds(choices);
  useEffect(() => {
    desk.pickable.value = ids;
    return () => {
      desk.pickable.value = null;
    };
  }, [ids?.join(' ')]);
  // Listens anew after each drawing, so that a click meets the field that is open now.
  useEffect(() => desk.picked.subscribe((id) => {
    if (id === null || choices === null) return;
    desk.picked.value = null;
    const value = valuePicked(choices, id);
    if (value !== null) choose(desk, hand, choices, value);
  }));
}

function choose(desk: PlanProps['desk'], hand: OrderInHand, choices: Choices, value: string): void {
  const before = hand.fields[choices.field];
  const list = Array.isArray(before) ? (before as readonly unknown[]) : [];
  const next = choices.form === 'many' ? (list.includes(value) ? list.filter((one) => one !== value) : [...list, value]) : value;
  desk.inHand.value = { ...hand, fields: { ...hand.fields, [choices.field]: next } };
}

function give({ desk, play, hand }: FormProps): void {
  const { order } = formOf(play, hand.kind, hand.fields);
  if (order === null) return;
  const old = hand.replaces === null ? -1 : play.orders.map(orderKey).indexOf(orderKey(hand.replaces));
  if (old >= 0) play.replace(old, order);
  else play.add(order);
  if (hand.replaces !== null && orderKey(hand.replaces) !== orderKey(order)) desk.struck.value = [...desk.struck.value, orderKey(hand.replaces)];
  desk.inHand.value = null;
}

function FormActions({ desk, names, hand, ready, onGive }: FormProps & { readonly ready: boolean; readonly onGive: () => void }): JSX.Element {
  return (
    <>
      <button type="button" class="btn primary wide" id="give-order" aria-disabled={!ready} onClick={() => (ready ? onGive() : undefined)}>
        <Icon name="check" size={16} />
        {say(names.lang, hand.replaces === null ? 'form.give' : 'form.change')}
      </button>
      <button type="button" class="btn" onClick={() => (desk.inHand.value = null)}>{say(names.lang, 'form.cancel')}</button>
    </>
  );
}

function Field(props: FormProps & { readonly step: FieldStep }): JSX.Element {
  const { step, names } = props;
  const { choices } = step;
  const id = `field-${choices.field}`;
  if (choices.form !== 'number' && choices.values.length === 0) {
    return <p class="problem"><Icon name="warning" size={14} /> {say(names.lang, 'form.nothing')}</p>;
  }
  return (
    <div class="field">
      <label for={id} id={`${id}-label`}>{fieldWords(choices.field, names)}</label>
      {choices.form === 'one' ? <OneOf {...props} id={id} /> : null}
      {choices.form === 'many' ? <ManyOf {...props} id={id} /> : null}
      {choices.form === 'number' ? <NumberOf {...props} id={id} /> : null}
    </div>
  );
}

type ControlProps = FormProps & { readonly step: FieldStep; readonly id: string };

function OneOf({ desk, view, names, hand, step, id }: ControlProps): JSX.Element {
  const { choices } = step;
  return (
    <select id={id} value={textOfValue(step.value) ?? ''} onChange={(event) => choose(desk, hand, choices, event.currentTarget.value)}>
      <option value="" disabled>{say(names.lang, 'form.pick')}</option>
      {choices.values.map((value) => <option key={value} value={value}>{valueWords(choices.field, value, names, view)}</option>)}
    </select>
  );
}

function ManyOf({ desk, view, names, hand, step, id }: ControlProps): JSX.Element {
  const { choices } = step;
  const chosen = Array.isArray(step.value) ? (step.value as readonly unknown[]) : [];
  return (
    <div id={id} class="many" role="group" aria-labelledby={`${id}-label`}>
      {choices.values.map((value) => (
        <label key={value}>
          <input type="checkbox" checked={chosen.includes(value)} onChange={() => choose(desk, hand, choices, value)} />
          <span>{valueWords(choices.field, value, names, view)}</span>
        </label>
      ))}
    </div>
  );
}

function NumberOf({ desk, view, names, hand, step, id }: ControlProps): JSX.Element {
  const { choices } = step;
  const value = typeof step.value === 'number' ? step.value : choices.low;
  const put = (next: number): void => {
    const kept = Math.max(choices.low, Math.min(choices.high, next));
    desk.inHand.value = { ...hand, fields: { ...hand.fields, [choices.field]: kept } };
  };
  const words = numberWords(choices.field, value, names, view);
  return (
    <div class="number">
      <button type="button" class="step" aria-label={say(names.lang, 'form.less')} onClick={() => put(value - choices.step)}>−</button>
      <input id={id} type="range" min={choices.low} max={choices.high} step={choices.step} value={value} aria-valuetext={words} onInput={(event) => put(event.currentTarget.valueAsNumber)} />
      <button type="button" class="step" aria-label={say(names.lang, 'form.more')} onClick={() => put(value + choices.step)}>+</button>
      <output for={id}>{words}</output>
    </div>
  );
}

function numberWords(field: string, value: number, names: Names, view: PlanProps['view']): string {
  switch (field) {
    case 'from':
      return timeOf(view.facts.calendar, view.turn, value);
    case 'after':
    case 'echelonAfter':
      return count(names.lang, 'hours', value);
    case 'odds':
      return odds(names.lang, value);
    default:
      return number(names.lang, value);
  }
}

/** A value of a field in words: name, and what one needs to choose by. */
function valueWords(field: string, value: string, names: Names, view: PlanProps['view']): string {
  switch (field) {
    case 'target': {
      const colon = value.indexOf(':');
      const kind = value.slice(0, colon) === 'approach' ? 'approach' : 'post';
      return plainText(targetWords({ kind, id: value.slice(colon + 1) }, names, view));
    }
    case 'fix':
      return plainText(`${fixWords(value, names, view)} · ${fixAge(value, names, view)}`);
    case 'weapon':
      return names.weapon(value);
    case 'post':
      return plainText(names.post(value));
    default: {
      const men = view.units.find((unit) => unit.id === value)?.men ?? 0;
      return `${plainText(names.unit(value))} · ${count(names.lang, 'men', men)}`;
    }
  }
}
