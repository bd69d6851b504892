package io.github.logseqls.feature.decoration;

import com.google.common.collect.ImmutableList;
import io.github.logseqls.feature.Ranges;
import io.github.logseqls.outline.Outline;
import io.github.logseqls.text.Encoding;
import org.eclipse.lsp4j.Color;
import org.eclipse.lsp4j.ColorInformation;
import org.eclipse.lsp4j.ColorPresentation;

/** The colours of blocks, which they have by {@code background-color::} (format.md 2.5). */
public final class DocumentColors {

    private DocumentColors() {}

    /** The colours that stand in a page. */
    public static ImmutableList<ColorInformation> of(Outline outline, Encoding encoding) {
        ImmutableList.Builder<ColorInformation> colors = ImmutableList.builder();
        for (int index = 0; index < outline.size(); index++) {
            int block = index;
            outline.block(index)
                    .property("background-color")
                    .ifPresent(property -> NamedColor.parse(property.value())
                            .map(color -> new ColorInformation(
                                    Ranges.of(outline.text(), outline.inPage(block, property.valueSpan()), encoding),
                                    color))
                            .ifPresent(colors::add));
        }
        return colors.build();
    }

    /** The ways in which a colour can be written: by Logseq's own name first, where it has one. */
    public static ImmutableList<ColorPresentation> presentations(Color color) {
        ImmutableList.Builder<ColorPresentation> ways = ImmutableList.builder();
        NamedColor.of(color).map(NamedColor::value).map(ColorPresentation::new).ifPresent(ways::add);
        return ways.add(new ColorPresentation(NamedColor.hex(color))).build();
    }
}
