// What formulas say of a road border: its lanes, and the bays behind them, as servers in a line.
import { sampler } from '../../../stochastic';
import type { Takes } from '../../corridor/data/takes';
import { lawOf } from '../../corridor/figures/law';
import { type FormulaRow, sentences, useOf, waitOf } from '../../preview/formulas/row';
import { exactWait } from '../../preview/formulas/wait';
import type { Traffic } from '../../preview/preview';
import type { Direction, RoadBorderSpec } from './spec';

interface Line {
  readonly resource: string;
  readonly count: number;
  readonly takes: Takes;
  readonly share: number;
  /** The run counts all waits of a direction as one: they stand beside that of its lanes. */
  readonly counted: boolean;
}

/** Lanes, customs bays and transloading bays of one direction. */
function linesOf(to: string, { lanes, takes, channels = {}, transloading }: Direction): Line[] {
  const found: Line[] = [{ resource: `lanes to ${to}`, count: lanes, takes, share: 1, counted: true }];
  for (const id of Object.keys(channels).sort()) {
    const { bays, takes, share } = channels[id];
    found.push({ resource: `${id} bays to ${to}`, count: bays, takes, share, counted: false });
  }
  if (transloading !== undefined) {
    const { bays, takes, share } = transloading;
    found.push({ resource: `transloading bays to ${to}`, count: bays, takes, share, counted: false });
  }
  return found;
}

export function formulasOfRoadBorder(id: string, { calendar, toward }: RoadBorderSpec, traffic: Traffic): FormulaRow[] {
  const { seconds } = traffic.openYear(calendar);
  return Object.keys(toward)
    .sort()
    .flatMap((to) => linesOf(to, toward[to]).flatMap((line) => rowsOf(line, to)));

  function rowsOf({ resource, count, takes, share, counted }: Line, to: string): FormulaRow[] {
    const law = sampler(lawOf(takes));
    const trucks = traffic.trucks(id, to) * share;
    if (!(trucks > 0 && law.mean > 0 && count > 0)) return [];
    const utilisation = (trucks * law.mean) / (count * seconds);
    const variation = Math.sqrt(law.variance) / law.mean;
    const wait = exactWait({ servers: count, utilisation, hours: law.mean / 3600, variation, arrivalShape: 1 });
    const said = reasons(toward[to], counted);
    if (wait.differs !== undefined) said.push(wait.differs);
    const alike = traffic.isChosen(id) ? ({ alike: true } as const) : {};
    const row = { where: id, resource, toward: to, ...alike, why: sentences(said) };
    const simulated = counted ? { measure: waitOf(id, `to ${to}`) } : {};
    return [
      {
        ...row,
        what: 'use',
        formula: 'trucks × time ÷ open hours',
        value: utilisation,
        unit: 'share',
        measure: useOf(id, resource),
      },
      { ...row, what: 'wait', formula: wait.formula, value: wait.hours, unit: 'h', ...simulated },
    ];
  }

  function reasons({ eQueue, quota }: Direction, counted: boolean): string[] {
    const said: string[] = [];
    if (eQueue !== undefined)
      said.push(
        'trucks come by slots, spread over the open hours, and queue for slots elsewhere: the formula has them at random',
      );
    else if (calendar !== undefined)
      said.push(
        'trucks that came by night stand before the gate when it opens: the formula has them come at random in open hours',
      );
    else said.push('trucks come as the flows send them, at random too');
    if (counted)
      said.push(
        `the wait of a run is that of the whole border, with bays${quota === undefined ? '' : ', the quota of the neighbour'} and closed hours`,
      );
    if (traffic.isChosen(id)) said.push('trucks choose their way by the wait: the formula counts all ways alike');
    return said;
  }
}
