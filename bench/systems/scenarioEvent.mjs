// The same years as in scenarioYear.mjs, by the event.
export * from './scenarioYear.mjs';
