package dev.hookglass.signature.diagnosis;

/** How long somebody waits for a diagnosis of a large body. Small ones are looked at whole in any case. */
public enum Patience {
    /** 200 ms for each MiB of the body; what was not tried by then is told, and can be tried in a second look. */
    MOMENT,
    /** Until all is tried that can be on a body of that size. */
    ALL_OF_IT
}
