import type { Attributes } from 'graphology-types';
import { EdgeLineProgram, NodePointProgram } from 'sigma/rendering';
import type { RenderParams } from 'sigma/types';

/** While the drawing is dragged nobody is pointed at, and the picture by which sigma knows who is stays as it was. */
export const drag = { isOn: false };

class PersonPoints<N extends Attributes, E extends Attributes> extends NodePointProgram<N, E> {
  override render(params: RenderParams): void {
    const { pickProgram } = this;
    if (drag.isOn) this.pickProgram = null;
    super.render(params);
    this.pickProgram = pickProgram;
  }
}

/** Points and lines instead of a shape for each person and tie: a graphics card does either at once, but where the
 * processor draws in its place, twenty thousand shapes take a second and as many points a few milliseconds. */
export const quickPrograms = <N extends Attributes, E extends Attributes>() => ({
  nodeProgramClasses: { circle: PersonPoints<N, E> },
  edgeProgramClasses: { line: EdgeLineProgram<N, E> },
});
