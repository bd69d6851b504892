package io.github.logseqls.fix;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.github.logseqls.change.Change;
import io.github.logseqls.change.LineEnds;
import io.github.logseqls.check.KeyTypo;
import io.github.logseqls.graph.BlockAt;
import io.github.logseqls.graph.MissedLine;
import io.github.logseqls.graph.Places;
import io.github.logseqls.outline.Block;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Edit;
import io.github.logseqls.text.Span;
import io.github.logseqls.text.Text;
import java.util.Optional;
import java.util.function.Supplier;

/** Properties that are written almost right, or twice. */
final class PropertyFixes {

    /** What makes a page another one, so that nobody changes it without being asked. */
    private static final ImmutableSet<String> NAMES_OF_PAGE = ImmutableSet.of("title", "alias", "aliases");

    private static final int LONGEST = 40;

    private final Faulty faulty;
    private final BlockAt block;
    private final Text text;
    private final Span found;

    private PropertyFixes(Faulty faulty) {
        this.faulty = faulty;
        this.block = faulty.block();
        this.text = faulty.outline().text();
        this.found = faulty.span();
    }

    /** The line as the property that it was meant as. */
    static ImmutableList<Fix> ofSyntax(Faulty faulty) {
        return new PropertyFixes(faulty).ofSyntax();
    }

    /** The key that was meant. */
    static ImmutableList<Fix> ofTypo(Faulty faulty) {
        return new PropertyFixes(faulty).ofTypo();
    }

    /** The value that counts, or the one that does not, is the right one; which of them, only the author knows. */
    static ImmutableList<Fix> ofDuplicate(Faulty faulty) {
        return new PropertyFixes(faulty).ofDuplicate();
    }

    /** Whether a property gives its page a name. */
    static boolean namesPage(PropertyKey key) {
        return NAMES_OF_PAGE.contains(key.name());
    }

    private ImmutableList<Fix> ofSyntax() {
        return MissedLine.of(block.outline(), found)
                .map(line -> mayBe(line) ? written(line) : ImmutableList.<Fix>of())
                .orElseGet(this::ofInvalidKey);
    }

    /** Whether it would be the only one of its name, and leave its block the bullet that the first of a page loses by it. */
    private boolean mayBe(MissedLine line) {
        boolean isFirstLine = block.index() == 0 && block.block().kind() != Block.Kind.PREAMBLE && isInTitle();
        return !isFirstLine
                && block.block().property(PropertyKey.of(line.key()).name()).isEmpty();
    }

    private boolean isInTitle() {
        return found.start() <= faulty.outline().title(block.index()).end();
    }

    private ImmutableList<Fix> written(MissedLine line) {
        int behindKey = found.start() + line.key().length();
        return switch (line.kind()) {
            case NO_SPACE -> written(line, new Span(behindKey, behindBlanks(behindKey + 2)), ":: ");
            case SPACE_BEFORE -> written(line, new Span(behindKey, behindBlanks(behindKey)), "");
            case FULL_WIDTH_COLON -> written(line, new Span(behindKey, behindBlanks(behindKey + 2)), ":: ");
            case NOT_IN_ORG -> inDrawer(line, behindBlanks(behindKey + 2));
            case DATE -> ImmutableList.of();
        };
    }

    private ImmutableList<Fix> written(MissedLine line, Span wrong, String right) {
        Edit edit = new Edit(wrong, right);
        String after = line.key() + right + text.slice(new Span(Math.min(wrong.end(), found.end()), found.end()));
        String title = "Write it as " + Places.shorten(after, LONGEST);
        // A first line may be a sentence, and would be one no more.
        boolean isSafe = !isInTitle() && !namesPage(PropertyKey.of(line.key()));
        Supplier<Change> change = () -> Change.of(faulty.page(), edit);
        return ImmutableList.of(isSafe ? Fix.safe(title, change) : Fix.preferred(title, change));
    }

    private int behindBlanks(int offset) {
        int at = offset;
        while (at < found.end() && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == '\t' || Character.isSpaceChar(c);
    }

    /** In the drawer that is there, else in a new one right below the headline, where alone it counts. */
    private ImmutableList<Fix> inDrawer(MissedLine line, int value) {
        String property = ":%s: %s".formatted(line.key(), text.slice(new Span(value, found.end())));
        String title = "Write it as %s in the drawer of properties".formatted(Places.shorten(property, LONGEST));
        Optional<Property> last = last(block.block().properties());
        if (last.isPresent()) {
            Span above = text.line(text.lineOf(
                    block.outline().inPage(block.index(), last.get().keySpan()).start()));
            return ImmutableList.of(Fix.preferred(
                    title,
                    () -> Change.of(
                            faulty.page(),
                            new Edit(new Span(above.end(), above.end()), lineEnd() + property),
                            PropertyLine.removed(block, found))));
        }
        int first = text.lineOf(faulty.outline().title(block.index()).start());
        boolean isBelowHeadline = text.lineOf(found.start()) == first + 1;
        return isBelowHeadline
                ? ImmutableList.of(Fix.preferred(
                        title,
                        () -> Change.of(
                                faulty.page(),
                                new Edit(found, String.join(lineEnd(), ":PROPERTIES:", property, ":END:")))))
                : ImmutableList.of();
    }

    private String lineEnd() {
        return LineEnds.of(text);
    }

    private static Optional<Property> last(ImmutableList<Property> properties) {
        return properties.isEmpty() ? Optional.empty() : Optional.of(properties.get(properties.size() - 1));
    }

    /** {@code [[Page]]:: value} was meant as a property of that name. */
    private ImmutableList<Fix> ofInvalidKey() {
        String line = text.slice(found);
        int end = line.indexOf("]]:: ");
        if (faulty.outline().syntax() == Syntax.ORG || !line.startsWith("[[") || end < 0) {
            return ImmutableList.of();
        }
        String name = line.substring(2, end).replace(' ', '-');
        return PropertyKey.of(name).isValid() && name.indexOf(':') < 0
                ? ImmutableList.of(Fix.preferred(
                        "Name this property %s".formatted(Places.shorten(name, LONGEST)),
                        () -> Change.of(
                                faulty.page(), new Edit(new Span(found.start(), found.start() + end + 2), name))))
                : ImmutableList.of();
    }

    private ImmutableList<Fix> ofTypo() {
        return faulty.property()
                .flatMap(property -> faulty.graph()
                        .facts(faulty.page().path())
                        .map(facts -> KeyTypo.in(faulty.graph(), facts)
                                .get(property.key().name())))
                .filter(meant -> block.block().property(meant).isEmpty())
                .map(meant -> ImmutableList.of(Fix.preferred(
                        "Name this property " + meant, () -> Change.of(faulty.page(), new Edit(found, meant)))))
                .orElseGet(ImmutableList::of);
    }

    private ImmutableList<Fix> ofDuplicate() {
        Optional<Property> here = block.block().properties().stream()
                .filter(property -> span(property.keySpan()).start() == found.start())
                .findFirst();
        return here.map(property -> ofDuplicate(
                        property, block.block().property(property.key().name()).orElseThrow()))
                .orElseGet(ImmutableList::of);
    }

    private ImmutableList<Fix> ofDuplicate(Property here, Property counting) {
        Edit removed = PropertyLine.removed(block, here);
        ImmutableList.Builder<Fix> fixes = ImmutableList.builder();
        if (here.key().isLinkable()
                && !counting.value().isEmpty()
                && !here.value().isEmpty()) {
            Span end = span(counting.valueSpan());
            fixes.add(Fix.preferred(
                    "Join the two lines of " + here.key(),
                    () -> Change.of(
                            faulty.page(),
                            removed,
                            new Edit(new Span(end.start(), end.start()), here.value() + ", "))));
        }
        fixes.add(Fix.possible(
                "Remove this line; %s counts".formatted(shown(counting)), () -> Change.of(faulty.page(), removed)));
        if (!counting.value().isEmpty() && !counting.value().contains("((")) {
            fixes.add(Fix.possible(
                    "Keep %s, and remove the other line".formatted(shown(here)),
                    () -> Change.of(faulty.page(), removed, new Edit(span(counting.valueSpan()), here.value()))));
        }
        return fixes.build();
    }

    private static String shown(Property property) {
        return Places.shorten(property.key() + ":: " + property.value(), LONGEST);
    }

    private Span span(Span inBlock) {
        return block.outline().inPage(block.index(), inBlock);
    }
}
