// keruen: container corridors simulated event by event, box by box. Every public name, in reading order.

// Which is better, how much it carries under a promise, and what one more is worth.
export type { Difference } from './experiment';
// A corridor as data, checked as a whole; the same with a change.
export { type Change, Corridor, corridor } from './model/change/define';
export type {
  ChangeSpec,
  CorridorData,
  FlowSpec,
  LeavesWhen,
  LineSpec,
  Month,
  ServiceSpec,
  Size,
  WeatherSpec,
} from './model/corridor/corridor';
export type { FleetSpec } from './model/corridor/data/fleetSpec';
export type { LocomotiveSpec } from './model/corridor/data/locomotiveSpec';
export type { PlaceSpec } from './model/corridor/data/placeSpec';
export type { Takes } from './model/corridor/data/takes';
// What the formulas expect, what a run measures, and how it stands beside published figures.
export type { FormulaRow } from './model/preview/formulas/row';
export type { PreviewRow } from './model/preview/preview';
export { type Problem, ProblemError } from './problem';
export { inWords } from './report/words/inWords';
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
export { type CapacityOptions, capacity } from './study/capacity/capacity';
export type { CapacityEstimate, CapacityResult, CurvePoint, GivesWay } from './study/capacity/result';
export type { Alternative } from './study/compare/alternatives';
export { type CompareOptions, type CompareResult, type CompareRow, compare } from './study/compare/compare';
export { type PriceRow, type PricesOptions, type PricesResult, prices } from './study/prices/prices';
export { type FormulaResult, formulas } from './study/results/formulas';
// One number of a run, and the same in words.
export { measureOf } from './study/results/measureOf';
export { preview } from './study/results/preview';
export type { Hours, JourneyResult, LedgerResult, MeasureResult, RunResult } from './study/results/result';
export type { StudyOptions } from './study/running/options';
export { runStudy as run } from './study/running/run';
export type { TrialProgress } from './study/trials/pool';
export { validate } from './study/validation/validate';
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
