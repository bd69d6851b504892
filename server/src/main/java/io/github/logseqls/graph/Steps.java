package io.github.logseqls.graph;

import io.github.logseqls.outline.Outline;
import java.util.Collection;

/**
 * How far blocks are indented beside the block before each: by that a page may be suspected without being read. Where each goes
 * one tab deeper at most, or all by two spaces or all by four, Logseq's tree is the one that is seen.
 */
final class Steps {

    private final Outline outline;
    private final Collection<Symbol> found;

    Steps(Outline outline, Collection<Symbol> found) {
        this.outline = outline;
        this.found = found;
    }

    /** Adds what the blocks from {@code from} up to {@code end} say; the one at {@code end} too, which has them before it. */
    void add(int from, int end) {
        Indentation before = from == 0 ? Indentation.NONE : Indentation.of(outline, from - 1);
        for (int index = from; index <= end && index < outline.size(); index++) {
            Indentation indentation = Indentation.of(outline, index);
            add(before, indentation);
            if (index == 0 && FirstBlock.losesBullet(outline)) {
                found.add(new Symbol.Flaw());
            }
            before = indentation;
        }
    }

    private void add(Indentation before, Indentation after) {
        boolean isDeep = after.length() > 0 && (after.kind() != before.kind() || after.length() != before.length());
        if (after.kind() == Indentation.Kind.MIXED || isDeep && before.length() > 0 && after.kind() != before.kind()) {
            found.add(new Symbol.Flaw());
        } else if (isDeep && after.kind() == Indentation.Kind.TABS) {
            addStepOfTabs(after.length() - before.length());
        } else if (isDeep) {
            addStepOfSpaces(after.length() - before.length());
        }
    }

    private void addStepOfTabs(int step) {
        if (step > 1) {
            found.add(new Symbol.Flaw());
        }
    }

    private void addStepOfSpaces(int step) {
        if (step == 4) {
            found.add(new Symbol.StepOfSpaces(4));
        } else if (step == 2 || step < 0 && step % 4 == -2) {
            found.add(new Symbol.StepOfSpaces(2));
        } else if (step > 0 || step % 4 != 0) {
            found.add(new Symbol.Flaw());
        }
    }
}
