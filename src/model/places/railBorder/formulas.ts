// What formulas say of a rail border: its teams as servers in a line, and the tracks of its gauge change.
import { sampler } from '../../../stochastic';
import { lawOf } from '../../corridor/figures/law';
import { type FormulaRow, sentences, useOf } from '../../preview/formulas/row';
import { trackFormulas } from '../../preview/formulas/tracks';
import { exactWait } from '../../preview/formulas/wait';
import type { Traffic } from '../../preview/preview';
import { teamHours } from './preview';
import type { RailBorderSpec } from './spec';

const HOURS = 8760;

export function formulasOfBorder(id: string, spec: RailBorderSpec, traffic: Traffic): FormulaRow[] {
  return [...teamFormulas(id, spec, traffic), ...gaugeFormulas(id, spec, traffic)];
}

function teamFormulas(id: string, { controls, handedOver, calendar }: RailBorderSpec, traffic: Traffic): FormulaRow[] {
  return Object.keys(controls)
    .sort()
    .flatMap((control): FormulaRow[] => {
      const { takes, trainsFrom, teams, calendar: open } = controls[control];
      const hours = teamHours(controls[control], traffic);
      const law = sampler(lawOf(takes));
      const trains = traffic.trainsInto(id, trainsFrom);
      if (hours === undefined || law.mean === 0 || trains === 0) return [];
      const servers = Math.max(1, Math.round(typeof teams === 'number' ? teams : hours / HOURS));
      const utilisation = (trains * law.mean) / 3600 / hours;
      const variation = Math.sqrt(law.variance) / law.mean;
      const wait = exactWait({ servers, utilisation, hours: law.mean / 3600, variation, arrivalShape: 1 });
      const said = [
        'trains come spread out by paths and by what they passed before, or bunched by a closure: the formula has them at random',
      ];
      if (typeof teams !== 'number') said.push(`teams change with their shifts: the formula has ${servers} all day`);
      if (open !== undefined || calendar !== undefined)
        said.push('trains that come while it is closed wait for its opening: the formula counts open hours only');
      if (handedOver !== undefined)
        said.push('trains are handed over so many a day, and wait before the border and not here');
      if (wait.differs !== undefined) said.push(wait.differs);
      const row = { where: id, resource: `${control} teams`, why: sentences(said) };
      return [
        {
          ...row,
          what: 'use',
          formula: 'trains × time ÷ team hours',
          value: utilisation,
          unit: 'share',
          measure: useOf(id, row.resource),
        },
        { ...row, what: 'wait', formula: wait.formula, value: wait.hours, unit: 'h' },
      ];
    });
}

function gaugeFormulas(id: string, { gaugeChange, channels }: RailBorderSpec, traffic: Traffic): FormulaRow[] {
  if (gaugeChange === undefined) return [];
  const { tracks, cranes: count, rate, variation, each, shunting } = gaugeChange;
  const cranes = {
    count,
    rate,
    ...(variation === undefined ? {} : { variation }),
    ...(each === undefined ? {} : { each }),
  };
  const more = ['trains of both gauges wait for each other, for the buffer and for sets of platforms, on their tracks'];
  if (channels !== undefined) more.push('customs holds boxes, and a set stands until its load is released');
  return ([1435, 1520] as const).flatMap((gauge) =>
    trackFormulas(id, { resource: `${gauge} tracks`, count: tracks[gauge], shunting, cranes, gauge }, traffic, more),
  );
}
