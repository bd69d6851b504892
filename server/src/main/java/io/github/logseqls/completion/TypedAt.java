package io.github.logseqls.completion;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.graph.Page;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds out what is being typed at a caret: by the marks before it in its line, and by how Logseq would read the block if what
 * they begin was there. A class for each kind of mark knows both.
 */
public final class TypedAt {

    private static final int LONGEST = 200;

    /** Where several could be meant, the first is. */
    private static final ImmutableList<Function<CaretLine, Optional<? extends Typed>>> READERS = ImmutableList.of(
            LineMark::language,
            LineMark::directive,
            BlockMark::at,
            PageMark::at,
            MacroMark::at,
            AddressMark::at,
            WordMark::priority,
            PlanMark::date,
            WordMark::tag,
            WordMark::command,
            PropertyMark::value,
            LineMark::firstWord,
            PropertyMark::key,
            PlanMark::word,
            WordMark::commandOfWords);

    private TypedAt() {}

    /** What is being typed at {@code offset} in a page; empty where Logseq would read nothing of what could be. */
    public static Optional<Typed> of(Page page, int offset) {
        CaretLine line = CaretLine.at(page, offset);
        return READERS.stream()
                .flatMap(reader -> reader.apply(line).stream())
                .filter(typed -> typed.token().typed().length() <= LONGEST)
                .map(Typed.class::cast)
                .findFirst();
    }
}
