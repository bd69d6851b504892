package io.github.logseqls.completion;

import io.github.logseqls.completion.Typed.Key.Drawer;
import io.github.logseqls.completion.Typed.Token;
import io.github.logseqls.outline.Property;
import io.github.logseqls.outline.PropertyKey;
import io.github.logseqls.outline.Syntax;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The key of a property where one may stand, and behind its colons the value. */
final class PropertyMark {

    private static final Pattern KEY = Pattern.compile(LineMark.START + "(?:#{1,6} )?(:?(?:[\\w./][\\w./-]*)?:{0,2})$");
    private static final Pattern KEY_BEHIND = Pattern.compile("[\\w./-]*:{0,2} ?");

    private static final Pattern VALUE = Pattern.compile(LineMark.START + "(?:[^\\s:][^:]*::|:[^\\s:]+:)([ \t]*)(.*)$");
    private static final Pattern DIRECTIVE = Pattern.compile("(?i)^#\\+(tags|alias):[ \t]*(.*)$");
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
        return isAlone
                ? drawer(line, token, typed).map(drawer -> new Typed.Key(token, typed.replace(":", ""), drawer))
                : Optional.empty();
    }

    private static Optional<Drawer> drawer(CaretLine line, Token token, String typed) {
        if (line.page().outline().syntax() == Syntax.MARKDOWN || typed.endsWith("::")) {
            return Optional.of(Drawer.NONE).filter(none -> !typed.startsWith(":") && isKey(line, token, none));
        }
        boolean isAtStart = line.before()
                .substring(0, line.before().length() - typed.length())
                .isBlank();
        return Stream.of(Drawer.WHOLE, Drawer.OPEN, Drawer.MISSING)
                .filter(drawer -> drawer == Drawer.WHOLE || typed.startsWith(":") && isAtStart)
                .filter(drawer -> isKey(line, token, drawer))
                .findFirst();
    }

    private static boolean isKey(CaretLine line, Token token, Drawer drawer) {
        return Trial.of(line.page(), token.whole(), drawer.text(SOME_KEY, "x"))
                .properties()
                .anyMatch(found -> found.key().name().equals(SOME_KEY));
    }

    static Optional<Typed.Value> value(CaretLine line) {
        return line.findFromStart(VALUE)
                .flatMap(found ->
                        propertyAround(line, found.start(1)).map(property -> value(line, property.key(), found)))
                .or(() -> ofDirective(line));
    }

    /** Whether one writes a name that a page gives itself. */
    static boolean isInAlias(Writing writing) {
        return value(CaretLine.at(writing.page(), writing.offset()))
                .filter(value -> value.key().equals("alias"))
                .isPresent();
    }

    /** In the head of a page of Org a line of its own stands for a property. */
    private static Optional<Typed.Value> ofDirective(CaretLine line) {
        return line.findFromStart(DIRECTIVE)
                .map(found -> value(line, new PropertyKey(found.group(1).toLowerCase(Locale.ROOT)), found))
                .filter(typed ->
                        Trial.of(line.page(), typed.token().whole(), SOME_KEY).names(SOME_KEY));
    }

    private static Optional<Property> propertyAround(CaretLine line, int start) {
        return Trial.of(line.page(), line.token(start, 0).typed(), SOME_VALUE)
                .properties()
                .filter(found -> found.value().contains(SOME_VALUE.strip()))
                .findFirst();
    }

    private static Typed.Value value(CaretLine line, PropertyKey key, Matcher found) {
        String written = found.group(2);
        boolean isParted =
                key.isLinkable() || line.page().config().separatedByCommas().contains(key.name());
        int comma = isParted ? Math.max(written.lastIndexOf(','), written.lastIndexOf('，')) : -1;
        String query = written.substring(comma + 1);
        int blank = query.length() - query.stripLeading().length();
        int behind = isParted ? line.behind(PART_BEHIND) : line.after().length();
        return new Typed.Value(line.token(found.start(2) + comma + 1 + blank, behind), query.strip(), key.name());
    }
}
