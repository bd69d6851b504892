package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.Syntax;
import io.github.logseqls.text.Span;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The key of a property where one may stand, and behind its colons the value. */
final class PropertyMark {

    private static final Pattern KEY = Pattern.compile(LineMark.START + "(?:#{1,6} )?(:?[\\w./-]*:{0,2})$");
    private static final Pattern KEY_BEHIND = Pattern.compile("[\\w./-]*:{0,2} ?");

    private static final Pattern VALUE =
            Pattern.compile(LineMark.START + "(?:[^\\s:][^:]*::|:[^\\s:]+:)([ \t]*)(.*)$");
    private static final Pattern PART_BEHIND = Pattern.compile("[^,，]*");

    private static final String SOME_KEY = "some-name";
    private static final String SOME_VALUE = " some-value";

    private PropertyMark() {}

    static Optional<Typed.Key> key(CaretLine line) {
        return line.findFromStart(KEY).flatMap(found -> key(line, found));
    }

    private static Optional<Typed.Key> key(CaretLine line, Matcher found) {
        String typed = found.group(1);
        Token token = line.token(found.start(1), line.behind(KEY_BEHIND));
        boolean isAlone = line.after().substring(line.behind(KEY_BEHIND)).isBlank()
                || line.after().startsWith("::", line.behind(LineMark.WORD_BEHIND));
        boolean isInDrawer = line.page().outline().syntax() == Syntax.ORG && !typed.endsWith("::");
        boolean isWrittenSo = isInDrawer || !typed.startsWith(":");
        return isAlone && isWrittenSo && isKey(line, token.whole(), isInDrawer)
                ? Optional.of(new Typed.Key(token, typed.replace(":", "")))
                : Optional.empty();
    }

    private static boolean isKey(CaretLine line, Span span, boolean isInDrawer) {
        String text = isInDrawer ? ":" + SOME_KEY + ": x" : SOME_KEY + ":: x";
        return Trial.of(line.page(), span, text)
                .property()
                .filter(found -> found.key().name().equals(SOME_KEY))
                .isPresent();
    }

    static Optional<Typed.Value> value(CaretLine line) {
        return line.findFromStart(VALUE)
                .flatMap(found -> propertyAround(line, found.start(1)).map(property -> value(line, property, found)));
    }

    private static Optional<Property> propertyAround(CaretLine line, int start) {
        return Trial.of(line.page(), line.token(start, 0).typed(), SOME_VALUE)
                .property()
                .filter(found -> found.value().contains(SOME_VALUE.strip()));
    }

    private static Typed.Value value(CaretLine line, Property property, Matcher found) {
        String written = found.group(2);
        String key = property.key().name();
        boolean isParted = property.key().isLinkable()
                || line.page().config().separatedByCommas().contains(key);
        int comma = isParted ? Math.max(written.lastIndexOf(','), written.lastIndexOf('，')) : -1;
        String query = written.substring(comma + 1);
        int blank = query.length() - query.stripLeading().length();
        int behind = isParted ? line.behind(PART_BEHIND) : line.after().length();
        return new Typed.Value(line.token(found.start(2) + comma + 1 + blank, behind), query.strip(), key);
    }
}
