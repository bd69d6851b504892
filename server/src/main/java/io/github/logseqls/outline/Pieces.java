package io.github.logseqls.outline;

/** The pieces of a text that were read: runs of plain text, line ends and all else. Offsets are in the text of the block. */
final class Pieces {

    private int count;
    private boolean inPlain;
    private int plainTail;
    private char plainBefore = ' ';

    /** Forgets all, at the beginning of another text. */
    void begin(int start) {
        count = 0;
        inPlain = false;
        plainTail = start;
        plainBefore = ' ';
    }

    /** Adds plain text; it joins the plain text before it. */
    void addPlain(int start, char last) {
        if (!inPlain) {
            count++;
            plainTail = start;
        }
        inPlain = true;
        plainBefore = last;
    }

    /** Adds anything else, up to {@code end}. */
    void add(int end) {
        count++;
        inPlain = false;
        plainTail = end;
    }

    /** Whether the piece that comes next is the first or the second one. */
    boolean nextLeads() {
        return count < 2;
    }

    /** The last character of the last plain text, wherever that was; a space where there was none. */
    char plainBefore() {
        return plainBefore;
    }

    /** Where the plain text begins with which what was read ends; its end, where it ends with anything else. */
    int plainTail() {
        return plainTail;
    }
}
