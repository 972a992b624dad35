package io.wisp.tuning;

import java.util.List;

/**
 * One setting varied, the others as chosen so far.
 *
 * @param trials the first is of the value that was there
 * @param best the one that goes on
 */
public record TuningStep(Knob knob, List<Trial> trials, Trial best) {}
