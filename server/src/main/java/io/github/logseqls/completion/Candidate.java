package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.Target;
import io.github.logseqls.text.Edit;
import java.util.Optional;

/**
 * Something that may stand where somebody writes.
 *
 * @param label what it is called
 * @param where what tells it from others of that name: its place, or what it is
 * @param text what takes the place of what was typed
 * @param caret where in that text one goes on writing
 * @param about what it is about
 * @param newId the id that a block gets with it
 * @param besides what is written into the page besides, at other places, in their order
 */
public record Candidate(
        Kind kind,
        String label,
        String where,
        String text,
        int caret,
        About about,
        Optional<NewId> newId,
        ImmutableList<Edit> besides) {

    /** What it is. */
    public enum Kind {
        BLOCK,
        PAGE,
        /** A page that is referred to and has no file. */
        PAGE_WITHOUT_FILE,
        JOURNAL,
        KEY,
        VALUE,
        COLOR,
        MARKER,
        FILE,
        TEMPLATE,
        MACRO,
        COMMAND,
        WORD
    }

    /** What it is about, for those who want to know more. */
    public sealed interface About {

        /** Nothing that one could tell more of. */
        record Nothing() implements About {}

        record OfTarget(Target target) implements About {}

        record OfBlock(BlockAt block) implements About {}

        /** A text that tells all. */
        record Words(String text) implements About {}
    }

    /** A text at whose end one goes on. */
    static Candidate of(Kind kind, String label, String where, String text, About about) {
        return new Candidate(kind, label, where, text, text.length(), about, Optional.empty(), ImmutableList.of());
    }

    /** A word that means what it says. */
    static Candidate of(Kind kind, String label, String where, String text) {
        return of(kind, label, where, text, new About.Nothing());
    }

    /** A text with a {@code |} where one goes on, or none to go on at its end. */
    static Candidate withCaret(Kind kind, String label, String where, String text, About about) {
        int caret = text.indexOf('|');
        return caret < 0
                ? of(kind, label, where, text, about)
                : new Candidate(
                        kind,
                        label,
                        where,
                        text.substring(0, caret) + text.substring(caret + 1),
                        caret,
                        about,
                        Optional.empty(),
                        ImmutableList.of());
    }

    /** The same behind something else. */
    Candidate behind(String text) {
        return new Candidate(kind, label, where, text + this.text, text.length() + caret, about, newId, besides);
    }

    Candidate with(NewId id) {
        return new Candidate(kind, label, where, text, caret, about, Optional.of(id), besides);
    }

    Candidate besides(ImmutableList<Edit> edits) {
        return new Candidate(kind, label, where, text, caret, about, newId, edits);
    }
}
