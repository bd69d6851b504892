package io.github.logseqls.workspace;

import java.util.function.UnaryOperator;

/** The one mutable cell of the program: what is known now. Whoever reads it gets one moment, whole. */
final class Cell {

    private volatile State state = State.EMPTY;

    State now() {
        return state;
    }

    /** Makes the next state from the present one; changes follow each other. */
    synchronized void update(UnaryOperator<State> change) {
        state = change.apply(state);
    }
}
