import type { Model } from './model';

/** The radius of each person: its area grows with the measure, or all are alike. */
export function sizes(model: Model, by: string): Float32Array {
  const smallest = model.numPersons > 5000 ? 1.2 : 3;
  const greatest = model.numPersons > 5000 ? 11 : 17;
  const values = by === 'same' ? undefined : model.measure(by);
  const radii = new Float32Array(model.numPersons).fill(values ? smallest : smallest * 1.6);
  if (!values) return radii;
  const most = values.reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  if (most <= 0) return radii;
  values.forEach((value, person) => {
    radii[person] = smallest + (greatest - smallest) * Math.sqrt(Math.max(0, value ?? 0) / most);
  });
  return radii;
}
