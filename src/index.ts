// keruen: container corridors simulated event by event, box by box. Every public name, in reading order.

export type {
  ChangeSpec,
  CorridorData,
  FleetSpec,
  FlowSpec,
  LeavesWhen,
  LineSpec,
  Month,
  ServiceSpec,
  Size,
  Takes,
  WeatherSpec,
} from './model/corridor';
// A corridor as data, checked as a whole; the same with a change.
export { type Change, Corridor, corridor } from './model/define';
// What the formulas expect, what a run measures, and how it stands beside published figures.
export type { FormulaRow } from './model/formulas/row';
export type { PlaceSpec } from './model/places/registry';
export type { PreviewRow } from './model/preview';
export { type Problem, ProblemError } from './problem';
export { inWords } from './report/inWords';
// The shipped corridors.
export { findScenario, scenarios } from './scenarios';
export { aktauHub } from './scenarios/aktauHub';
export { lianyungang } from './scenarios/lianyungang';
export { middleCorridor2024 } from './scenarios/middleCorridor2024';
// A corridor of one's own: from a file, from text, and back into text.
export { openCorridor, readCorridor, writeCorridor } from './scenarios/open';
export { railBorder } from './scenarios/railBorder';
export { roadBorder } from './scenarios/roadBorder';
export { xianTerminal } from './scenarios/xianTerminal';
export { type FormulaResult, formulas } from './study/formulas';
// One number of a run, and the same in words.
export { measureOf } from './study/measureOf';
export type { StudyOptions } from './study/options';
export { preview } from './study/preview';
export type { Hours, JourneyResult, LedgerResult, MeasureResult, RunResult } from './study/result';
export { runStudy as run } from './study/run';
export { validate } from './study/validate';
export {
  type Duration,
  days,
  hours,
  km,
  kmPerHour,
  knots,
  kteu,
  kteuPerYear,
  type Length,
  type Mass,
  type Money,
  type Moves,
  minutes,
  movesPerHour,
  musd,
  type Paths,
  pathsPerDay,
  percent,
  type Share,
  type Speed,
  seconds,
  share,
  type Teu,
  type TeuPerYear,
  type Trucks,
  teu,
  teuPerYear,
  tonnes,
  trucksPerDay,
} from './units';
